#include "sync/server/web/words.hpp"

#include <algorithm>

#include "sync/server/web/words_of_language.hpp"

namespace hornbook::server {
namespace {

bool language_is(std::string_view tag, std::string_view language) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return tag.size() >= 2 && lower(tag[0]) == language[0] && lower(tag[1]) == language[1] &&
         (tag.size() == 2 || tag[2] == '-' || tag[2] == ';' || tag[2] == ' ');
}

}  // namespace

const Words& words_for(std::string_view accept_language) {
  static const Words in_english = english();
  static const Words in_spanish = spanish();
  while (!accept_language.empty()) {
    const std::size_t end = std::min(accept_language.find(','), accept_language.size());
    std::string_view tag = accept_language.substr(0, end);
    accept_language.remove_prefix(std::min(end + 1, accept_language.size()));
    while (!tag.empty() && tag.front() == ' ') tag.remove_prefix(1);
    if (language_is(tag, "en")) return in_english;
    if (language_is(tag, "es")) return in_spanish;
  }
  return in_english;
}

}  // namespace hornbook::server
