// A sheet that is drawn on: what was done to it, in order, so that it can be undone and done again.
#pragma once

#include <variant>

#include "runtime/engage/entry/strokes.hpp"

namespace hornbook::engage {

struct StrokeErased {
  std::size_t place = 0;  // among the strokes that were on the sheet then
  bool operator==(const StrokeErased&) const = default;
};
struct SheetCleared {
  bool operator==(const SheetCleared&) const = default;
};
using SheetAct = std::variant<Stroke, StrokeErased, SheetCleared>;

struct Sheet {
  std::vector<SheetAct> acts;  // at most limits::drawing_acts_max; when there are more, the earliest cannot be undone
  std::size_t done = 0;        // those after it are undone
  bool pen_is_down = false;    // then the last act is a stroke that can be drawn on
  std::size_t thinned = 0;     // points of that stroke that were looked at already
  bool operator==(const Sheet&) const = default;
};

// A sheet with these strokes.
[[nodiscard]] Sheet sheet_with(std::vector<Stroke> strokes);
// What is on it, the latest last. The strokes are the sheet's own.
[[nodiscard]] std::vector<const Stroke*> strokes_on(const Sheet& sheet);
// The same as they are kept: with those points alone that show.
[[nodiscard]] std::vector<Stroke> finished_strokes(Sheet sheet);
// Whether another line would not fit into an answer: see limits::drawing_…_max.
[[nodiscard]] bool is_full(const Sheet& sheet);

// Each says whether anything changed. What is undone is forgotten when something else is done.
[[nodiscard]] bool begin_stroke(Sheet& sheet, Pen pen, SheetPoint point);
// Draws on to there, unless the pen is up.
[[nodiscard]] bool go_on_to(Sheet& sheet, SheetPoint point);
void lift_pen(Sheet& sheet);
// Takes away every stroke that the way between the points touches, whole; each can be brought back.
[[nodiscard]] bool erase_along(Sheet& sheet, SheetPoint from, SheetPoint to);
[[nodiscard]] bool clear(Sheet& sheet);
[[nodiscard]] bool undo(Sheet& sheet);
[[nodiscard]] bool redo(Sheet& sheet);

}  // namespace hornbook::engage
