// The letters of the item's language as keys, for words that are typed.
#pragma once

#include "ui/views/key_grid.hpp"

namespace hornbook::ui::views {

struct WordKeys {
  std::vector<std::string> answers;  // each can be typed by touch
  bool minds_capitals = false;
  std::uint8_t field = 0;
  bool starts_again = true;  // has a key that empties the whole answer
};
[[nodiscard]] WordKeys keys_for(const engage::ShortText& task);
[[nodiscard]] KeyGrid word_keys(const Workplace& place, const WordKeys& keys);

}  // namespace hornbook::ui::views
