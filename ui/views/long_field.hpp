// A text of several lines, written at its end. What does not fit is on pages above, with buttons that lead there.
#pragma once

#include "ui/views/workplace.hpp"

namespace hornbook::ui::views {

struct LongField {
  std::string_view text;
  std::string_view language;  // BCP 47; says which way it runs
};
// Fills the workplace.
[[nodiscard]] Node long_field(const Workplace& place, const LongField& field);

// The text in lines of at most so many characters, broken between words where that is possible.
[[nodiscard]] std::vector<std::string> lines_of(std::string_view text, std::size_t characters_max);

}  // namespace hornbook::ui::views
