// From what the dispatcher reports to what the station does.
#pragma once

#include "ui/screens/flow.hpp"
#include "ui/semantics/node.hpp"

namespace hornbook::ui {

// The intent behind an activation, with the typed text or the position put into it where the view left it open:
// TypePassphrase and TypeText take a text that is not empty, PlaceMarker takes the position, PointAt the place.
[[nodiscard]] Intent intent_of(const Actions<Intent>& actions, const Activation& activation);

}  // namespace hornbook::ui
