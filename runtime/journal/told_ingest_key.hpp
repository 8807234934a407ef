// The school's ingest key S as the school told it last, in DIR/ingest_key beside the identity, which names the one that
// the device was enrolled with (FORMAT.md). Kept apart so that it is one small file with its place in the order, and
// no writer of the identity can bring an older key back.
#pragma once

#include <filesystem>
#include <optional>

#include "runtime/core/crypto.hpp"
#include "runtime/core/error.hpp"

namespace hornbook::journal {

// Of two, the one of the greater server generation counts, then the one of the greater number.
struct ToldIngestKey {
  std::uint64_t generation = 0;  // of the server that told it
  std::uint64_t number = 0;      // from 1; grows with each rotation
  BoxPublicKey key;
};

[[nodiscard]] Bytes encode(const ToldIngestKey& told);
// BadInput when it is none, Corrupt when its checksum fails.
[[nodiscard]] Result<ToldIngestKey> decode_told_ingest_key(ByteView bytes);

// Nothing when none was told, or the file is damaged: the school tells it again when a bundle comes that is sealed to
// another. StorageFailure when the disk refuses.
[[nodiscard]] Result<std::optional<ToldIngestKey>> load_told_ingest_key(const std::filesystem::path& data_directory);
// Atomic and durable. True when it is later than what was there, else nothing changes. StorageFailure when the disk
// refuses.
[[nodiscard]] Result<bool> keep_told_ingest_key(const ToldIngestKey& told, const std::filesystem::path& data_directory);

}  // namespace hornbook::journal
