// The code of a drawing's strokes: what is taken is what would be written, and fits the limits.
#include <cstdlib>

#include "runtime/core/limits.hpp"
#include "runtime/engage/entry/strokes.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hornbook::engage;
  const std::string code(data, data + size);
  const auto strokes = strokes_of_code(code);
  if (!strokes) return 0;
  if (strokes->size() > hornbook::limits::drawing_strokes_max || code_of(*strokes) != code) std::abort();
  std::size_t length = 0, points = 0;
  for (const Stroke& stroke : *strokes) {
    length += code_length(stroke);
    points += stroke.points.size();
    for (const SheetPoint point : stroke.points)
      if (point.x >= sheet_width || point.y >= sheet_height) std::abort();
  }
  if (length != code.size() || points > hornbook::limits::drawing_points_max) std::abort();
  return 0;
}
