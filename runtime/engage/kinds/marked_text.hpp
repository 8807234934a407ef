// A text with marked places: `[[2]]` is the place of the second thing, `[[2:the dog]]` are words that are it. So words
// may stand in another order in each language. `\[[` is two brackets; no mark stands in mathematics.
#pragma once

#include "runtime/engage/kinds/pieces.hpp"

namespace hornbook::engage {

struct MarkedText {
  // With markup. Where a mark was stands U+FFFC, the object replacement character of Unicode, which stands nowhere
  // else.
  std::string text;
  std::vector<std::uint8_t> order;  // the thing at each mark, as they are read
  std::vector<std::string> words;   // of each thing, with markup; empty for places
};
inline constexpr std::string_view mark_character = "\uFFFC";

enum class MarkWords : std::uint8_t { None, Needed };

// BadInput unless each of `things`, and nothing else, is marked once.
[[nodiscard]] Result<MarkedText> cut_at_marks(std::string_view text, std::size_t things, MarkWords words);

// The field "text", whose marks are as they should be in every language.
[[nodiscard]] Read<Texts> read_marked_text(Fields& fields, std::size_t things, MarkWords words, const ItemParts& parts);

// The text with `words[k]` where thing k is marked.
[[nodiscard]] std::string with_words(const MarkedText& marked, const std::vector<std::string>& words);

}  // namespace hornbook::engage
