// How much of a pixel a shape covers, 0 … 1, from the distance of the pixel's centre to the shape's edge. Half a pixel
// on either side of the edge makes it smooth. Lengths in pixels.
#pragma once

namespace hornbook::ui {

// A disc around the origin.
[[nodiscard]] float disc_coverage(float x, float y, float radius);
// A ring whose outer edge is at `radius`.
[[nodiscard]] float ring_coverage(float x, float y, float radius, float thickness);
// A stroke with round ends from (x1, y1) to (x2, y2).
[[nodiscard]] float stroke_coverage(float x, float y, float x1, float y1, float x2, float y2, float thickness);
// A wedge from twelve o'clock, clockwise, over `share` (0 … 1) of the turn; without end outwards.
[[nodiscard]] float wedge_coverage(float x, float y, float share);
// A soft square of `side` with rounded corners, blurred over `blur` on either side of an edge that lies `blur` inside.
[[nodiscard]] float shadow_coverage(float x, float y, float side, float radius, float blur);

}  // namespace hornbook::ui
