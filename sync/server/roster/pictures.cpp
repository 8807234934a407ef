#include "sync/server/roster/pictures.hpp"

#include <algorithm>

namespace hornbook::server {

bool is_avatar(std::string_view name) { return std::find(avatars.begin(), avatars.end(), name) != avatars.end(); }

Result<std::vector<std::uint8_t>> parse_picture_password(std::string_view text) {
  std::vector<std::uint8_t> pictures;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (word.empty()) continue;
    const auto found = std::find(password_pictures.begin(), password_pictures.end(), word);
    if (found == password_pictures.end() || pictures.size() == picture_password_length)
      return fail(ErrorCode::BadInput, "picture password",
                  "it needs three of: sun tree boat star house drum mango kite key");
    pictures.push_back(static_cast<std::uint8_t>(found - password_pictures.begin()));
  }
  if (pictures.size() != picture_password_length)
    return fail(ErrorCode::BadInput, "picture password", "it needs three pictures");
  return pictures;
}

}  // namespace hornbook::server
