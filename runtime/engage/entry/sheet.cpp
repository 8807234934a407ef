#include "runtime/engage/entry/sheet.hpp"

#include <algorithm>

#include "runtime/core/limits.hpp"
#include "runtime/engage/entry/thin_out.hpp"

namespace hornbook::engage {
namespace {

constexpr std::int64_t eraser_reach = 16;  // beside the stroke's own width
constexpr std::size_t short_line_code = 16;

struct Apply {
  std::vector<const Stroke*>& strokes;
  void operator()(const Stroke& stroke) const { strokes.push_back(&stroke); }
  void operator()(const StrokeErased& erased) const {
    if (erased.place < strokes.size()) strokes.erase(strokes.begin() + static_cast<std::ptrdiff_t>(erased.place));
  }
  void operator()(const SheetCleared&) const { strokes.clear(); }
};

struct Taken {
  std::size_t strokes = 0, points = 0, code = 0;
};
Taken taken_of(const Sheet& sheet) {
  Taken taken;
  for (const Stroke* stroke : strokes_on(sheet)) {
    ++taken.strokes;
    taken.points += stroke->points.size();
    taken.code += code_length(*stroke);
  }
  return taken;
}

bool fits(const Sheet& sheet) {
  const Taken taken = taken_of(sheet);
  return taken.strokes <= limits::drawing_strokes_max && taken.points <= limits::drawing_points_max &&
         taken.code <= limits::drawing_code_bytes_max;
}

void thin_out_trail(Sheet& sheet) {
  auto& points = std::get<Stroke>(sheet.acts.back()).points;
  const auto trail = points.begin() + static_cast<std::ptrdiff_t>(sheet.thinned);
  const std::vector<SheetPoint> kept = thinned_out({trail, points.end()});
  points.erase(trail, points.end());
  points.insert(points.end(), kept.begin(), kept.end());
  sheet.thinned = points.size() - 1;
}

// What cannot be undone any more: what is on the sheet is there from the beginning.
void forget_how(Sheet& sheet) {
  std::vector<SheetAct> acts;
  for (const Stroke* stroke : strokes_on(sheet)) acts.emplace_back(*stroke);
  sheet.acts = std::move(acts);
  sheet.done = sheet.acts.size();
}

void act(Sheet& sheet, SheetAct next) {
  lift_pen(sheet);
  sheet.acts.resize(sheet.done);
  if (sheet.acts.size() >= limits::drawing_acts_max) forget_how(sheet);
  sheet.acts.push_back(std::move(next));
  sheet.done = sheet.acts.size();
}

}  // namespace

Sheet sheet_with(std::vector<Stroke> strokes) {
  Sheet sheet;
  for (Stroke& stroke : strokes) sheet.acts.emplace_back(std::move(stroke));
  sheet.done = sheet.acts.size();
  return sheet;
}

std::vector<const Stroke*> strokes_on(const Sheet& sheet) {
  std::vector<const Stroke*> strokes;
  for (std::size_t at = 0; at < sheet.done; ++at) std::visit(Apply{strokes}, sheet.acts[at]);
  return strokes;
}

std::vector<Stroke> finished_strokes(Sheet sheet) {
  lift_pen(sheet);
  std::vector<Stroke> strokes;
  for (const Stroke* stroke : strokes_on(sheet)) strokes.push_back(*stroke);
  return strokes;
}

bool is_full(const Sheet& sheet) {
  const Taken taken = taken_of(sheet);
  return taken.strokes >= limits::drawing_strokes_max || taken.points >= limits::drawing_points_max ||
         taken.code + short_line_code > limits::drawing_code_bytes_max;
}

bool begin_stroke(Sheet& sheet, Pen pen, SheetPoint point) {
  lift_pen(sheet);
  if (is_full(sheet)) return false;
  act(sheet, Stroke{pen, {point}});
  sheet.pen_is_down = true;
  sheet.thinned = 0;
  return true;
}

bool go_on_to(Sheet& sheet, SheetPoint point) {
  if (!sheet.pen_is_down) return false;
  auto& points = std::get<Stroke>(sheet.acts.back()).points;
  if (points.back() == point) return false;
  points.push_back(point);
  if (points.size() - sheet.thinned > limits::drawing_trail_max) thin_out_trail(sheet);
  if (fits(sheet)) return true;
  thin_out_trail(sheet);
  if (fits(sheet)) return true;
  points.pop_back();
  sheet.thinned = std::min(sheet.thinned, points.size() - 1);
  return false;
}

void lift_pen(Sheet& sheet) {
  if (!sheet.pen_is_down) return;
  thin_out_trail(sheet);
  sheet.pen_is_down = false;
  sheet.thinned = 0;
}

bool erase_along(Sheet& sheet, SheetPoint from, SheetPoint to) {
  lift_pen(sheet);
  const std::vector<const Stroke*> strokes = strokes_on(sheet);
  std::vector<std::size_t> touched;
  for (std::size_t at = strokes.size(); at-- > 0;)
    if (comes_near(*strokes[at], from, to, eraser_reach + pen_widths[strokes[at]->pen.width] / 2))
      touched.push_back(at);
  // From the last on, so that the places of those before it stay.
  for (const std::size_t place : touched) act(sheet, StrokeErased{place});
  return !touched.empty();
}

bool clear(Sheet& sheet) {
  lift_pen(sheet);
  if (strokes_on(sheet).empty()) return false;
  act(sheet, SheetCleared{});
  return true;
}

bool undo(Sheet& sheet) {
  lift_pen(sheet);
  if (sheet.done == 0) return false;
  --sheet.done;
  return true;
}

bool redo(Sheet& sheet) {
  lift_pen(sheet);
  if (sheet.done == sheet.acts.size()) return false;
  ++sheet.done;
  return true;
}

}  // namespace hornbook::engage
