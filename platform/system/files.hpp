// Whole small files: read within a limit, written so that a power cut leaves the old one or the new one.
#pragma once

#include <filesystem>

#include "runtime/core/bytes.hpp"
#include "runtime/core/error.hpp"

namespace hornbook::platform {

// NotFound when there is no such file, LimitExceeded when it is longer than `bytes_max`, StorageFailure otherwise.
[[nodiscard]] Result<Bytes> read_file(const std::filesystem::path& path, std::size_t bytes_max);

enum class Readers { OwnerAlone, Everyone };
// Writes beside the target, fdatasync, rename, fsync of the folder. StorageFailure when the disk refuses.
[[nodiscard]] Done write_file(const std::filesystem::path& path, ByteView bytes, Readers readers = Readers::Everyone);

}  // namespace hornbook::platform
