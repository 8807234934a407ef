// Whole files in and out, with limits; new files are durable and readable by their owner alone.
#pragma once

#include <filesystem>

#include "runtime/core/bytes.hpp"
#include "runtime/core/error.hpp"

namespace hornbook::server {

// NotFound when there is none, LimitExceeded when it is longer than `bytes_max`.
[[nodiscard]] Result<Bytes> read_file(const std::filesystem::path& file, std::size_t bytes_max);
// Written beside, fsynced, renamed into place: a power cut leaves the old file or the new one. Mode 0600.
[[nodiscard]] Done write_private_file(const std::filesystem::path& file, ByteView content);
// The folder and its parents, mode 0700 for the last.
[[nodiscard]] Done make_private_directory(const std::filesystem::path& directory);

}  // namespace hornbook::server
