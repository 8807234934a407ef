#include "ui/theme/coverage.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace hornbook::ui {
namespace {

// `inside` is the distance to the edge, positive inside.
float edge(float inside) { return std::clamp(inside + 0.5f, 0.0f, 1.0f); }

}  // namespace

float disc_coverage(float x, float y, float radius) { return edge(radius - std::hypot(x, y)); }

float ring_coverage(float x, float y, float radius, float thickness) {
  const float distance = std::hypot(x, y);
  return std::min(edge(radius - distance), edge(distance - (radius - thickness)));
}

float stroke_coverage(float x, float y, float x1, float y1, float x2, float y2, float thickness) {
  const float along_x = x2 - x1;
  const float along_y = y2 - y1;
  const float length_squared = along_x * along_x + along_y * along_y;
  const float projected = (x - x1) * along_x + (y - y1) * along_y;
  const float share = length_squared > 0 ? std::clamp(projected / length_squared, 0.0f, 1.0f) : 0;
  return edge(thickness / 2 - std::hypot(x - x1 - share * along_x, y - y1 - share * along_y));
}

float wedge_coverage(float x, float y, float share) {
  if (share >= 1) return 1;
  if (share <= 0) return 0;
  const float angle = share * 2 * std::numbers::pi_v<float>;
  // Distances to the two straight edges, positive on the wedge's side.
  const float to_start = x;
  const float to_end = -std::sin(angle) * y - std::cos(angle) * x;
  const float inside = share <= 0.5f ? std::min(to_start, to_end) : std::max(to_start, to_end);
  return edge(inside);
}

float shadow_coverage(float x, float y, float side, float radius, float blur) {
  const float half = side / 2 - blur;
  const float out_x = std::abs(x - side / 2) - (half - radius);
  const float out_y = std::abs(y - side / 2) - (half - radius);
  const float distance =
      std::hypot(std::max(out_x, 0.0f), std::max(out_y, 0.0f)) + std::min(std::max(out_x, out_y), 0.0f) - radius;
  const float share = std::clamp((blur - distance) / (2 * blur), 0.0f, 1.0f);
  return share * share * (3 - 2 * share);
}

}  // namespace hornbook::ui
