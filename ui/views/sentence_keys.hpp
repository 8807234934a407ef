// What answers in one's own words have in common.
#pragma once

#include "ui/semantics/lay_out.hpp"
#include "ui/views/workplace.hpp"

namespace hornbook::ui::views {

// The letters of the item's language, with capitals where a sentence begins. Once the answer is handed in, a mark that
// it is kept stands in their place.
[[nodiscard]] Node sentence_keys(const Workplace& place, std::string_view written);

// Of a page that has the field above the keys.
[[nodiscard]] float height_of_field(const Workplace& place);

// Small words under the question; nothing when there are none, or no room.
[[nodiscard]] std::vector<Node> reminder(const Workplace& place, std::string words, Size room);
// "Look for: the name of the plant · which part we eat"; empty when there is nothing to look for.
[[nodiscard]] std::string look_for(const Workplace& place, const std::vector<std::string>& checklist);

}  // namespace hornbook::ui::views
