// How roles and targets are called in addresses and in folders, so that no name leads out of its place.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "runtime/core/error.hpp"

namespace hornbook::delivery {

// RFC 3986: everything but letters, digits and "-._~" becomes %XX; '/' too.
[[nodiscard]] std::string percent_encoded(std::string_view text);

// "targets" in version 3 is "3.targets.json"; version 0: without a version, as every timestamp is.
[[nodiscard]] std::string metadata_address(std::string_view role, std::int64_t version);
// "dir/HASH.name" for "dir/name" (TUF 1.0.33, section 5.7.3); an empty `hash`: without it. BadInput when `path` is
// empty, absolute, or has an empty, "." or ".." segment or a control character; LimitExceeded when it is too long.
[[nodiscard]] Result<std::string> target_address(std::string_view path, std::string_view hash);
// One name for a file in a flat folder, never hidden. LimitExceeded when it would be longer than a file system takes.
[[nodiscard]] Result<std::string> file_name_of(std::string_view name);

}  // namespace hornbook::delivery
