// What is right and what is not on a plot.
#include "runtime/engage/kinds/plot/plot.hpp"

namespace hornbook::engage {
namespace {

using Handles = std::vector<std::optional<PlotPlace>>;

std::uint16_t share(std::size_t found, std::size_t all) {
  return static_cast<std::uint16_t>(all == 0 ? 0 : found * full_credit / all);
}

struct Judge {
  const Plot& task;
  const Handles& handles;

  Verdict operator()(const PlotPoints& points) const {
    std::size_t found = 0;
    for (std::size_t at = 0; at < points.places.size(); ++at) {
      const bool there = points.names.empty()
                             ? std::find(handles.begin(), handles.end(), points.places[at]) != handles.end()
                             : handles[at] == points.places[at];
      found += there;
    }
    if (found == points.places.size()) return right();
    for (const ExpectedWrongPlace& expected : points.wrong)
      if (std::find(handles.begin(), handles.end(), expected.place) != handles.end())
        return wrong_as(expected.wrong, share(found, points.places.size()));
    return said_of_several(share(found, points.places.size()));
  }

  Verdict operator()(const PlotLine& wanted) const {
    if (!handles[0] || !handles[1] || handles[0] == handles[1]) return not_yet();
    const auto both_on = [&](const LineEquation& line) {
      return is_on(task, line, *handles[0]) && is_on(task, line, *handles[1]);
    };
    if (both_on(wanted.line)) return right();
    for (const ExpectedWrongLine& expected : wanted.wrong)
      if (both_on(expected.line)) return wrong_as(expected.wrong);
    const std::size_t found =
        std::size_t{is_on(task, wanted.line, *handles[0])} + is_on(task, wanted.line, *handles[1]);
    return not_yet(share(found, 2));
  }

  Verdict operator()(const PlotBars& chart) const {
    std::size_t found = 0;
    const PlotBar* first_wrong = nullptr;
    for (std::size_t at = 0; at < chart.bars.size(); ++at) {
      const PlotBar& bar = chart.bars[at];
      if (handles[at].value_or(PlotPlace{}).y == bar.height)
        ++found;
      else if (first_wrong == nullptr || first_wrong->wrong.feedback.empty())
        first_wrong = &bar;
    }
    if (first_wrong == nullptr) return right();
    Verdict verdict = said_of_several(share(found, chart.bars.size()));
    verdict.misconception = first_wrong->wrong.misconception;
    verdict.feedback = first_wrong->wrong.feedback;
    return verdict;
  }

  [[nodiscard]] Verdict said_of_several(std::uint16_t credit) const {
    Verdict verdict = not_yet(credit);
    if (handles.size() > 1) verdict.remark = Remark::NotAllOfThem;
    return verdict;
  }
};

struct RightHandles {
  Handles operator()(const PlotPoints& points) const { return {points.places.begin(), points.places.end()}; }
  Handles operator()(const PlotLine& wanted) const { return {wanted.shown.begin(), wanted.shown.end()}; }
  Handles operator()(const PlotBars& chart) const {
    Handles handles;
    for (const PlotBar& bar : chart.bars)
      handles.emplace_back(PlotPlace{static_cast<std::uint32_t>(handles.size()), bar.height});
    return handles;
  }
};

// One step up, or down where it is at the top.
PlotPlace beside(const Plot& task, PlotPlace place) {
  place.y = place.y < task.y.steps ? place.y + 1 : place.y - 1;
  return place;
}

// With x and y changed over.
std::optional<PlotPlace> changed_over(const Plot& task, PlotPlace place) {
  const auto x = value_at(task.x, place.x);
  const auto y = value_at(task.y, place.y);
  if (!x || !y) return std::nullopt;
  const auto new_x = step_at(task.x, *y);
  const auto new_y = step_at(task.y, *x);
  return new_x && new_y ? std::optional(PlotPlace{*new_x, *new_y}) : std::nullopt;
}

bool has_two_at_one_place(const Handles& handles) {
  for (std::size_t at = 1; at < handles.size(); ++at)
    if (std::find(handles.begin(), handles.begin() + static_cast<std::ptrdiff_t>(at), handles[at]) !=
        handles.begin() + static_cast<std::ptrdiff_t>(at))
      return true;
  return false;
}

struct WrongHandles {
  const Plot& task;
  Handles right;

  std::vector<Handles> operator()(const PlotPoints& points) const {
    std::vector<Handles> all;
    for (const ExpectedWrongPlace& expected : points.wrong) all.push_back(with_first_at(expected.place));
    if (const auto other = changed_over(task, points.places.front())) all.push_back(with_first_at(*other));
    all.push_back(with_first_at(beside(task, points.places.front())));
    return all;
  }
  std::vector<Handles> operator()(const PlotLine& wanted) const {
    std::vector<Handles> all;
    for (const ExpectedWrongLine& expected : wanted.wrong) all.push_back({expected.shown[0], expected.shown[1]});
    all.push_back({wanted.shown[0], beside(task, wanted.shown[1])});
    return all;
  }
  std::vector<Handles> operator()(const PlotBars& chart) const {
    std::vector<Handles> all;
    for (std::size_t at = 0; at < chart.bars.size(); ++at) {
      all.push_back(right);
      all.back()[at] = beside(task, *right[at]);
    }
    return all;
  }

  [[nodiscard]] Handles with_first_at(PlotPlace place) const {
    Handles handles = right;
    handles[0] = place;
    return handles;
  }
};

}  // namespace

Verdict assess(const Plot& task, const PlotEntry& entry) {
  if (entry.handles.size() != right_entry(task).handles.size()) return not_yet();
  return std::visit(Judge{task, entry.handles}, task.form);
}

PlotEntry right_entry(const Plot& task) { return {std::visit(RightHandles(), task.form), 0}; }

std::vector<PlotEntry> wrong_entries(const Plot& task) {
  std::vector<PlotEntry> entries;
  for (Handles& handles : std::visit(WrongHandles{task, right_entry(task).handles}, task.form))
    if (!has_two_at_one_place(handles)) entries.push_back({std::move(handles), 0});
  return entries;
}

}  // namespace hornbook::engage
