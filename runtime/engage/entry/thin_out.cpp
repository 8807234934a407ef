#include "runtime/engage/entry/thin_out.hpp"

#include <algorithm>
#include <utility>

namespace hornbook::engage {
namespace {

// Exact in 64 bits: a length is below 2^11, its square below 2^22, the product of two squares below 2^44, and 4 times
// that below 2^46.
using Exact = std::int64_t;

struct Step {
  Exact x = 0, y = 0;
};
Step between(SheetPoint from, SheetPoint to) { return {Exact{to.x} - from.x, Exact{to.y} - from.y}; }
Exact dot(Step one, Step other) { return one.x * other.x + one.y * other.y; }
Exact cross(Step one, Step other) { return one.x * other.y - one.y * other.x; }

// The square of the distance from a point to the piece of line from `start` to `end`, times the square of that piece's
// length, so that nothing is divided; times 1 when the piece has no length.
Exact scaled_distance(SheetPoint point, SheetPoint start, SheetPoint end) {
  const Step piece = between(start, end);
  const Step to_point = between(start, point);
  const Exact length = dot(piece, piece);
  if (length == 0) return dot(to_point, to_point);
  const Exact along = dot(piece, to_point);
  if (along <= 0) return dot(to_point, to_point) * length;
  if (along >= length) return dot(between(end, point), between(end, point)) * length;
  const Exact side = cross(piece, to_point);
  return side * side;
}

bool is_within(SheetPoint point, SheetPoint start, SheetPoint end, Exact reach_halves) {
  const Exact length = dot(between(start, end), between(start, end));
  return 4 * scaled_distance(point, start, end) <= reach_halves * reach_halves * std::max<Exact>(length, 1);
}

// Whether the ends of one piece lie on either side of the other, and the other way round.
bool cross_each_other(SheetPoint a, SheetPoint b, SheetPoint c, SheetPoint d) {
  const auto on_both_sides = [](SheetPoint start, SheetPoint end, SheetPoint one, SheetPoint other) {
    const Step piece = between(start, end);
    const Exact first = cross(piece, between(start, one));
    const Exact second = cross(piece, between(start, other));
    return (first < 0 && second > 0) || (first > 0 && second < 0);
  };
  return on_both_sides(a, b, c, d) && on_both_sides(c, d, a, b);
}

}  // namespace

std::vector<SheetPoint> thinned_out(std::span<const SheetPoint> line) {
  if (line.empty()) return {};
  std::vector<bool> kept(line.size(), false);
  kept.front() = kept.back() = true;
  std::vector<std::pair<std::size_t, std::size_t>> stretches{{0, line.size() - 1}};
  while (!stretches.empty()) {
    const auto [first, last] = stretches.back();
    stretches.pop_back();
    Exact farthest = -1;
    std::size_t place = first;
    for (std::size_t at = first + 1; at < last; ++at) {
      const Exact distance = scaled_distance(line[at], line[first], line[last]);
      if (distance > farthest) {
        farthest = distance;
        place = at;
      }
    }
    if (place == first || is_within(line[place], line[first], line[last], thinned_within_halves)) continue;
    kept[place] = true;
    stretches.emplace_back(first, place);
    stretches.emplace_back(place, last);
  }
  std::vector<SheetPoint> result;
  for (std::size_t at = 0; at < line.size(); ++at)
    if (kept[at] && (result.empty() || result.back() != line[at])) result.push_back(line[at]);
  return result;
}

bool comes_near(const Stroke& stroke, SheetPoint from, SheetPoint to, std::int64_t reach) {
  SheetPoint before = stroke.points.front();
  for (const SheetPoint point : stroke.points) {
    if (is_within(point, from, to, 2 * reach) || is_within(from, before, point, 2 * reach) ||
        is_within(to, before, point, 2 * reach) || cross_each_other(before, point, from, to))
      return true;
    before = point;
  }
  return false;
}

}  // namespace hornbook::engage
