// The grid of a plot with what is set on it: axes, labels, points, a line, bars.
#pragma once

#include "ui/theme/drawings.hpp"

namespace hornbook::ui {

// The grid fills the box, device pixels; labels and arrows stand around it.
void draw_plane(const PlaneDrawing& plane, const Rect& box, const DrawingFrame& frame);

}  // namespace hornbook::ui
