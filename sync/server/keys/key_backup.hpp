// The school's master key in a file of its own, under a passphrase: kept apart from the data, and from its copies. The
// school's other keys lie in its store under this one, so that a copy of the data folder and a key backup bring back
// all of it, on any machine, and neither alone opens anything.
#pragma once

#include "runtime/core/time.hpp"
#include "sync/server/school/school.hpp"

namespace hornbook::server {

inline constexpr std::size_t key_backup_bytes_max = 1024;
inline constexpr std::size_t key_passphrase_bytes_min = 12;  // whoever has the file can guess without end

// The file: "HBKB", version u8 (1), Argon2id operations and memory bytes (varints), salt 16, then the master key under
// the passphrase's key (XChaCha20-Poly1305, associated data "hornbook key backup"). BadInput when the passphrase is too
// short.
[[nodiscard]] Result<Bytes> back_up_key(const SchoolOpening& opening, std::string_view passphrase);
struct KeyBackup {
  PassphraseCost cost;
  Bytes sealed;
};
// BadInput when it is no key backup.
[[nodiscard]] Result<KeyBackup> decode_key_backup(ByteView file);
// BadInput when it is no key backup, NotAllowed when the passphrase is not that of the file.
[[nodiscard]] Result<SecretKey> open_key_backup(ByteView file, std::string_view passphrase);

// After the data folder was put back from a copy, with its key or, when `master` is given, without: writes the key
// where the school expects it, and gives the school a new generation, so that every device sends again what the copy
// lacks. NotAllowed when the key is not this school's, BadInput when another key lies in that place; nothing changes
// then.
struct Restored {
  std::string school;
  std::uint64_t generation = 0;
};
[[nodiscard]] Result<Restored> take_up_from_copy(const SchoolOpening& opening, const SecretKey* master, UnixMs now_ms);

}  // namespace hornbook::server
