#include "runtime/engage/entry/long_text.hpp"

namespace hornbook::engage {
namespace {

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

// The end of a piece that starts at `start`: not inside a character, if the text is UTF-8.
std::size_t end_of_piece(std::string_view text, std::size_t start) {
  if (text.size() - start <= limits::typed_answer_bytes_max) return text.size();
  std::size_t end = start + limits::typed_answer_bytes_max;
  while (end > start + 1 && continues(text[end])) --end;
  return end;
}

bool is_space(char byte) { return byte == ' ' || byte == '\n'; }

// Line by line, so that what cannot be seen is left out of each.
bool type_lines(std::string& text, std::string_view more, std::size_t pieces_max) {
  std::string typed = text;
  while (true) {
    const std::size_t end = more.find('\n');
    std::string line;
    static_cast<void>(type_into(line, more.substr(0, end)));
    typed += line;
    if (end == std::string_view::npos) break;
    typed += '\n';
    more.remove_prefix(end + 1);
  }
  if (typed.size() == text.size() || pieces_of(typed).size() > pieces_max) return false;
  text = std::move(typed);
  return true;
}

}  // namespace

bool enter(LongText& entry, const Gesture& gesture, std::size_t pieces_max) {
  if (const auto* typed = std::get_if<TypeText>(&gesture)) return type_lines(entry.text, typed->text, pieces_max);
  return std::holds_alternative<EraseLast>(gesture) && erase_last(entry.text);
}

std::vector<std::string> pieces_of(std::string_view text) {
  std::vector<std::string> pieces;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = end_of_piece(text, start);
    pieces.emplace_back(text.substr(start, end - start));
    start = end;
  }
  return pieces;
}

Answer to_answer(const LongText& entry) { return {0, {}, pieces_of(entry.text)}; }

std::optional<std::string> long_text_of(const Answer& answer) {
  if (answer.texts.empty() || !answer.numbers.empty()) return std::nullopt;
  std::string text;
  for (const std::string& piece : answer.texts) text += piece;
  return text;
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  for (std::size_t at = 0; at < text.size(); ++at)
    if (!is_space(text[at]) && (at == 0 || is_space(text[at - 1]))) ++words;
  return words;
}

}  // namespace hornbook::engage
