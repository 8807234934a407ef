// The source of a pack as bytes: everything after this works without a disk.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "runtime/core/bytes.hpp"
#include "runtime/core/error.hpp"

namespace hornbook::content {

// By path within the source, with '/'.
using SourceTree = std::map<std::string, Bytes>;

// Regular files below `folder`; hidden ones are passed over. NotFound, LimitExceeded, StorageFailure.
[[nodiscard]] Result<SourceTree> read_source(const std::filesystem::path& folder);

}  // namespace hornbook::content
