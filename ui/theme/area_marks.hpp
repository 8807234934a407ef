// Areas of a picture, marked: a light ground, an outline, and a tick where colour would be the only sign.
#pragma once

#include "ui/theme/drawings.hpp"

namespace hornbook::ui {

// Fits the marks onto the picture in the box, device pixels.
void draw_areas(const AreaMarks& marks, const Rect& box, const DrawingFrame& frame);

}  // namespace hornbook::ui
