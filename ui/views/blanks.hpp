// Blanks to fill, and below them what they are filled with: keys, choices or tiles, for the one where the learner is.
#pragma once

#include "runtime/engage/kinds/blanks.hpp"
#include "ui/views/workplace.hpp"

namespace hornbook::ui::views {

// What stands on the screen.
struct BlanksShown {
  const engage::Blanks& blanks;
  const engage::BlanksEntry& entry;  // the learner's, or the right one
  std::size_t at = 0;                // where the learner is
};

// How wide a blank must be so that anything that may stand in it fits; the same for all that are filled in one way.
[[nodiscard]] float width_of_blank(const Workplace& place, const engage::Blanks& blanks, std::size_t at,
                                   TypeStyle type);
struct BlankLook {
  std::string name;  // what it is called
  float width = 96;
  TypeStyle type = TypeStyle::Body;
};
// The blank at `at`.
[[nodiscard]] Node blank_node(const Workplace& place, const BlanksShown& shown, std::size_t at, BlankLook look);
// Where the learner is, if that is among `on_page`; else the first there that is empty, or the first.
[[nodiscard]] std::size_t blank_at_hand(const engage::Blanks& blanks, const engage::BlanksEntry& entry,
                                        const std::vector<std::size_t>& on_page);

// How high what the blanks are filled with must be at least, for whichever blank.
[[nodiscard]] float filler_height(const Workplace& place, const engage::Blanks& blanks);
// What the blank at hand is filled with; a mark once the answer is settled. It fills the workplace at most.
[[nodiscard]] Node filler(const Workplace& place, const BlanksShown& shown);

}  // namespace hornbook::ui::views
