// What is watched at the station: where it stands, and what of it changes by itself.
#pragma once

#include "ui/screens/flow.hpp"

namespace hornbook::ui {

// The item at hand, when it is watched; nullptr otherwise.
[[nodiscard]] const session::Working* watched(const StationState& state);
// When what plays next looks different or stops; nothing while nothing plays.
[[nodiscard]] std::optional<MonotonicMs> next_picture(const StationState& state, MonotonicMs now);

}  // namespace hornbook::ui
