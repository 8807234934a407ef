// One activity as a learner meets it: an item of a pack, instantiated with a seed in one language.
//
// Texts carry a small markup that ui/text lays out: `$…$` is mathematics in a TeX subset (`\frac{1}{2}`,
// `1\frac{3}{4}`,
// `\times`, `\div`, `<`, `>`, `=`), `*…*` is emphasis, a blank line starts a paragraph.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "runtime/engage/kinds/kinds.hpp"

namespace hornbook::engage {

struct ItemInstance {
  std::uint32_t item_index = 0;  // position in the pack's list of items
  std::uint32_t seed = 0;
  std::string language;  // BCP 47
  std::string prompt;
  std::optional<Figure> figure;
  Task task;
  std::vector<std::string> hints;  // point, teach, bottom out: exactly three
  std::string explanation;         // one true sentence about what was done well, shown when it is right
  std::string not_yet;             // one useful sentence when no wrong answer of the pack's matches
};

}  // namespace hornbook::engage
