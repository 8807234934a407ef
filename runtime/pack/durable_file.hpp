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

// Makes the folder and those above it that are not there, so that a power cut afterwards leaves them. StorageFailure.
[[nodiscard]] Done make_folder_durably(const std::filesystem::path& folder);
// No error when there is no such file. Durable with the next flush_folder. StorageFailure.
[[nodiscard]] Done remove_file(const std::filesystem::path& path);
[[nodiscard]] Done flush_folder(const std::filesystem::path& folder);

}  // namespace hornbook::pack
