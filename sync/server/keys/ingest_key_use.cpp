#include "sync/server/keys/ingest_key_use.hpp"

#include <algorithm>
#include <map>

#include "sync/server/ingest/epochs.hpp"

namespace hornbook::server {
namespace {

using ByKey = std::map<Hash, IngestKeyUse*>;  // by the hash that headers name

Result<std::vector<IngestKeyUse>> numbered_keys(School& school, std::vector<BoxPublicKey>& public_keys) {
  std::vector<IngestKeyUse> uses;
  TRY_ASSIGN(const IngestKeys keys, load_ingest_keys(school));
  uses.push_back({keys.front().number, keys.front().made_ms});
  public_keys.push_back(keys.front().key.public_key());
  TRY_ASSIGN(Statement row, school.database().query("SELECT number, made_ms, replaced_ms, retired_ms, public_key "
                                                    "FROM old_ingest_key ORDER BY number DESC"));
  while (true) {
    TRY_ASSIGN(const bool found, row.step());
    if (!found) return uses;
    uses.push_back({row.number(0), row.integer(1), row.integer(2), row.integer(3)});
    TRY_ASSIGN(const BoxPublicKey key, row.id<BoxPublicKey>(4));
    public_keys.push_back(key);
  }
}

// A device that has not called since keys have numbers seals to the first.
Done count_devices(School& school, std::vector<IngestKeyUse>& uses) {
  TRY_ASSIGN(Statement row, school.database().query("SELECT name, max(ingest_key, 1) FROM device "
                                                    "WHERE device IS NOT NULL AND revoked_ms = 0 ORDER BY name"));
  while (true) {
    TRY_ASSIGN(const bool found, row.step());
    if (!found) return {};
    const auto use =
        std::find_if(uses.begin(), uses.end(), [&](const IngestKeyUse& each) { return each.number == row.number(1); });
    if (use != uses.end()) use->devices.push_back(row.text(0));
  }
}

struct KnownEnd {
  std::int64_t device = 0;
  std::uint64_t epoch = 0;
  std::uint64_t previous_last_sequence = 0;
};

// From the last epoch of each device to its first: whether more of one may come shows in the header after it.
Done count_epochs(School& school, const ByKey& keys) {
  TRY_ASSIGN(Statement row,
             school.database().query("SELECT epoch.device, epoch, header, previous_last_sequence, stored, revoked_ms "
                                     "FROM epoch JOIN device ON device.number = epoch.device "
                                     "ORDER BY epoch.device, epoch DESC"));
  KnownEnd next;
  while (true) {
    TRY_ASSIGN(const bool found, row.step());
    if (!found) return {};
    TRY_ASSIGN(const journal::EpochHeader header, journal::decode_epoch_header(row.blob(2)));
    TRY_ASSIGN(const SequenceRanges stored, SequenceRanges::decode(row.blob(4)));
    const bool is_closed = next.device == row.integer(0) && next.epoch == row.number(1) + 1;
    const bool is_whole = is_closed && stored.through() >= next.previous_last_sequence;
    next = {row.integer(0), row.number(1), row.number(3)};
    const auto use = keys.find(header.ingest_key);
    if (use == keys.end()) continue;
    ++use->second->epochs;
    if (!is_whole && row.integer(5) == 0) ++use->second->epochs_unfinished;
  }
}

Done refuse_when_used(const std::vector<IngestKeyUse>& uses, std::uint64_t number) {
  std::size_t devices = 0;
  std::uint64_t epochs = 0;
  for (const IngestKeyUse& use : uses) {
    if (use.number <= number) devices += use.devices.size();
    if (use.number == number) epochs = use.epochs_unfinished;
  }
  if (devices > 0)
    return fail(ErrorCode::NotAllowed, "keys retire",
                std::to_string(devices) + " devices have not been seen with a later key; see 'keys list', or --force");
  if (epochs > 0)
    return fail(ErrorCode::NotAllowed, "keys retire",
                "of " + std::to_string(epochs) +
                    " epochs that are sealed to it more may come; wait until these stations have started again and "
                    "called, or --force");
  return {};
}

}  // namespace

Result<std::vector<IngestKeyUse>> use_of_ingest_keys(School& school) {
  std::vector<BoxPublicKey> public_keys;
  TRY_ASSIGN(std::vector<IngestKeyUse> uses, numbered_keys(school, public_keys));
  ByKey keys;
  for (std::size_t i = 0; i < uses.size(); ++i) keys.emplace(hash(public_keys[i].view()), &uses[i]);
  TRY_DONE(count_devices(school, uses));
  TRY_DONE(count_epochs(school, keys));
  return uses;
}

Done retire_ingest_key(School& school, std::uint64_t number, Retiring how, UnixMs now_ms) {
  // So that the page that it stood on does not keep it.
  TRY_DONE(school.database().run_script("PRAGMA secure_delete=ON"));
  TRY_ASSIGN(Transaction transaction, Transaction::begin(school.database()));
  TRY_ASSIGN(const std::vector<IngestKeyUse> uses, use_of_ingest_keys(school));
  const auto use =
      std::find_if(uses.begin(), uses.end(), [&](const IngestKeyUse& each) { return each.number == number; });
  if (use == uses.end())
    return fail(ErrorCode::NotFound, "keys retire", "the school has no key of this number; see 'keys list'");
  if (use->replaced_ms == 0)
    return fail(ErrorCode::BadInput, "keys retire", "this is the present key; 'keys rotate' makes another first");
  if (use->retired_ms != 0) return fail(ErrorCode::BadInput, "keys retire", "it has been retired already");
  if (how == Retiring::WhenUnused) TRY_DONE(refuse_when_used(uses, number));
  TRY_DONE(school.database().run("UPDATE old_ingest_key SET secret = NULL, retired_ms = ? WHERE number = ?",
                                 std::max<UnixMs>(now_ms, 1), number));
  return transaction.commit();
}

}  // namespace hornbook::server
