// The markup of a pack's texts: `$…$` is mathematics, `$$…$$` the same with the large signs of a line of its own, `*…*`
// is emphasis, a blank line starts a paragraph, one new line is a line break, and a backslash takes `$`, `*`, `[`, `|`,
// `-`, `.` or itself literally. `[s](say:sss)` shows what stands in the brackets and says what stands behind the colon;
// `![a coin](media/coin.svg)` is a picture in the line. A `$`, `*` or `[` without its partner is itself. Lists and
// tables: runtime/engage/source/text_blocks.hpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "runtime/engage/source/text_blocks.hpp"
#include "ui/text/math.hpp"

namespace hornbook::ui::text {

struct Words {
  std::string text;  // UTF-8, without markup
  bool emphasis = false;
};
struct InlinePicture {
  std::string name;  // what the painter knows it by
  std::string description;
};
struct Span {
  std::variant<Words, MathFormula, InlinePicture> what;
  std::uint32_t begin = 0, end = 0;  // bytes of the markup: those of the words themselves, or all of the others'
  std::optional<std::uint32_t> link = {};
};
// Spans that stand in brackets.
struct Link {
  std::string say;  // what a voice says in their place
};
struct ListEntry {
  engage::TextLineBlock::Mark mark = engage::TextLineBlock::Mark::None;  // None: more of the entry before
  std::uint32_t number = 0;
  std::uint8_t depth = 0;
};
struct Paragraph {
  std::vector<Span> spans;
  std::vector<Link> links;
  std::optional<ListEntry> entry;
};
struct Table {
  std::vector<std::vector<Paragraph>> rows;  // each of aligns.size() cells
  std::vector<engage::CellAlign> aligns;
  bool has_head = false;
};
struct Block {
  std::variant<Paragraph, Table> what;
  bool after_blank_line = false;  // false when only a line break stands before it
};

// Always at least one block, which may be an empty paragraph. A text longer than limits::item_text_bytes_max is cut
// there.
[[nodiscard]] std::vector<Block> parse_markup(std::string_view text);

}  // namespace hornbook::ui::text
