// A passage shared among columns: what a page of a book is to its reader. Pure; the same text, size and measure give
// the same columns.
#pragma once

#include "runtime/engage/passage/passage.hpp"
#include "ui/semantics/lay_out.hpp"

namespace hornbook::ui::views {

struct TextPiece {
  TypeStyle type = TypeStyle::Body;        // of words; Title and Strong are headings
  std::string words;                       // with markup; empty for a figure
  const engage::Figure* figure = nullptr;  // borrowed from the passage
  float height = 0;
  std::uint16_t block = 0;   // of the level, that the words are from
  std::ptrdiff_t shift = 0;  // from a byte of the words to its place in the block's text
};
struct TextColumn {
  std::vector<TextPiece> pieces;
  std::uint16_t last_paragraph = 0;  // from 1; the last of which a part stands here or before
};

struct ColumnSize {
  float width = 0, height = 0;
  float gap = 16;  // between pieces
};

// At least one column, under the title if there is one. A paragraph that does not fit goes on in the next column, at a
// sentence's end where there is one near, never in the middle of a formula or of emphasis; a list between its entries,
// a table between its rows and with its head again. A heading stays with what follows it.
[[nodiscard]] std::vector<TextColumn> columns_of(const engage::Passage& passage, const engage::PassageLevel& level,
                                                 const ColumnSize& size, const MeasureText& measure);

// Without the text engine: broad letters.
[[nodiscard]] Size estimated_text(const TextRequest& request);

}  // namespace hornbook::ui::views
