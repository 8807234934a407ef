// The drawings that are made from numbers: figures of an activity, beads, ring, tick, meter, number line.
#pragma once

#include <functional>

#include "ui/semantics/look.hpp"
#include "ui/theme/canvas.hpp"

namespace hornbook::ui {

// Draws a short text centred on `x` with its top at `y`, device pixels.
using DrawLabel = std::function<void(const std::string& text, float x, float y, Tint tint)>;

struct DrawingFrame {
  Canvas& canvas;
  const Palette& palette;
  float scale = 1;  // device pixels to a logical one
  float opacity = 1;
  bool mirrored = false;  // runs from the right
  DrawLabel label;
};

// Fits the drawing into the box, device pixels.
void draw(const Drawing& drawing, const Rect& box, Paint ink, const DrawingFrame& frame);

}  // namespace hornbook::ui
