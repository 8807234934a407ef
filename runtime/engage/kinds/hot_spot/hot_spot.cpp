#include "runtime/engage/kinds/hot_spot/hot_spot.hpp"

namespace hornbook::engage {
namespace {

constexpr std::int32_t places_tried = 32;  // along each side of the box around an area

const HotArea* area_under(const HotSpot& task, PicturePoint point) {
  const auto found = std::find_if(task.areas.rbegin(), task.areas.rend(),
                                  [&](const HotArea& area) { return contains(area.shape, point); });
  return found == task.areas.rend() ? nullptr : &*found;
}

bool take(const HotSpot& task, HotSpotEntry& entry, std::uint8_t area) {
  if (thing_at(task.areas, area) == nullptr) return false;
  if (task.several) {
    toggle(entry.chosen, area);
    return true;
  }
  const Chosen only{area};
  const bool changes = entry.chosen != only;
  entry.chosen = only;
  return changes;
}

}  // namespace

HotSpotEntry empty_entry(const HotSpot&) { return {}; }

bool enter(const HotSpot& task, HotSpotEntry& entry, const Gesture& gesture) {
  if (const auto* choose = std::get_if<Choose>(&gesture)) return take(task, entry, choose->thing);
  const auto* point = std::get_if<PointAt>(&gesture);
  if (point == nullptr || point->goes_on) return false;
  const HotArea* area = area_under(task, point_on(task.picture, *point));
  return area != nullptr && take(task, entry, area->source_index);
}

bool is_complete(const HotSpot&, const HotSpotEntry& entry) { return !entry.chosen.empty(); }

Answer to_answer(const HotSpot&, const HotSpotEntry& entry) {
  return {0, {entry.chosen.begin(), entry.chosen.end()}, {}};
}

std::optional<HotSpotEntry> from_answer(const HotSpot& task, const Answer& answer) {
  auto chosen = chosen_by(task.areas, answer);
  if (!chosen || (!task.several && chosen->size() != 1)) return std::nullopt;
  return HotSpotEntry{std::move(*chosen)};
}

Verdict assess(const HotSpot& task, const HotSpotEntry& entry) {
  if (task.several) return assess_chosen(task.areas, entry.chosen);
  const HotArea* area = entry.chosen.size() == 1 ? thing_at(task.areas, entry.chosen.front()) : nullptr;
  if (area == nullptr) return not_yet();
  return area->correct ? right() : wrong_as(area->wrong);
}

HotSpotEntry right_entry(const HotSpot& task) {
  Chosen all = right_ones(task.areas);
  if (!task.several && !all.empty()) all.resize(1);
  return {std::move(all)};
}

std::vector<HotSpotEntry> wrong_entries(const HotSpot& task) {
  std::vector<HotSpotEntry> entries;
  if (task.several) {
    for (Chosen& chosen : wrongly_chosen(task.areas)) entries.push_back({std::move(chosen)});
    return entries;
  }
  for (const HotArea& area : task.areas)
    if (!area.correct) entries.push_back({{area.source_index}});
  return entries;
}

std::optional<Gesture> next_gesture(const HotSpot& task, const HotSpotEntry& now, const HotSpotEntry& wanted) {
  if (now == wanted) return std::nullopt;
  const auto next =
      task.several ? first_difference(now.chosen, wanted.chosen) : std::optional<std::uint8_t>(wanted.chosen.front());
  const HotArea* area = thing_at(task.areas, next);
  const auto place = area == nullptr ? std::nullopt : place_to_touch(task, *area);
  return place ? std::optional<Gesture>(pointing_at(task.picture, *place)) : std::nullopt;
}

Gesture way_back(const HotSpot&) { return LookAgain{}; }

std::string in_words(const HotSpot& task, const HotSpotEntry& entry) {
  std::string words;
  for (const HotArea& area : task.areas)
    if (is_taken(entry.chosen, area.source_index)) words.append(words.empty() ? "" : ", ").append(area.description);
  return words;
}

std::vector<std::string> offered(const HotSpot& task) {
  std::vector<std::string> descriptions;
  for (const HotArea& area : task.areas) descriptions.push_back(area.description);
  return descriptions;
}

std::optional<PicturePoint> place_to_touch(const HotSpot& task, const HotArea& area) {
  const PictureRectangle box = box_around(area.shape);
  std::optional<PicturePoint> best;
  std::int32_t best_distance = 0;
  for (std::int32_t row = 0; row <= places_tried; ++row)
    for (std::int32_t column = 0; column <= places_tried; ++column) {
      const PicturePoint place{static_cast<std::uint16_t>(box.corner.x + box.width * column / places_tried),
                               static_cast<std::uint16_t>(box.corner.y + box.height * row / places_tried)};
      const std::int32_t across = column - places_tried / 2;
      const std::int32_t down = row - places_tried / 2;
      const std::int32_t distance = across * across + down * down;
      if (best && distance >= best_distance) continue;
      // Where a finger can be told to go, which has its own steps.
      if (area_under(task, point_on(task.picture, pointing_at(task.picture, place))) != &area) continue;
      best = place;
      best_distance = distance;
    }
  return best;
}

}  // namespace hornbook::engage
