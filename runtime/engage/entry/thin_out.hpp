// Lines of many points with those left out that do not show, and how near two of them come.
#pragma once

#include "runtime/engage/entry/strokes.hpp"

namespace hornbook::engage {

// No point that is left out lies farther than this from the line that remains, in halves of a point of the sheet: about
// a pixel of a tablet.
inline constexpr std::int64_t thinned_within_halves = 3;

// The first and the last point, and of those between them as few as are needed. Source: Douglas and Peucker 1973,
// "Algorithms for the reduction of the number of points required to represent a digitized line or its caricature",
// The Canadian Cartographer 10(2), pages 112–122; distances are those to the piece of line, so that loops stay loops.
[[nodiscard]] std::vector<SheetPoint> thinned_out(std::span<const SheetPoint> line);

// Whether the way from one point to another comes within `reach` of the middle of the stroke.
[[nodiscard]] bool comes_near(const Stroke& stroke, SheetPoint from, SheetPoint to, std::int64_t reach);

}  // namespace hornbook::engage
