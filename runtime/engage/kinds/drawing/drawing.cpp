#include "runtime/engage/kinds/drawing/drawing.hpp"

#include <algorithm>
#include <utility>

namespace hornbook::engage {
namespace {

constexpr std::size_t words_pieces_max = limits::drawing_words_bytes_max / limits::typed_answer_bytes_max;

// Fields of Choose.
enum class Tray : std::uint8_t { Colours, Widths, Tools };
enum class Tool : std::uint8_t { Eraser, Undo, Redo, Clear };

Choose choosing(std::uint8_t thing, Tray tray) { return {thing, static_cast<std::uint8_t>(tray)}; }
Choose choosing(Tool tool) { return choosing(static_cast<std::uint8_t>(tool), Tray::Tools); }

SheetPoint point_under(const PointAt& gesture) {
  const auto along = [](std::uint16_t parts, std::uint32_t points) {
    return static_cast<std::uint16_t>((std::uint32_t{parts} * (points - 1) + point_parts / 2) / point_parts);
  };
  return {along(gesture.x, sheet_width), along(gesture.y, sheet_height)};
}

PointAt pointing_at(SheetPoint point, bool goes_on) {
  const auto along = [](std::uint32_t place, std::uint32_t points) {
    return static_cast<std::uint16_t>((place * point_parts + (points - 1) / 2) / (points - 1));
  };
  return {along(point.x, sheet_width), along(point.y, sheet_height), goes_on};
}

// A pen or the eraser touches the sheet there; `goes_on`: it did so before.
bool touch(DrawingEntry& entry, SheetPoint point, bool goes_on) {
  const SheetPoint before = goes_on ? entry.at : point;
  entry.at = point;
  if (entry.erasing) return erase_along(entry.sheet, before, point);
  return goes_on ? go_on_to(entry.sheet, point) : begin_stroke(entry.sheet, entry.pen, point);
}

struct Enter {
  DrawingEntry& entry;

  bool operator()(const PointAt& gesture) const {
    const bool goes_on = gesture.goes_on && entry.is_down;
    entry.is_down = true;
    entry.moved_by_keys = false;
    static_cast<void>(touch(entry, point_under(gesture), goes_on));
    return true;
  }
  bool operator()(const MoveTo& gesture) const {
    if (gesture.handle > 1 || gesture.position >= std::uint32_t{sheet_width} * sheet_height) return false;
    const SheetPoint point{static_cast<std::uint16_t>(gesture.position % sheet_width),
                           static_cast<std::uint16_t>(gesture.position / sheet_width)};
    const bool was_down = std::exchange(entry.is_down, gesture.handle == 1) && entry.moved_by_keys;
    entry.moved_by_keys = true;
    if (entry.is_down) {
      static_cast<void>(touch(entry, point, was_down));
    } else {
      lift_pen(entry.sheet);
      entry.at = point;
    }
    return true;
  }
  bool operator()(const Choose& gesture) const {
    if (!choose(gesture)) return false;
    lift_pen(entry.sheet);
    entry.is_down = false;
    if (entry.part == DrawingPart::AmongPens) entry.part = DrawingPart::OnSheet;
    return true;
  }
  bool operator()(const AttendTo& gesture) const {
    if (gesture.field > static_cast<std::uint8_t>(DrawingPart::AmongPens)) return false;
    entry.part = static_cast<DrawingPart>(gesture.field);
    return true;
  }
  bool operator()(const TypeText& gesture) const { return write(gesture); }
  bool operator()(const EraseLast& gesture) const { return write(gesture); }
  template <class Other>
  bool operator()(const Other&) const {
    return false;
  }

 private:
  [[nodiscard]] bool choose(const Choose& gesture) const {
    switch (static_cast<Tray>(gesture.field)) {
      case Tray::Colours:
        if (gesture.thing >= pen_colours) return false;
        entry.pen.colour = gesture.thing;
        entry.erasing = false;
        return true;
      case Tray::Widths:
        if (gesture.thing >= pen_widths.size()) return false;
        entry.pen.width = gesture.thing;
        entry.erasing = false;
        return true;
      case Tray::Tools:
        return use(static_cast<Tool>(gesture.thing));
    }
    return false;
  }
  [[nodiscard]] bool use(Tool tool) const {
    switch (tool) {
      case Tool::Eraser:
        entry.erasing = !entry.erasing;
        return true;
      case Tool::Undo:
        return undo(entry.sheet);
      case Tool::Redo:
        return redo(entry.sheet);
      case Tool::Clear:
        return clear(entry.sheet);
    }
    return false;
  }
  [[nodiscard]] bool write(const Gesture& gesture) const {
    if (!enter(entry.words, gesture, words_pieces_max)) return false;
    entry.part = DrawingPart::InWords;
    return true;
  }
};

// How many strokes on the sheet are as wanted, the last perhaps as far as it goes; nothing when one is not.
std::optional<std::size_t> strokes_drawn(const std::vector<const Stroke*>& drawn,
                                         const std::vector<const Stroke*>& wanted) {
  if (drawn.size() > wanted.size()) return std::nullopt;
  for (std::size_t at = 0; at < drawn.size(); ++at) {
    const std::vector<SheetPoint>& points = drawn[at]->points;
    const std::vector<SheetPoint>& aim = wanted[at]->points;
    const bool is_last = at + 1 == drawn.size();
    const bool begins_so = drawn[at]->pen == wanted[at]->pen && points.size() <= aim.size() &&
                           std::equal(points.begin(), points.end(), aim.begin());
    if (!begins_so || (!is_last && points.size() < aim.size())) return std::nullopt;
  }
  return drawn.size();
}

std::optional<Gesture> next_stroke(const DrawingEntry& now, const DrawingEntry& wanted) {
  const std::vector<const Stroke*> drawn = strokes_on(now.sheet);
  const std::vector<const Stroke*> aim = strokes_on(wanted.sheet);
  const auto count = strokes_drawn(drawn, aim);
  if (!count) return clearing();
  if (*count > 0 && drawn.back()->points.size() < aim[*count - 1]->points.size())
    return now.sheet.pen_is_down ? Gesture(pointing_at(aim[*count - 1]->points[drawn.back()->points.size()], true))
                                 : Gesture(clearing());
  if (*count == aim.size()) return std::nullopt;
  const Stroke& next = *aim[*count];
  if (now.pen.colour != next.pen.colour) return taking_colour(next.pen.colour);
  if (now.erasing || now.pen.width != next.pen.width) return taking_width(next.pen.width);
  return pointing_at(next.points.front(), false);
}

}  // namespace

Choose taking_colour(std::uint8_t colour) { return choosing(colour, Tray::Colours); }
Choose taking_width(std::uint8_t width) { return choosing(width, Tray::Widths); }
Choose taking_eraser() { return choosing(Tool::Eraser); }
Choose undoing() { return choosing(Tool::Undo); }
Choose redoing() { return choosing(Tool::Redo); }
Choose clearing() { return choosing(Tool::Clear); }

MoveTo carrying_to(SheetPoint point, bool down) {
  return {static_cast<std::uint8_t>(down ? 1 : 0), std::uint32_t{point.y} * sheet_width + point.x};
}

AttendTo attending_to(DrawingPart part) { return {static_cast<std::uint8_t>(part)}; }

std::optional<KeptDrawing> kept_drawing(const Answer& answer) {
  if (answer.numbers.size() != 1 || answer.numbers[0] > answer.texts.size() || answer.texts.empty())
    return std::nullopt;
  std::string code, words;
  for (std::size_t at = 0; at < answer.texts.size(); ++at) (at < answer.numbers[0] ? code : words) += answer.texts[at];
  auto strokes = strokes_of_code(code);
  if (!strokes || words.size() > limits::drawing_words_bytes_max) return std::nullopt;
  return KeptDrawing{std::move(*strokes), std::move(words)};
}

DrawingEntry empty_entry(const DrawingTask&) { return {}; }

bool enter(const DrawingTask&, DrawingEntry& entry, const Gesture& gesture) {
  return std::visit(Enter{entry}, gesture);
}

bool is_complete(const DrawingTask&, const DrawingEntry& entry) {
  return !strokes_on(entry.sheet).empty() || count_words(entry.words.text) > 0;
}

Answer to_answer(const DrawingTask&, const DrawingEntry& entry) {
  Answer answer;
  answer.texts = pieces_of(code_of(finished_strokes(entry.sheet)));
  answer.numbers = {static_cast<std::uint32_t>(answer.texts.size())};
  for (std::string& piece : pieces_of(entry.words.text)) answer.texts.push_back(std::move(piece));
  return answer;
}

std::optional<DrawingEntry> from_answer(const DrawingTask&, const Answer& answer) {
  auto kept = kept_drawing(answer);
  if (!kept) return std::nullopt;
  DrawingEntry entry;
  entry.sheet = sheet_with(std::move(kept->strokes));
  entry.words.text = std::move(kept->words);
  return entry;
}

Verdict assess(const DrawingTask&, const DrawingEntry&) { return kept_for_teacher(); }

DrawingEntry right_entry(const DrawingTask&) {
  DrawingEntry entry;
  entry.sheet = sheet_with({Stroke{{}, {{300, 400}, {440, 540}, {740, 240}}}});
  return entry;
}

std::vector<DrawingEntry> wrong_entries(const DrawingTask&) { return {}; }

std::optional<Gesture> next_gesture(const DrawingTask&, const DrawingEntry& now, const DrawingEntry& wanted) {
  if (auto key = next_key(now.words.text, wanted.words.text, 0)) return key;
  auto stroke = next_stroke(now, wanted);
  if (stroke && now.part != DrawingPart::OnSheet) return attending_to(DrawingPart::OnSheet);
  return stroke;
}

Gesture way_back(const DrawingTask&) { return LookAgain{}; }

std::string in_words(const DrawingTask&, const DrawingEntry& entry) {
  return entry.words.text.empty() ? "…" : escaped_for_markup(entry.words.text);
}

std::vector<std::string> offered(const DrawingTask&) { return {}; }

}  // namespace hornbook::engage
