#include "sync/server/keys/key_backup.hpp"

#include <algorithm>

#include "sync/server/store/files.hpp"

namespace hornbook::server {
namespace {

constexpr std::string_view magic = "HBKB";
constexpr std::uint8_t version = 2;
constexpr std::string_view purpose = "hornbook key backup";

// The caller wipes it.
Bytes encode(const SecretKey& master, const IngestKeys& ingest) {
  ByteWriter writer;
  writer.raw(master.view());
  for (const IngestKey& each : ingest) {
    writer.varint(each.number);
    writer.varint(static_cast<std::uint64_t>(std::max<UnixMs>(each.made_ms, 0)));
    writer.raw(each.key.secret().view());
  }
  return writer.take();
}

Result<BackedUpKeys> decode(ByteView plain) {
  ByteReader reader(plain);
  TRY_ASSIGN(const ByteView master_bytes, reader.raw(SecretKey::size));
  TRY_ASSIGN(SecretKey master, SecretKey::from_bytes(master_bytes));
  BackedUpKeys keys{std::move(master), {}};
  while (!reader.at_end()) {
    TRY_ASSIGN(const std::uint64_t number, reader.varint());
    TRY_ASSIGN(const std::uint64_t made_ms, reader.varint_up_to(INT64_MAX));
    TRY_ASSIGN(const ByteView secret_bytes, reader.raw(SecretKey::size));
    TRY_ASSIGN(const SecretKey secret, SecretKey::from_bytes(secret_bytes));
    keys.ingest.push_back({number, static_cast<UnixMs>(made_ms), BoxKey::from_secret(secret)});
  }
  return keys;
}

}  // namespace

Result<Bytes> back_up_key(const SchoolOpening& opening, std::string_view passphrase) {
  if (passphrase.size() < key_passphrase_bytes_min)
    return fail(ErrorCode::BadInput, "key backup", "the passphrase has fewer than 12 characters; take several words");
  TRY_ASSIGN(const std::filesystem::path key_file, key_file_of_school(opening));
  TRY_ASSIGN(const SecretKey master, read_key_file(key_file));
  TRY_ASSIGN(School school, School::open(opening));
  TRY_ASSIGN(const IngestKeys ingest, load_ingest_keys(school));
  PassphraseCost cost;
  const Bytes salt = random_bytes(cost.salt.size());
  std::copy(salt.begin(), salt.end(), cost.salt.begin());
  TRY_ASSIGN(const SecretKey key, key_from_passphrase(passphrase, cost));
  ByteWriter writer;
  writer.raw(as_bytes(magic));
  writer.u8(version);
  writer.varint(cost.operations);
  writer.varint(cost.memory_bytes);
  writer.raw(cost.salt);
  Bytes plain = encode(master, ingest);
  writer.raw(seal_random(key, as_bytes(purpose), plain));
  wipe(plain);
  return writer.take();
}

Result<KeyBackup> decode_key_backup(ByteView file) {
  ByteReader reader(file);
  const auto start = reader.raw(magic.size());
  if (!start || as_text(*start) != magic) return fail(ErrorCode::BadInput, "key backup", "the file is none");
  TRY_ASSIGN(const std::uint8_t found, reader.u8());
  if (found == 0 || found > version) return fail(ErrorCode::BadInput, "key backup", "it needs a newer program");
  KeyBackup backup;
  TRY_ASSIGN(backup.cost.operations, reader.varint());
  TRY_ASSIGN(backup.cost.memory_bytes, reader.varint());
  TRY_ASSIGN(const ByteView salt, reader.raw(backup.cost.salt.size()));
  std::copy(salt.begin(), salt.end(), backup.cost.salt.begin());
  backup.sealed.assign(reader.rest().begin(), reader.rest().end());
  if (backup.sealed.size() > key_backup_bytes_max) return fail(ErrorCode::BadInput, "key backup", "it is too long");
  return backup;
}

Result<BackedUpKeys> open_key_backup(ByteView file, std::string_view passphrase) {
  TRY_ASSIGN(const KeyBackup backup, decode_key_backup(file));
  TRY_ASSIGN(const SecretKey key, key_from_passphrase(passphrase, backup.cost));
  auto plain = open_random(key, as_bytes(purpose), backup.sealed);
  if (!plain) return fail(ErrorCode::NotAllowed, "key backup", "the passphrase is not the one it was made with");
  auto keys = decode(*plain);
  wipe(*plain);
  return keys;
}

Result<Restored> take_up_from_copy(const SchoolOpening& opening, const BackedUpKeys* keys, UnixMs now_ms) {
  if (keys != nullptr) {
    const SecretKey& master = keys->master;
    TRY_DONE(School::is_of(opening, master));
    TRY_ASSIGN(const std::filesystem::path key_file, key_file_of_school(opening));
    TRY_DONE(make_private_directory(key_file.parent_path()));
    const auto there = read_key_file(key_file);
    if (there && !equal_secret(there->view(), master.view()))
      return fail(ErrorCode::BadInput, "key restore", "another school's key is in its place; move that away first");
    if (!there && there.error().code != ErrorCode::NotFound) return tl::unexpected(there.error());
    if (!there) TRY_DONE(write_key_file(key_file, master));
  }
  TRY_ASSIGN(School school, School::open(opening));
  if (keys != nullptr) TRY_DONE(take_up_later_keys(school, keys->ingest, now_ms));
  TRY_DONE(school.begin_generation(now_ms));
  return Restored{school.name(), school.generation()};
}

}  // namespace hornbook::server
