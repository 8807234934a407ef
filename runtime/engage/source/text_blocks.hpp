// What the lines of a pack's text are, before their words are read: paragraphs, entries of lists, tables. One reader
// for whoever checks a text and whoever shows it.
//
//   - one              an entry of a list; two spaces before it for each level of a list within a list
//   1. one             the same with a number
//     more of it       two spaces more than its mark: goes on in the entry
//   | a | b |          a row of a table; `\|` is a bar of its own
//   |---|--:|          below the first row: that one is its head; a colon says where the column's words are set
//
// A text without a line end has neither: "- 5" is a number. Nor is a row a table by itself.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace hornbook::engage {

// Bytes of a text.
struct TextPart {
  std::size_t begin = 0, end = 0;
  [[nodiscard]] std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
};

// Words in a line of their own, perhaps as an entry of a list.
struct TextLineBlock {
  enum class Mark : std::uint8_t { None, Dot, Number };
  TextPart words;
  bool in_list = false;      // an entry, or more of one
  Mark mark = Mark::None;    // at its beginning
  std::uint32_t number = 0;  // as it is written, below 1000
  std::uint8_t depth = 0;    // below limits::text_list_depth_max
};
enum class CellAlign : std::uint8_t { Start, Center, End };
struct TextTable {
  std::vector<std::vector<TextPart>> rows;  // at least one, each of aligns.size() cells
  std::vector<CellAlign> aligns;
  bool has_head = false;  // the first row names the columns
};
struct TextBlock {
  std::variant<TextLineBlock, TextTable> what;
  bool after_blank_line = false;
};

// At least one block, which may be an empty line. Rows that are no table, such as those of other lengths, are lines.
[[nodiscard]] std::vector<TextBlock> blocks_of(std::string_view text);

// What is wrong with rows that look as if they were meant to be a table, and how to mend it; nothing when all is well.
[[nodiscard]] std::optional<std::string> problem_in_blocks(std::string_view text);

// A picture in a line: `![a coin](media/coin.svg)`.
struct TextPicture {
  TextPart description, path;
  std::size_t end = 0;  // behind its last sign
};
// The one that begins at `at`, if any; all of it stands in one line, with a description and a path.
[[nodiscard]] std::optional<TextPicture> picture_at(std::string_view text, std::size_t at);

// Behind the `$` or `$$` that closes the mathematics that begins at `at`; 0 when none does. Between single signs it
// stands in one line, and is not empty.
[[nodiscard]] std::size_t end_of_mathematics(std::string_view text, std::size_t at);

}  // namespace hornbook::engage
