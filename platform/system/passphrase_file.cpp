#include "platform/system/passphrase_file.hpp"

#include <algorithm>

#include "platform/system/files.hpp"
#include "runtime/core/crypto.hpp"
#include "runtime/core/limits.hpp"

namespace hornbook::platform {

SecretText::~SecretText() { wipe(bytes_); }

SecretText& SecretText::operator=(SecretText&& other) noexcept {
  wipe(bytes_);
  bytes_ = std::move(other.bytes_);
  return *this;
}

Result<SecretText> read_passphrase_file(const std::filesystem::path& file) {
  TRY_ASSIGN(Bytes content, read_file(file, limits::passphrase_bytes_max + 2));
  const auto end = std::find_if(content.begin(), content.end(), [](std::uint8_t c) { return c == '\r' || c == '\n'; });
  std::fill(end, content.end(), std::uint8_t{0});  // the vector keeps its room, and the room what lay there
  content.erase(end, content.end());
  if (content.empty()) return fail(ErrorCode::BadInput, "passphrase file", "its first line is empty");
  return SecretText(std::move(content));
}

}  // namespace hornbook::platform
