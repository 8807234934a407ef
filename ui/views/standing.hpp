// How something that the learner chose or filled in stands, and how that looks.
#pragma once

#include "ui/views/workplace.hpp"

namespace hornbook::ui::views {

enum class Standing : std::uint8_t { Open, Chosen, Right, NotYet };

// The ground and the edge.
void paint_standing(Node& node, Standing standing);
// A tick or a turning arrow for Right and NotYet.
[[nodiscard]] Node sign_of(const Workplace& place, Standing standing, float size);
// The same in the upper corner at the end, for a Stack; nothing for Open and Chosen.
[[nodiscard]] std::vector<Node> corner_sign(const Workplace& place, Standing standing);

}  // namespace hornbook::ui::views
