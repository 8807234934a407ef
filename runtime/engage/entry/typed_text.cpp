#include "runtime/engage/entry/typed_text.hpp"

#include "runtime/core/limits.hpp"

namespace hornbook::engage {

bool type_into(std::string& text, std::string_view more, std::string_view allowed) {
  std::string typed = text;
  for (const char c : more) {
    if (allowed.find(c) != std::string_view::npos) typed.push_back(c);
  }
  if (typed.size() == text.size() || typed.size() > limits::typed_answer_bytes_max) return false;
  text = std::move(typed);
  return true;
}

bool erase_last(std::string& text) {
  if (text.empty()) return false;
  text.pop_back();
  return true;
}

std::optional<Gesture> next_key(std::string_view now, std::string_view wanted, std::uint8_t field) {
  if (now == wanted) return std::nullopt;
  if (!wanted.starts_with(now)) return EraseLast{field};
  return TypeText{std::string(wanted.substr(now.size(), 1)), field};
}

}  // namespace hornbook::engage
