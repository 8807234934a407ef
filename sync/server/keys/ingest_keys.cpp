#include "sync/server/keys/ingest_keys.hpp"

#include <algorithm>

namespace hornbook::server {
namespace {

// The present key is the setting that School::load reads.
constexpr std::string_view present_setting = "ingest_key";
constexpr std::string_view number_setting = "ingest_key_number";  // none: 1
constexpr std::string_view made_setting = "ingest_key_made";      // none: with the school

std::string place_of(std::uint64_t number) { return "old ingest key " + std::to_string(number); }

Result<std::uint64_t> number_in(School& school, std::string_view name, std::uint64_t otherwise) {
  TRY_ASSIGN(const auto value, school.setting(name));
  return value ? ByteReader(as_bytes(*value)).varint() : Result<std::uint64_t>(otherwise);
}

Done put_number(School& school, std::string_view name, std::uint64_t number) {
  ByteWriter writer;
  writer.varint(number);
  return school.put_setting(name, as_text(writer.view()));
}

Result<BoxKey> open_key(const School& school, std::string_view place, ByteView sealed) {
  auto plain = school.vault().open_sealed(place, sealed);
  if (!plain) return fail(ErrorCode::Corrupt, "school keys", "the key file is not the one this school was made with");
  auto secret = SecretKey::from_bytes(*plain);
  wipe(*plain);
  if (!secret) return tl::unexpected(std::move(secret).error());
  return BoxKey::from_secret(*secret);
}

Result<IngestKey> load_present(School& school) {
  TRY_ASSIGN(const auto sealed, school.setting(present_setting));
  if (!sealed) return fail(ErrorCode::Corrupt, "school store", "a part of the school's set-up is missing");
  TRY_ASSIGN(BoxKey key, open_key(school, present_setting, as_bytes(*sealed)));
  TRY_ASSIGN(const std::uint64_t number, number_in(school, number_setting, 1));
  TRY_ASSIGN(const std::uint64_t made_ms, number_in(school, made_setting, 0));
  return IngestKey{number, static_cast<UnixMs>(made_ms), std::move(key)};
}

Done put_present(School& school, const BoxKey& key, std::uint64_t number, UnixMs made_ms) {
  const Bytes sealed = school.vault().seal(present_setting, key.secret().view());
  TRY_DONE(school.put_setting(present_setting, as_text(sealed)));
  TRY_DONE(put_number(school, number_setting, number));
  return put_number(school, made_setting, static_cast<std::uint64_t>(std::max<UnixMs>(made_ms, 0)));
}

Done replace(School& school, const IngestKey& present, const BoxKey& next, std::uint64_t number, UnixMs made_ms,
             UnixMs now_ms) {
  TRY_DONE(school.database().run(
      "INSERT INTO old_ingest_key (number, made_ms, replaced_ms, public_key, secret) VALUES (?, ?, ?, ?, ?)",
      present.number, present.made_ms, now_ms, present.key.public_key(),
      school.vault().seal(place_of(present.number), present.key.secret().view())));
  return put_present(school, next, number, made_ms);
}

}  // namespace

Result<IngestKeys> load_ingest_keys(School& school) {
  IngestKeys keys;
  TRY_ASSIGN(IngestKey present, load_present(school));
  keys.push_back(std::move(present));
  TRY_ASSIGN(Statement row, school.database().query("SELECT number, made_ms, secret FROM old_ingest_key "
                                                    "WHERE secret IS NOT NULL ORDER BY number DESC"));
  while (true) {
    TRY_ASSIGN(const bool found, row.step());
    if (!found) return keys;
    TRY_ASSIGN(BoxKey key, open_key(school, place_of(row.number(0)), row.blob(2)));
    keys.push_back({row.number(0), row.integer(1), std::move(key)});
  }
}

const IngestKey* key_of_mailbox(const IngestKeys& keys, const bundle::MailboxId& mailbox) {
  const auto found = std::find_if(
      keys.begin(), keys.end(), [&](const IngestKey& each) { return bundle::is_for(mailbox, each.key.public_key()); });
  return found == keys.end() ? nullptr : &*found;
}

const IngestKey* key_of_header(const IngestKeys& keys, const journal::EpochHeader& header) {
  const auto found = std::find_if(keys.begin(), keys.end(), [&](const IngestKey& each) {
    return hash(each.key.public_key().view()) == header.ingest_key;
  });
  return found == keys.end() ? nullptr : &*found;
}

Result<std::uint64_t> rotate_ingest_key(School& school, UnixMs now_ms) {
  TRY_ASSIGN(Transaction transaction, Transaction::begin(school.database()));
  TRY_ASSIGN(const IngestKeys keys, load_ingest_keys(school));
  if (keys.size() >= ingest_keys_max)
    return fail(ErrorCode::LimitExceeded, "keys rotate", "the school keeps eight keys already; retire old ones first");
  const IngestKey& present = keys.front();
  TRY_DONE(replace(school, present, BoxKey::generate(), present.number + 1, now_ms, now_ms));
  TRY_DONE(transaction.commit());
  return present.number + 1;
}

Done take_up_later_keys(School& school, const IngestKeys& keys, UnixMs now_ms) {
  TRY_ASSIGN(Transaction transaction, Transaction::begin(school.database()));
  TRY_ASSIGN(const IngestKeys known, load_ingest_keys(school));
  const IngestKey* present = &known.front();
  for (auto later = keys.rbegin(); later != keys.rend(); ++later) {
    if (later->number <= present->number) continue;
    TRY_DONE(replace(school, *present, later->key, later->number, later->made_ms, now_ms));
    present = &*later;
  }
  return transaction.commit();
}

Done remember_use(School& school, std::int64_t device_number, std::uint64_t ingest_key) {
  return school.database().run("UPDATE device SET ingest_key = max(ingest_key, ?) WHERE number = ?", ingest_key,
                               device_number);
}

}  // namespace hornbook::server
