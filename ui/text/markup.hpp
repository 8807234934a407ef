// The markup of a pack's texts: `$…$` is mathematics, `$$…$$` the same with the large signs of a line of its own, `*…*`
// is emphasis, a blank line starts a paragraph, one new line is a line break, and a backslash takes `$`, `*`, `[` or
// itself literally. `[s](say:sss)` shows what stands in the brackets and says what stands behind the colon. A `$`, `*`
// or `[` without its partner is itself.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "ui/text/math.hpp"

namespace hornbook::ui::text {

struct Words {
  std::string text;  // UTF-8, without markup
  bool emphasis = false;
};
struct Span {
  std::variant<Words, MathFormula> what;
  std::uint32_t begin = 0, end = 0;  // bytes of the markup: those of the words themselves, or all of the formula's
  std::optional<std::uint32_t> link = {};
};
// Spans that stand in brackets.
struct Link {
  std::string say;  // what a voice says in their place
};
struct Paragraph {
  std::vector<Span> spans;
  std::vector<Link> links;
  bool after_blank_line = false;  // false when only a line break stands before it
};

// Always at least one paragraph, which may be empty. A text longer than limits::item_text_bytes_max is cut there.
[[nodiscard]] std::vector<Paragraph> parse_markup(std::string_view text);

}  // namespace hornbook::ui::text
