// Where a paragraph of a passage may go on in another column, and what of it is a sentence.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ui/semantics/text_range.hpp"

namespace hornbook::ui::views {

struct TextCut {
  std::size_t end = 0;         // what stands before it is the first part
  std::size_t at = 0;          // where the second one begins
  bool ends_sentence = false;  // or a line, or a row of a table
  bool breaks_entry = false;   // within an entry of a list, whose rest has no mark and no indent
  std::string_view head = {};  // what the second part begins with again: the head of a table
};

// Ascending. Behind a space outside of formulas, emphasis, pictures and what is said otherwise; behind a line; between
// rows of a table, which both keep its head.
[[nodiscard]] std::vector<TextCut> cuts_of(std::string_view words);

// Each sentence of a paragraph or of an entry, and each cell below a table's head; in their order.
[[nodiscard]] std::vector<TextRange> sentences_of(std::string_view words);

}  // namespace hornbook::ui::views
