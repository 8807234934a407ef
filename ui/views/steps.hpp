// The steps of a problem in a row: which are done, which is at hand, where the learner may turn.
#pragma once

#include "ui/views/workplace.hpp"

namespace hornbook::ui::views {

// Whether there is more than the one question at hand.
[[nodiscard]] bool has_steps(const Workplace& place);
// Whether the problem's words have room beside the steps; else they stand above the question.
[[nodiscard]] bool is_broad(const Workplace& place);
// The item's words when the question has words of its own; else empty.
[[nodiscard]] const std::string& words_above(const Workplace& place);
// Words of the item as a heading, in its language.
[[nodiscard]] Node words_of_item(const Workplace& place, const std::string& words, const char* id, TypeStyle type);

// As many as fit, those around the step at hand. Steps where the learner may turn are buttons.
[[nodiscard]] Node steps(const Workplace& place, float width);

}  // namespace hornbook::ui::views
