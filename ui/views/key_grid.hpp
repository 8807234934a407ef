// Keys on the screen, for answers that are typed. They keep the size of a target: what does not fit goes on another
// page of keys.
#pragma once

#include "ui/views/workplace.hpp"

namespace hornbook::ui::views {

struct TypingKey {
  engage::Gesture does;
  std::string name;           // what it is called, and shows unless one of the next is there
  std::string shown;          // markup
  std::string_view picture;   // of ui/theme/pictures
  std::string_view language;  // BCP 47; empty: that of the screen
};
[[nodiscard]] TypingKey typing_key(std::string typed, std::uint8_t field = 0);
[[nodiscard]] TypingKey erase_key(const Workplace& place, std::uint8_t field = 0);
[[nodiscard]] TypingKey start_again_key(const Workplace& place);

struct KeyGrid {
  std::size_t columns = 1;
  std::vector<std::optional<TypingKey>> cells;  // row by row; an empty one keeps its place free
};
// How many columns of keys the workplace has room for.
[[nodiscard]] std::size_t key_columns_that_fit(const Workplace& place);
[[nodiscard]] std::size_t key_rows_that_fit(const Workplace& place);
// Whether a keyboard has letters with marks at the ends of its rows; otherwise they stand below.
[[nodiscard]] bool has_wide_keyboard(const Workplace& place);
using KeyRow = std::vector<TypingKey>;
// Each row begins at the left; a longer one goes on below.
[[nodiscard]] KeyGrid keyboard_of(const std::vector<KeyRow>& rows, bool wide);
// How high so many rows of keys of the least size are.
[[nodiscard]] float height_of_key_rows(const Workplace& place, std::size_t rows);
// How wide so many columns are good to look at.
[[nodiscard]] float width_of_key_columns(std::size_t columns);
// The keys; a large tick or a lamp in their place once the answer is settled.
[[nodiscard]] Node key_grid(const Workplace& place, const KeyGrid& grid);

}  // namespace hornbook::ui::views
