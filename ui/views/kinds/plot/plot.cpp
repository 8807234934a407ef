#include "ui/views/kinds/plot/plot.hpp"

#include <algorithm>
#include <cmath>

#include "ui/semantics/lay_out.hpp"
#include "ui/views/plain_text.hpp"

namespace hornbook::ui::views {
namespace {

constexpr Size around_chart{56, 48};    // the grid: its labels and arrows
constexpr Size around_axes{56, 44};     // where they stand at its edge
constexpr Size around_crossed{32, 32};  // where they cross inside it
constexpr float cell_max = 64;
constexpr float label_character = 11;
constexpr float room_of_label = 40;
constexpr float handle_size = 64;

std::string markup_of(engage::Rational value) {
  if (value.denominator() == 1)
    return value.numerator() < 0 ? "$" + std::to_string(value.numerator()) + "$" : std::to_string(value.numerator());
  const bool negative = value.numerator() < 0;
  return std::string(negative ? "$-" : "$") + "\\frac{" + std::to_string(std::abs(value.numerator())) + "}{" +
         std::to_string(value.denominator()) + "}$";
}

std::string markup_at(const engage::PlotAxis& axis, std::uint32_t step) {
  const auto value = engage::value_at(axis, step);
  return value ? markup_of(*value) : std::string();
}

std::string spoken_at(const engage::PlotAxis& axis, std::uint32_t step) { return plain_text(markup_at(axis, step)); }

// As the axis wants them, or fewer where they would not fit.
std::vector<std::string> labels_of(const engage::PlotAxis& axis, float cell, bool across) {
  float longest = 1;
  for (std::uint32_t step = 0; step <= axis.steps; ++step)
    longest = std::max(longest, static_cast<float>(spoken_at(axis, step).size()));
  const float needed = across ? longest * label_character + 8 : 28.F;
  auto every = std::max(1U, axis.label_every);
  while (cell * static_cast<float>(every) < needed && every < axis.steps) ++every;
  std::vector<std::string> labels(axis.steps + 1);
  // Counted from zero, where there is one.
  const std::uint32_t start = engage::step_at(axis, engage::Rational()).value_or(0) % every;
  for (std::uint32_t step = start; step <= axis.steps; step += every) labels[step] = markup_at(axis, step);
  return labels;
}

// Where the other axis crosses this one, 0 … 1 of its length: at zero, or at its beginning.
float crossing(const engage::PlotAxis& axis) {
  const auto zero = engage::step_at(axis, engage::Rational());
  return zero ? static_cast<float>(*zero) / static_cast<float>(axis.steps) : 0;
}

// On either side of the grid.
Size around(const engage::Plot& task) {
  if (engage::is_chart(task)) return around_chart;
  return crossing(task.x) > 0 && crossing(task.y) > 0 ? around_crossed : around_axes;
}

Size grid_size(const Workplace& place, const engage::Plot& task) {
  const float width = place.width - 2 * around(task).width;
  const float height = place.height - 2 * around(task).height;
  if (engage::is_chart(task)) return {std::min(width, 640.F), std::min(height, 480.F)};
  const auto columns = static_cast<float>(task.x.steps);
  const auto rows = static_cast<float>(task.y.steps);
  Size cell{std::min(width / columns, cell_max), std::min(height / rows, cell_max)};
  if (task.x.step == task.y.step) cell.width = cell.height = std::min(cell.width, cell.height);
  return {cell.width * columns, cell.height * rows};
}

SharePoint share_of(const engage::Plot& task, engage::PlotPlace place) {
  return {static_cast<float>(place.x) / static_cast<float>(std::max(1U, task.x.steps)),
          1 - static_cast<float>(place.y) / static_cast<float>(task.y.steps)};
}

// Whether this handle stands right on the screen, and whether it is known not to.
struct Standing {
  bool right = false, wrong = false;
  [[nodiscard]] Paint paint() const { return right ? Paint::Green : wrong ? Paint::Clay : Paint::Horn; }
};

// The line through two places, from edge to edge of the grid.
std::optional<PlaneLine> line_through(const engage::Plot& task, const engage::PlotEntry& entry, Paint paint) {
  if (!entry.handles[0] || !entry.handles[1] || entry.handles[0] == entry.handles[1]) return std::nullopt;
  const SharePoint one = share_of(task, *entry.handles[0]);
  const SharePoint other = share_of(task, *entry.handles[1]);
  const SharePoint along{other.x - one.x, other.y - one.y};
  float first = -1e6F;
  float last = 1e6F;
  const auto cut = [&](float start, float step) {
    if (std::abs(step) < 1e-6F) return;
    const auto [near, far] = std::minmax(-start / step, (1 - start) / step);
    first = std::max(first, near);
    last = std::min(last, far);
  };
  cut(one.x, along.x);
  cut(one.y, along.y);
  return PlaneLine{
      {one.x + first * along.x, one.y + first * along.y}, {one.x + last * along.x, one.y + last * along.y}, paint};
}

struct Marks {
  const Workplace& place;
  const engage::Plot& task;
  PlaneDrawing& drawing;

  void operator()(const engage::PlotPoints& points) const {
    add_points(place.entry(task), points.names, {place.right(), place.reveal.has_value()});
    if (const auto* revealed = place.revealed(task)) add_points(*revealed, points.names, {true, false});
  }
  void operator()(const engage::PlotLine&) const {
    add_line(place.entry(task), {place.right(), place.reveal.has_value()});
    if (const auto* revealed = place.revealed(task)) add_line(*revealed, {true, false});
  }
  void operator()(const engage::PlotBars& chart) const {
    drawing.dots = chart.dots;
    const engage::PlotEntry& shown = place.shown(task);
    for (std::size_t at = 0; at < chart.bars.size(); ++at) {
      const std::uint32_t height = shown.handles[at].value_or(engage::PlotPlace{}).y;
      drawing.bars.push_back(
          {plain_text(chart.bars[at].label), height, place.settled() ? Paint::Green : Paint::Horn, place.settled()});
    }
  }

  void add_points(const engage::PlotEntry& entry, const std::vector<std::string>& names, Standing standing) const {
    for (std::size_t at = 0; at < entry.handles.size(); ++at)
      if (entry.handles[at])
        drawing.points.push_back({share_of(task, *entry.handles[at]),
                                  names.empty() ? std::string() : plain_text(names[at]), standing.paint(),
                                  standing.right});
  }
  void add_line(const engage::PlotEntry& entry, Standing standing) const {
    if (const auto line = line_through(task, entry, standing.paint())) drawing.lines.push_back(*line);
    add_points(entry, {}, standing);
  }
};

// What would stand on the labels under the other axis.
void clear_near(std::uint32_t zero, float cell, std::vector<std::string>& labels) {
  for (std::uint32_t below = 1; below <= zero && static_cast<float>(below) * cell < room_of_label; ++below)
    labels[zero - below].clear();
}

PlaneDrawing drawing_of(const Workplace& place, const engage::Plot& task, Size size) {
  PlaneDrawing drawing;
  drawing.columns = std::max(1U, task.x.steps);
  drawing.rows = task.y.steps;
  drawing.x_axis = engage::is_chart(task) ? 0 : crossing(task.y);
  drawing.y_axis = engage::is_chart(task) ? 0 : crossing(task.x);
  drawing.y_labels = labels_of(task.y, size.height / static_cast<float>(drawing.rows), false);
  drawing.y_name = plain_text(task.y.label);
  if (!engage::is_chart(task)) {
    drawing.x_labels = labels_of(task.x, size.width / static_cast<float>(drawing.columns), true);
    drawing.x_name = plain_text(task.x.label);
    // Where the axes cross, one zero is enough; it would stand on both.
    const auto zero = engage::step_at(task.x, engage::Rational());
    if (zero && *zero > 0 && drawing.x_axis > 0) drawing.x_labels[*zero].clear();
    const auto other_zero = engage::step_at(task.y, engage::Rational());
    if (other_zero && zero && *other_zero > 0 && *zero > 0) {
      drawing.y_labels[*other_zero].clear();
      clear_near(*other_zero, size.height / static_cast<float>(drawing.rows), drawing.y_labels);
    }
  }
  std::visit(Marks{place, task, drawing}, task.form);
  return drawing;
}

std::string name_of_handle(const Workplace& place, const engage::Plot& task, std::size_t at) {
  if (const auto* chart = std::get_if<engage::PlotBars>(&task.form)) return plain_text(chart->bars[at].label);
  const auto* points = std::get_if<engage::PlotPoints>(&task.form);
  const bool named = points != nullptr && !points->names.empty();
  return place.scene.say(Word::PointNamed, {named ? plain_text(points->names[at]) : std::to_string(at + 1)});
}

std::string value_of_handle(const Workplace& place, const engage::Plot& task,
                            const std::optional<engage::PlotPlace>& at) {
  if (engage::is_chart(task)) return spoken_at(task.y, at.value_or(engage::PlotPlace{}).y);
  if (!at) return place.scene.say(Word::NothingYet);
  return place.scene.say(Word::PointAtXY, {spoken_at(task.x, at->x), spoken_at(task.y, at->y)});
}

// From nowhere the first key brings it to where the axes cross.
engage::PlotPlace start_of(const engage::Plot& task, std::size_t handle) {
  if (engage::is_chart(task)) return {static_cast<std::uint32_t>(handle), 0};
  return {engage::step_at(task.x, engage::Rational()).value_or(0),
          engage::step_at(task.y, engage::Rational()).value_or(0)};
}

// A slider for the keys; a finger goes through to the grid.
Node handle_node(const Workplace& place, const engage::Plot& task, std::size_t index, Size size) {
  const std::optional<engage::PlotPlace>& set = place.entry(task).handles[index];
  const engage::PlotPlace now = set.value_or(start_of(task, index));
  const auto handle = static_cast<std::uint8_t>(index);
  Node node;
  node.role = Role::Slider;
  node.id = "handle-" + std::to_string(index + 1);
  node.name = name_of_handle(place, task, index);
  node.value = value_of_handle(place, task, set);
  node.look.radius = handle_size / 2;
  node.look.mirrored_in_rtl = false;
  node.layout.width = handle_size;
  node.layout.height = handle_size;
  SharePoint share = share_of(task, now);
  if (engage::is_chart(task))
    share.x = (static_cast<float>(index) + 0.5F) / static_cast<float>(place.entry(task).handles.size());
  node.layout.left = share.x * size.width - handle_size / 2;
  node.layout.top = share.y * size.height - handle_size / 2;
  if (!place.open) return node;
  const auto to = [&](std::int64_t across, std::int64_t up) {
    const auto moved = [](std::uint32_t step, std::int64_t by, std::uint32_t most) {
      return static_cast<std::uint32_t>(std::clamp<std::int64_t>(std::int64_t{step} + by, 0, most));
    };
    const engage::PlotPlace next{moved(now.x, across, task.x.steps), moved(now.y, up, task.y.steps)};
    return place.act(engage::moving_to(task, handle, set || engage::is_chart(task) ? next : now));
  };
  node.actions.for_keys = true;
  node.actions.increment = engage::is_chart(task) ? to(0, 1) : to(1, 0);
  node.actions.decrement = engage::is_chart(task) ? to(0, -1) : to(-1, 0);
  if (engage::is_chart(task)) return node;
  node.actions.raise = to(0, 1);
  node.actions.lower = to(0, -1);
  return node;
}

std::string name_of_grid(const Workplace& place, const engage::Plot& task) {
  const std::string from = spoken_at(task.y, 0);
  const std::string to = spoken_at(task.y, task.y.steps);
  if (engage::is_chart(task)) return place.scene.say(Word::ChartFromTo, {plain_text(task.y.label), from, to});
  return place.scene.say(Word::GridFromTo, {spoken_at(task.x, 0), spoken_at(task.x, task.x.steps), from, to});
}

}  // namespace

Way way(std::type_identity<engage::Plot>) { return {Word::WayPlot, "way-plot"}; }

float width_beside(const engage::Plot&, float width) { return (width - beside_gap) * 0.6F; }

Node answer(const Workplace& place, const engage::Plot& task) {
  const Size size = grid_size(place, task);
  Node grid = parts::group(Direction::Stack, 0);
  grid.role = Role::Image;
  grid.id = "grid";
  grid.name = name_of_grid(place, task);
  grid.value = plain_text(engage::in_words(task, place.shown(task)));
  grid.look.drawing = drawing_of(place, task, size);
  grid.look.mirrored_in_rtl = false;
  grid.layout.padding_x = around(task).width;
  grid.layout.padding_y = around(task).height;
  grid.layout.width = size.width + 2 * grid.layout.padding_x;
  grid.layout.height = size.height + 2 * grid.layout.padding_y;
  grid.layout.cross = Place::Start;
  if (place.open) grid.actions.place = place.act(engage::PointAt{});
  for (std::size_t at = 0; at < place.entry(task).handles.size(); ++at)
    grid.children.push_back(handle_node(place, task, at, size));
  Node node = parts::group(Direction::Column, 0, {std::move(grid)});
  node.layout.width = place.width;
  node.layout.main = Place::Center;
  node.layout.cross = Place::Center;
  return node;
}

}  // namespace hornbook::ui::views
