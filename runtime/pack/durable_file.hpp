// Files that are there whole or not at all.
#pragma once

#include <filesystem>

#include "runtime/core/bytes.hpp"

namespace hornbook::pack {

// NotFound, LimitExceeded when it is longer than `bytes_max`, StorageFailure.
[[nodiscard]] Result<Bytes> read_file(const std::filesystem::path& path, std::size_t bytes_max);

enum class Readers : std::uint8_t { Everyone, OwnerAlone };
// Writes beside `path`, fdatasync, rename, fsync of the folder: after a power cut the old file or the new one is there.
// StorageFailure; then nothing changed.
[[nodiscard]] Done write_file_durably(const std::filesystem::path& path, ByteView bytes,
                                      Readers readers = Readers::Everyone);

}  // namespace hornbook::pack
