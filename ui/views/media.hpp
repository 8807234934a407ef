// What is watched on the screen: a video or slides with the words of what is heard, or these words alone to read.
#pragma once

#include "ui/views/screens.hpp"

namespace hornbook::ui::views {

// The whole screen while the learner watches, or reads what they could watch.
[[nodiscard]] Node media(const Scene& scene, const session::Working& working, const Activity& screen);

// The way back to the media while the question is on the leaf.
[[nodiscard]] Node to_the_media(const Scene& scene);
// The main action after the last question, when more of the media follows.
[[nodiscard]] Node rest_of_the_media(const Scene& scene);

}  // namespace hornbook::ui::views
