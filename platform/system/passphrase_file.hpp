// A passphrase or password that a command reads from a file, wiped when the command has done with it.
#pragma once

#include <filesystem>
#include <string_view>

#include "runtime/core/bytes.hpp"
#include "runtime/core/error.hpp"

namespace hornbook::platform {

class SecretText {
 public:
  SecretText() = default;
  // Takes what `bytes` hold, which must have no copy elsewhere.
  explicit SecretText(Bytes&& bytes) : bytes_(std::move(bytes)) {}
  ~SecretText();
  SecretText(SecretText&& other) noexcept = default;
  SecretText& operator=(SecretText&& other) noexcept;

  [[nodiscard]] std::string_view view() const { return as_text(bytes_); }

 private:
  Bytes bytes_;
};

// The first line, without its line end. NotFound when there is no such file, BadInput when its first line is empty,
// LimitExceeded when it is too long.
[[nodiscard]] Result<SecretText> read_passphrase_file(const std::filesystem::path& file);

}  // namespace hornbook::platform
