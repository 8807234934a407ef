// A passage on the screen: before its question on the whole leaf, a spread of two pages where it is broad, or beside
// the question, a page at a time. Pages, never a scroll bar.
#pragma once

#include "ui/views/screens.hpp"

namespace hornbook::ui::views {

// The whole screen while the learner reads: text, words to know, easier and harder, the way on.
[[nodiscard]] Node reading(const Scene& scene, const engage::Problem& problem, const Activity& screen);

// Whether a text and a question stand side by side in this frame.
[[nodiscard]] bool has_room_for_both(const parts::Frame& frame);
// A page of the text with a pager, as wide as its layout says.
[[nodiscard]] Node text_beside(const Scene& scene, const engage::Problem& problem, const Activity& screen);

// The way back to the text while the question is on the leaf.
[[nodiscard]] Node to_the_text(const Scene& scene);

}  // namespace hornbook::ui::views
