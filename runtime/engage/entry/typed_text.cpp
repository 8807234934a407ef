#include "runtime/engage/entry/typed_text.hpp"

#include <utf8proc.h>

#include "runtime/core/limits.hpp"

namespace hornbook::engage {
namespace {

bool can_be_seen(utf8proc_int32_t character) {
  switch (utf8proc_category(character)) {
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CO:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
      return false;
    default:
      return true;
  }
}

bool replace_when_longer(std::string& text, std::string typed) {
  if (typed.size() == text.size() || typed.size() > limits::typed_answer_bytes_max) return false;
  text = std::move(typed);
  return true;
}

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

// Of the character that starts at `at`.
std::size_t bytes_at(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && continues(text[end])) ++end;
  return end - at;
}

}  // namespace

bool enter(TypedText& entry, const Gesture& gesture) {
  if (const auto* typed = std::get_if<TypeText>(&gesture)) return type_into(entry.text, typed->text);
  return std::holds_alternative<EraseLast>(gesture) && erase_last(entry.text);
}

Answer to_answer(const TypedText& entry) { return {0, {}, {entry.text}}; }

std::optional<std::string> text_of(const Answer& answer) {
  if (answer.texts.size() != 1 || !answer.numbers.empty()) return std::nullopt;
  return answer.texts[0];
}

bool type_into(std::string& text, std::string_view more) {
  std::string typed = text;
  while (!more.empty()) {
    utf8proc_int32_t character = 0;
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(more.data());
    const utf8proc_ssize_t read = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(more.size()), &character);
    const std::size_t size = read > 0 ? static_cast<std::size_t>(read) : 1;
    if (read > 0 && can_be_seen(character)) typed.append(more.substr(0, size));
    more.remove_prefix(size);
  }
  return replace_when_longer(text, std::move(typed));
}

bool type_into(std::string& text, std::string_view more, std::string_view allowed) {
  std::string typed = text;
  for (const char c : more) {
    if (allowed.find(c) != std::string_view::npos) typed.push_back(c);
  }
  return replace_when_longer(text, std::move(typed));
}

bool erase_last(std::string& text) {
  if (text.empty()) return false;
  while (text.size() > 1 && continues(text.back())) text.pop_back();
  text.pop_back();
  return true;
}

std::optional<Gesture> next_key(std::string_view now, std::string_view wanted, std::uint8_t field) {
  if (now == wanted) return std::nullopt;
  const bool stops_inside = now.size() < wanted.size() && continues(wanted[now.size()]);
  if (!wanted.starts_with(now) || stops_inside) return EraseLast{field};
  return TypeText{std::string(wanted.substr(now.size(), bytes_at(wanted, now.size()))), field};
}

std::string escaped_for_markup(std::string_view text) {
  std::string escaped;
  bool begins_line = true;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const bool is_sign = c == '$' || c == '*' || c == '[' || c == '\\';
    const bool marks_line = begins_line && (c == '|' || text.substr(at).starts_with("- "));
    const bool ends_number = begins_line && text.substr(at).starts_with(". ");
    if (is_sign || marks_line || ends_number) escaped += '\\';
    escaped += c;
    begins_line = c == '\n' || (begins_line && (c == ' ' || (c >= '0' && c <= '9')));
  }
  return escaped;
}

}  // namespace hornbook::engage
