// The school's master key in a file of its own, under a passphrase: kept apart from the data, and from its copies. The
// school's other keys lie in its store under this one, so that a copy of the data folder and a key backup bring back
// all of it, on any machine, and neither alone opens anything.
#pragma once

#include "runtime/core/time.hpp"
#include "sync/server/keys/ingest_keys.hpp"

namespace hornbook::server {

inline constexpr std::size_t key_backup_bytes_max = 1024;
inline constexpr std::size_t key_passphrase_bytes_min = 12;  // whoever has the file can guess without end

// The file: "HBKB", version u8 (2), Argon2id operations and memory bytes (varints), salt 16, then under the
// passphrase's key (XChaCha20-Poly1305, associated data "hornbook key backup") the master key 32 and, for each ingest
// key that opens, the latest first: number and when it was made (varints), secret 32. So a copy of the data that is
// older than a rotation can read what is sealed to the newer key. Version 1 has the master key alone. BadInput when the
// passphrase is too short.
[[nodiscard]] Result<Bytes> back_up_key(const SchoolOpening& opening, std::string_view passphrase);
struct KeyBackup {
  PassphraseCost cost;
  Bytes sealed;
};
// BadInput when it is no key backup.
[[nodiscard]] Result<KeyBackup> decode_key_backup(ByteView file);
struct BackedUpKeys {
  SecretKey master;
  IngestKeys ingest;  // none in a backup of version 1, or on paper
};
// BadInput when it is no key backup, NotAllowed when the passphrase is not that of the file.
[[nodiscard]] Result<BackedUpKeys> open_key_backup(ByteView file, std::string_view passphrase);

// After the data folder was put back from a copy, with its key or, when `keys` are given, without: writes the master
// key where the school expects it, takes up ingest keys that are later than the copy's, and gives the school a new
// generation, so that every device sends again what the copy lacks. NotAllowed when the key is not this school's,
// BadInput when another key lies in that place; nothing changes then.
struct Restored {
  std::string school;
  std::uint64_t generation = 0;
};
[[nodiscard]] Result<Restored> take_up_from_copy(const SchoolOpening& opening, const BackedUpKeys* keys, UnixMs now_ms);

}  // namespace hornbook::server
