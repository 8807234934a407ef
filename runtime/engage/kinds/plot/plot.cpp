#include "runtime/engage/kinds/plot/plot.hpp"

namespace hornbook::engage {
namespace {

const PlotBars* bars_of(const Plot& task) { return std::get_if<PlotBars>(&task.form); }

std::size_t handles_of(const Plot& task) {
  if (const auto* points = std::get_if<PlotPoints>(&task.form)) return points->places.size();
  const PlotBars* chart = bars_of(task);
  return chart == nullptr ? 2 : chart->bars.size();
}

// The step nearest to a share of an axis.
std::uint32_t nearest_step(std::uint32_t parts, std::uint32_t steps) {
  return std::min(steps, (parts * steps + point_parts / 2) / point_parts);
}

PlotPlace place_under(const Plot& task, const PointAt& point) {
  const std::uint32_t from_below = point_parts - std::min<std::uint32_t>(point.y, point_parts);
  const std::uint32_t along = std::min<std::uint32_t>(point.x, point_parts);
  const std::uint32_t y = nearest_step(from_below, task.y.steps);
  const auto bars = static_cast<std::uint32_t>(handles_of(task));
  if (is_chart(task)) return {std::min(bars - 1, along * bars / point_parts), y};
  return {nearest_step(along, task.x.steps), y};
}

PointAt pointing_at(const Plot& task, PlotPlace place, bool goes_on) {
  const auto bars = static_cast<std::uint32_t>(handles_of(task));
  const std::uint32_t x = is_chart(task) ? (2 * place.x + 1) * point_parts / (2 * bars)
                                         : (place.x * point_parts + task.x.steps / 2) / task.x.steps;
  const std::uint32_t y = point_parts - (place.y * point_parts + task.y.steps / 2) / task.y.steps;
  return {static_cast<std::uint16_t>(x), static_cast<std::uint16_t>(y), goes_on};
}

std::uint64_t distance(PlotPlace one, PlotPlace other) {
  const std::int64_t across = std::int64_t{one.x} - other.x;
  const std::int64_t up = std::int64_t{one.y} - other.y;
  return static_cast<std::uint64_t>(across * across + up * up);
}

// Of handles that lie there, one that is not held already, so that a second touch takes the one below.
std::optional<std::uint8_t> handle_at(const PlotEntry& entry, PlotPlace place) {
  std::optional<std::uint8_t> found;
  for (std::size_t at = 0; at < entry.handles.size(); ++at) {
    if (entry.handles[at] != place) continue;
    if (!found || *found == entry.held) found = static_cast<std::uint8_t>(at);
  }
  return found;
}

std::uint8_t handle_for(const PlotEntry& entry, PlotPlace place) {
  if (const auto there = handle_at(entry, place)) return *there;
  const auto& handles = entry.handles;
  const auto unset = std::find(handles.begin(), handles.end(), std::nullopt);
  const auto nearer = [&](const auto& one, const auto& other) {
    return distance(*one, place) < distance(*other, place);
  };
  const auto chosen = unset != handles.end() ? unset : std::min_element(handles.begin(), handles.end(), nearer);
  return static_cast<std::uint8_t>(chosen - handles.begin());
}

bool set_handle(PlotEntry& entry, std::uint8_t handle, PlotPlace place) {
  const PlotEntry before = entry;
  entry.handles[handle] = place;
  entry.held = handle;
  return entry != before;
}

bool point_at(const Plot& task, PlotEntry& entry, const PointAt& point) {
  PlotPlace place = place_under(task, point);
  if (point.goes_on && entry.handles[entry.held]) {
    if (is_chart(task)) place.x = entry.held;
    return set_handle(entry, entry.held, place);
  }
  return set_handle(entry, is_chart(task) ? static_cast<std::uint8_t>(place.x) : handle_for(entry, place), place);
}

bool is_set(const std::optional<PlotPlace>& handle) { return handle.has_value(); }

std::string in_mathematics(Rational value) {
  if (value.denominator() == 1) return std::to_string(value.numerator());
  const bool negative = value.numerator() < 0;
  return std::string(negative ? "-" : "") + "\\frac{" +
         std::to_string(negative ? -value.numerator() : value.numerator()) + "}{" +
         std::to_string(value.denominator()) + "}";
}

std::string value_in_words(const PlotAxis& axis, std::uint32_t step) {
  const auto value = value_at(axis, step);
  return value ? in_mathematics(*value) : std::string();
}

std::string point_in_words(const Plot& task, PlotPlace place) {
  return "$(" + value_in_words(task.x, place.x) + ", " + value_in_words(task.y, place.y) + ")$";
}

// "2x", "x", "-x".
std::string times_x(Rational factor) {
  if (factor == Rational::whole(1)) return "x";
  return factor == Rational::whole(-1) ? "-x" : in_mathematics(factor) + "x";
}

// As an equation, so that it needs no words.
Result<std::string> line_in_words(const Plot& task, PlotPlace first, PlotPlace second) {
  TRY_ASSIGN(const Rational x1, value_at(task.x, first.x));
  TRY_ASSIGN(const Rational y1, value_at(task.y, first.y));
  TRY_ASSIGN(const Rational x2, value_at(task.x, second.x));
  TRY_ASSIGN(const Rational y2, value_at(task.y, second.y));
  if (x1 == x2) return "$x = " + in_mathematics(x1) + "$";
  TRY_ASSIGN(const Rational rise, subtract(y2, y1));
  TRY_ASSIGN(const Rational run, subtract(x2, x1));
  TRY_ASSIGN(const Rational slope, divide(rise, run));
  TRY_ASSIGN(const Rational part, multiply(slope, x1));
  TRY_ASSIGN(const Rational intercept, subtract(y1, part));
  const Rational zero;
  if (slope == zero) return "$y = " + in_mathematics(intercept) + "$";
  std::string words = "$y = " + times_x(slope);
  if (intercept > zero) words += " + " + in_mathematics(intercept);
  if (intercept < zero) words += " - " + in_mathematics(intercept).substr(1);
  return words + "$";
}

}  // namespace

bool is_chart(const Plot& task) { return std::holds_alternative<PlotBars>(task.form); }

MoveTo moving_to(const Plot& task, std::uint8_t handle, PlotPlace place) {
  return {handle, place.y * (task.x.steps + 1) + place.x};
}

PlotEntry empty_entry(const Plot& task) {
  PlotEntry entry;
  entry.handles.resize(handles_of(task));
  return entry;
}

bool enter(const Plot& task, PlotEntry& entry, const Gesture& gesture) {
  if (const auto* point = std::get_if<PointAt>(&gesture)) return point_at(task, entry, *point);
  const auto* move = std::get_if<MoveTo>(&gesture);
  if (move == nullptr || move->handle >= entry.handles.size()) return false;
  const PlotPlace place{move->position % (task.x.steps + 1), move->position / (task.x.steps + 1)};
  if (place.y > task.y.steps || (is_chart(task) && place.x != move->handle)) return false;
  return set_handle(entry, move->handle, place);
}

bool is_complete(const Plot& task, const PlotEntry& entry) {
  const auto& handles = entry.handles;
  if (is_chart(task)) return std::any_of(handles.begin(), handles.end(), is_set);
  const bool all = std::all_of(handles.begin(), handles.end(), is_set);
  return all && !(std::holds_alternative<PlotLine>(task.form) && handles[0] == handles[1]);
}

Answer to_answer(const Plot& task, const PlotEntry& entry) {
  Answer answer;
  for (const auto& handle : entry.handles) {
    const PlotPlace place = handle.value_or(PlotPlace{});
    if (!is_chart(task)) answer.numbers.push_back(place.x);
    answer.numbers.push_back(place.y);
  }
  return answer;
}

std::optional<PlotEntry> from_answer(const Plot& task, const Answer& answer) {
  const std::size_t handles = handles_of(task);
  const std::size_t each = is_chart(task) ? 1 : 2;
  if (answer.numbers.size() != each * handles || !answer.texts.empty()) return std::nullopt;
  PlotEntry entry;
  for (std::size_t at = 0; at < handles; ++at) {
    const std::uint32_t x = is_chart(task) ? static_cast<std::uint32_t>(at) : answer.numbers[2 * at];
    const std::uint32_t y = answer.numbers[each * at + each - 1];
    if (x > task.x.steps || y > task.y.steps) return std::nullopt;
    entry.handles.emplace_back(PlotPlace{x, y});
  }
  return is_complete(task, entry) ? std::optional(std::move(entry)) : std::nullopt;
}

std::optional<Gesture> next_gesture(const Plot& task, const PlotEntry& now, const PlotEntry& wanted) {
  for (std::size_t at = 0; at < now.handles.size(); ++at) {
    const auto& handle = now.handles[at];
    if (handle == wanted.handles[at]) continue;
    if (is_chart(task)) return pointing_at(task, *wanted.handles[at], false);
    if (!handle) continue;
    // Take hold of it, then lead it.
    if (now.held != at) return pointing_at(task, *handle, false);
    return pointing_at(task, *wanted.handles[at], true);
  }
  const auto unset = std::find(now.handles.begin(), now.handles.end(), std::nullopt);
  if (unset == now.handles.end()) return std::nullopt;
  return pointing_at(task, *wanted.handles[static_cast<std::size_t>(unset - now.handles.begin())], false);
}

Gesture way_back(const Plot&) { return LookAgain{}; }

std::string in_words(const Plot& task, const PlotEntry& entry) {
  std::string words;
  const auto* points = std::get_if<PlotPoints>(&task.form);
  if (std::holds_alternative<PlotLine>(task.form)) {
    if (!is_complete(task, entry)) return words;
    return line_in_words(task, *entry.handles[0], *entry.handles[1]).value_or(std::string());
  }
  for (std::size_t at = 0; at < entry.handles.size(); ++at) {
    const PlotPlace place = entry.handles[at].value_or(PlotPlace{});
    if (points != nullptr && !entry.handles[at]) continue;
    words.append(words.empty() ? "" : ", ");
    if (points == nullptr) {
      words.append(bars_of(task)->bars[at].label).append(": $").append(value_in_words(task.y, place.y)).append("$");
    } else {
      if (!points->names.empty()) words.append(points->names[at]).append(" ");
      words.append(point_in_words(task, place));
    }
  }
  return words;
}

std::vector<std::string> offered(const Plot& task) {
  std::vector<std::string> labels;
  if (const PlotBars* chart = bars_of(task))
    for (const PlotBar& bar : chart->bars) labels.push_back(bar.label);
  return labels;
}

}  // namespace hornbook::engage
