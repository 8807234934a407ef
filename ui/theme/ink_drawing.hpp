// What pens left on a sheet.
#pragma once

#include "ui/theme/drawings.hpp"

namespace hornbook::ui {

// Fits the sheet into the box, device pixels. The paper itself is whatever lies below.
void draw_ink(const InkDrawing& ink, const Rect& box, const DrawingFrame& frame);

}  // namespace hornbook::ui
