// A publisher's signing key in a file that its owner alone can read: one line, "hornbook-signing-key-1 " and the seed
// as 64 hexadecimal digits.
#pragma once

#include <filesystem>

#include "runtime/core/crypto.hpp"

namespace hornbook::platform {

// NotAllowed when the file is there already: a key is never overwritten.
[[nodiscard]] Result<SigningKey> make_key_file(const std::filesystem::path& path);
[[nodiscard]] Result<SigningKey> read_key_file(const std::filesystem::path& path);

}  // namespace hornbook::platform
