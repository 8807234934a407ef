// What can be heard: the button that plays it, with its words beside it.
#pragma once

#include "ui/views/workplace.hpp"

namespace hornbook::ui::views {

// The sound that belongs to what is read: that of the hint, of the question, of the item; nullptr when there is none.
[[nodiscard]] const engage::Sound* sound_shown(const Workplace& place);
// The button, and its caption in what the width leaves.
[[nodiscard]] Node sound_row(const Workplace& place, const engage::Sound& sound, float width);
[[nodiscard]] float sound_row_height(const Workplace& place, const engage::Sound& sound, float width);
// The button alone, where the caption stands elsewhere.
[[nodiscard]] Node sound_button(const Workplace& place, const engage::Sound& sound);

}  // namespace hornbook::ui::views
