// A publisher's signing key in a file that its owner alone can read: one line, "hornbook-signing-key-1 " and the seed
// as 64 hexadecimal digits.
#pragma once

#include <filesystem>
#include <vector>

#include "runtime/core/crypto.hpp"

namespace hornbook::platform {

// NotAllowed when the file is there already: a key is never overwritten.
[[nodiscard]] Result<SigningKey> make_key_file(const std::filesystem::path& path);
[[nodiscard]] Result<SigningKey> read_key_file(const std::filesystem::path& path);
// In their order. WrongUsage when two of them hold the same key.
[[nodiscard]] Result<std::vector<SigningKey>> read_key_files(const std::vector<std::filesystem::path>& paths);

}  // namespace hornbook::platform
