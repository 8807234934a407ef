#include "ui/theme/area_marks.hpp"

#include <algorithm>
#include <cmath>

namespace hornbook::ui {
namespace {

constexpr float ground_opacity = 0.22f;
constexpr float outline_width = 5;
constexpr float halo_width = 9;  // light around the outline, so that it is seen on any picture
constexpr float badge_radius = 18;

using Points = std::vector<SharePoint>;  // device pixels here

Points on(const Points& outline, const Rect& box) {
  Points points;
  for (const SharePoint& corner : outline)
    points.push_back({box.x + corner.x * box.width, box.y + corner.y * box.height});
  return points;
}

// Where a row of pixels crosses the outline, from left to right; inside lies between each two.
std::vector<float> crossings(const Points& corners, float y) {
  std::vector<float> found;
  SharePoint before = corners.back();
  for (const SharePoint& corner : corners) {
    if ((corner.y > y) != (before.y > y))
      found.push_back(before.x + (corner.x - before.x) * (y - before.y) / (corner.y - before.y));
    before = corner;
  }
  std::sort(found.begin(), found.end());
  return found;
}

float lowest(const Points& corners) {
  return std::max_element(corners.begin(), corners.end(), [](auto& a, auto& b) { return a.y < b.y; })->y;
}
float highest(const Points& corners) {
  return std::min_element(corners.begin(), corners.end(), [](auto& a, auto& b) { return a.y < b.y; })->y;
}

void fill(const Points& corners, Tint tint, Canvas& canvas) {
  for (float y = std::floor(highest(corners)); y < lowest(corners); ++y) {
    const std::vector<float> edges = crossings(corners, y + 0.5f);
    for (std::size_t at = 0; at + 1 < edges.size(); at += 2)
      canvas.fill({std::round(edges[at]), y, std::round(edges[at + 1]) - std::round(edges[at]), 1}, tint);
  }
}

void trace(const Points& corners, float thickness, Tint tint, Canvas& canvas) {
  SharePoint before = corners.back();
  for (const SharePoint& corner : corners) {
    canvas.line(before.x, before.y, corner.x, corner.y, thickness, tint);
    before = corner;
  }
}

// The middle of the widest row inside, among some.
SharePoint middle_of(const Points& corners) {
  constexpr int rows = 15;
  const float top = highest(corners);
  const float height = lowest(corners) - top;
  SharePoint best{corners.front()};
  float widest = 0;
  // From the middle row outwards, so that of equal ones the middle wins.
  for (int step = 0; step < rows; ++step) {
    const int away = (step + 1) / 2 * (step % 2 == 0 ? 1 : -1);
    const float y = top + height * (0.5f + static_cast<float>(away) / (rows + 1));
    const std::vector<float> edges = crossings(corners, y);
    for (std::size_t at = 0; at + 1 < edges.size(); at += 2) {
      const float width = edges[at + 1] - edges[at];
      if (width > widest + 1) {
        best = {(edges[at] + edges[at + 1]) / 2, y};
        widest = width;
      }
    }
  }
  return best;
}

}  // namespace

void draw_areas(const AreaMarks& marks, const Rect& box, const DrawingFrame& frame) {
  const auto px = [&](float logical) { return std::max(1.0f, std::round(logical * frame.scale)); };
  const auto tint = [&](Paint paint, float opacity) { return Tint{frame.palette.of(paint), frame.opacity * opacity}; };
  for (const AreaMark& area : marks.areas) {
    if (area.outline.size() < 3) continue;
    const Points corners = on(area.outline, box);
    fill(corners, tint(area.paint, ground_opacity), frame.canvas);
    trace(corners, px(halo_width), tint(Paint::Leaf, 1), frame.canvas);
    trace(corners, px(outline_width), tint(area.paint, 1), frame.canvas);
    if (!area.tick) continue;
    const SharePoint middle = middle_of(corners);
    frame.canvas.fill_disc(middle.x, middle.y, px(badge_radius), tint(Paint::Leaf, 1));
    frame.canvas.outline_disc(middle.x, middle.y, px(badge_radius), px(3), tint(area.paint, 1));
    const float side = px(badge_radius) * 1.2f;
    draw(Tick{1}, {middle.x - side / 2, middle.y - side / 2, side, side}, Paint::Green, frame);
  }
}

}  // namespace hornbook::ui
