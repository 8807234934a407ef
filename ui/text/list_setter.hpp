// The entries of a list: marks at the start, words behind a hanging indent.
#pragma once

#include <span>
#include <string>

#include "ui/text/text_content.hpp"

namespace hornbook::ui::text {

// How and where blocks are set.
struct SetIn {
  const TextStyle& style;
  std::string_view language;
  float width_px;
  FontSet& fonts;
  BoxesInText& boxes;
};

[[nodiscard]] bool is_entry(const Block& block);

// A number with its full stop in the digits that texts of the language are written with by default (Unicode CLDR 44,
// numberingSystems and defaultNumberingSystem of each locale); a dot, or a dash in lists within lists.
[[nodiscard]] std::string written_mark(const ListEntry& entry, std::string_view language);

// All of `entries` must be entries; `blank_line_space` is set above those that follow a blank line. Adds to the
// layout's lines and height.
void set_list(std::span<const Block> entries, float blank_line_space, const SetIn& in, TextLayout& layout);

}  // namespace hornbook::ui::text
