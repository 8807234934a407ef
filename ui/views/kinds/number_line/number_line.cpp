#include "ui/views/kinds/number_line/number_line.hpp"

#include <algorithm>

#include "ui/views/measured.hpp"

namespace hornbook::ui::views {
namespace {

constexpr float finish_mark_size = 112;
constexpr float least_height = 96;

std::string markup_at(const engage::NumberLine& task, std::uint32_t tick) {
  const auto value = engage::value_at(task, tick);
  if (!value) return {};
  if (value->denominator() == 1) return std::to_string(value->numerator());
  return "$\\frac{" + std::to_string(value->numerator()) + "}{" + std::to_string(value->denominator()) + "}$";
}

// Labels stand in the middle under their ticks, those at the ends as well.
float half_of_end_labels(const Workplace& place, const engage::NumberLine& task) {
  const auto width_at = [&](std::uint32_t tick) {
    return width_of_longest_word(place, markup_at(task, tick), TypeStyle::Small);
  };
  return std::max(width_at(0), width_at(task.intervals)) / 2;
}

NumberLineDrawing drawing_of(const Workplace& place, const engage::NumberLine& task,
                             std::optional<std::uint32_t> marker) {
  NumberLineDrawing drawing;
  drawing.intervals = std::max(1U, task.intervals);
  for (std::uint32_t tick = 0; tick <= drawing.intervals; ++tick) {
    const bool end = tick == 0 || tick == drawing.intervals;
    const bool labelled = end || (task.label_every > 0 && tick % task.label_every == 0);
    drawing.labels.push_back(labelled ? markup_at(task, tick) : std::string());
  }
  drawing.marker = marker;
  if (place.right()) drawing.right_tick = marker;
  if (const engage::NumberLineEntry* revealed = place.revealed(task)) drawing.right_tick = revealed->tick;
  return drawing;
}

// One step with the arrow keys; from nowhere the marker comes to the first tick.
void make_steps(const Workplace& place, const engage::NumberLine& task, Node& slider,
                std::optional<std::uint32_t> marker) {
  const std::uint32_t up = marker ? std::min(*marker + 1, task.intervals) : 0;
  const std::uint32_t down = marker && *marker > 0 ? *marker - 1 : 0;
  slider.actions.increment = place.act(engage::MoveTo{0, up});
  slider.actions.decrement = place.act(engage::MoveTo{0, down});
  slider.actions.position = place.scene.actions.on(PlaceMarker{0, 0, task.intervals});
}

}  // namespace

Way way(std::type_identity<engage::NumberLine>) { return {Word::WayLine, "way-line"}; }

float width_beside(const engage::NumberLine&, float) { return whole_width; }

Node answer(const Workplace& place, const engage::NumberLine& task) {
  const std::optional<std::uint32_t> marker = place.entry(task).tick;
  Node slider;
  slider.role = Role::Slider;
  slider.id = "number-line";
  slider.name = place.scene.say(Word::OnTheLine);
  // A label that is not drawn is not spoken either: where it stands is counted in ticks.
  slider.value = marker ? place.scene.say(Word::PageOf, {std::to_string(*marker), std::to_string(task.intervals)})
                        : place.scene.say(Word::NothingYet);
  slider.look.drawing = drawing_of(place, task, marker);
  slider.look.mirrored_in_rtl = false;
  const float for_mark = finish_mark_size + place.frame().gap;
  const bool marked = place.right() && place.height >= least_height + for_mark;
  const float below = marked ? for_mark : place.reveal ? 72.F : 0.F;
  slider.layout.width = std::min(place.width, 1120.F);
  slider.layout.padding_x = half_of_end_labels(place, task);
  slider.layout.height = std::clamp(place.height - below, least_height, 144.F);
  if (place.open) make_steps(place, task, slider, marker);
  Node node = parts::group(Direction::Column, place.frame().gap, {std::move(slider)});
  node.layout.cross = Place::Center;
  if (marked) node.children.push_back(finish_mark(place, finish_mark_size));
  if (place.reveal) {
    Node answer = parts::text(markup_at(task, task.target_tick), TypeStyle::Question, Paint::Green);
    answer.name = engage::in_words(task, engage::right_entry(task));
    answer.text = markup_at(task, task.target_tick);
    node.children.push_back(std::move(answer));
  }
  return node;
}

}  // namespace hornbook::ui::views
