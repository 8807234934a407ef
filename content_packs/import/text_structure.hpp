// Lists and tables in the markup of a pack's texts (runtime/engage/source/text_blocks.hpp), as every importer writes
// them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/engage/source/text_blocks.hpp"

namespace hornbook::content {

// How the entries of a list are marked: HTML's `ul`, or `ol` with `start` and `reversed`.
struct ListStyle {
  bool is_numbered = false;
  long next = 1;
  long step = 1;
};
// What HTML says of an `ol`; without them, it counts 1, 2, 3. A list that counts down without a start begins at
// `entries`.
[[nodiscard]] ListStyle numbered_list(std::string_view start, bool is_reversed, std::size_t entries);

// An entry, and `style` goes on to the next. Lines of `words` belong to it, and lists in them are lists within it;
// empty lines are left out. A number that no mark can have stands in the words.
[[nodiscard]] std::string list_entry(ListStyle& style, std::string_view words);
// Whether the text begins as an entry of a list.
[[nodiscard]] bool is_list(std::string_view markup);
// Whether a table stands in the text.
[[nodiscard]] bool has_table(std::string_view markup);
// Entries, one after another, as one list: one alone is a list by its line end.
[[nodiscard]] std::string as_list(const std::vector<std::string>& entries);

struct TableCell {
  std::string words;  // markup
  bool is_head = false;
  std::size_t columns = 1;  // that it spans
  std::size_t rows = 1;
  engage::CellAlign align = engage::CellAlign::Start;
};
using TableRows = std::vector<std::vector<TableCell>>;

struct WrittenTable {
  std::vector<std::string> parts;  // each a text, or a part of one behind an empty line
  std::string not_kept;            // what no table of a pack can show, as the end of a sentence; empty: it is all there
  bool is_table = false;           // otherwise its rows are lines or entries of a list
};
// Cells of the first row that are all heads name the columns, heads in other rows are emphasised. A long table becomes
// several with the same head. Where a table of a pack cannot hold it (too wide, a single row or column, cells of
// several paragraphs), what it says stays, in the same order.
[[nodiscard]] WrittenTable write_table(TableRows rows);

// The text with each table that has things in its cells (things.hpp) as a list with an entry for each row, for places
// where a table can have none. Nothing when there is no such table.
[[nodiscard]] std::optional<std::string> with_tables_of_things_as_lists(const std::string& markup);

// `![a coin](media/coin.svg)`. Brackets in the description become round ones, so that nothing ends it.
[[nodiscard]] std::string picture_in_line(const std::string& path, std::string description);
// A path with nothing in it that ends such a picture.
[[nodiscard]] std::string path_in_line(std::string path);

}  // namespace hornbook::content
