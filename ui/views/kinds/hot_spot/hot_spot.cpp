#include "ui/views/kinds/hot_spot/hot_spot.hpp"

#include "ui/views/picture_map.hpp"

namespace hornbook::ui::views {
namespace {

std::vector<SharePoint> outline_of(const engage::HotSpot& task, const engage::HotArea& area) {
  std::vector<SharePoint> corners;
  for (const engage::PicturePoint corner : engage::outline_of(area.shape))
    corners.push_back({static_cast<float>(corner.x) / static_cast<float>(task.picture.width),
                       static_cast<float>(corner.y) / static_cast<float>(task.picture.height)});
  return corners;
}

// As choices are marked: where several are to be found, "not yet" does not say which are right.
std::optional<AreaMark> mark_of(const Workplace& place, const engage::HotSpot& task, const engage::HotArea& area) {
  const bool taken = engage::is_taken(place.entry(task).chosen, area.source_index);
  const engage::HotSpotEntry* revealed = place.revealed(task);
  const bool right =
      revealed != nullptr ? engage::is_taken(revealed->chosen, area.source_index) : taken && place.right();
  if (right) return AreaMark{outline_of(task, area), Paint::Green, true};
  if (!taken) return std::nullopt;
  const bool tried = std::holds_alternative<engage::TryAgain>(place.activity.phase) && !task.several;
  return AreaMark{outline_of(task, area), tried || place.reveal ? Paint::Clay : Paint::Horn, false};
}

Node marks_node(const Workplace& place, const engage::HotSpot& task, Size size) {
  AreaMarks marks;
  for (const engage::HotArea& area : task.areas)
    if (auto mark = mark_of(place, task, area)) marks.areas.push_back(std::move(*mark));
  Node node;
  node.look.drawing = std::move(marks);
  node.look.mirrored_in_rtl = false;
  node.layout.width = size.width;
  node.layout.height = size.height;
  return node;
}

// For keys, switches and speech; a finger touches the picture, whose areas may have any shape.
Node area_node(const Workplace& place, const engage::HotSpot& task, const engage::HotArea& area, Size size) {
  const Rect box = on_picture(task.picture, size, engage::box_around(area.shape));
  Node node;
  node.role = task.several ? Role::Checkbox : Role::Radio;
  node.id = "area-" + std::to_string(area.source_index);
  node.name = area.description;
  node.state.selected = engage::is_taken(place.entry(task).chosen, area.source_index);
  node.layout.left = box.x;
  node.layout.top = box.y;
  node.layout.width = box.width;
  node.layout.height = box.height;
  node.look.ink = Paint::None;
  if (!place.open) return node;
  node.actions.press = place.act(engage::Choose{area.source_index});
  node.actions.for_keys = true;
  return node;
}

}  // namespace

Way way(std::type_identity<engage::HotSpot>) { return {Word::WayHotSpot, "way-hot-spot"}; }

float width_beside(const engage::HotSpot&, float width) { return (width - beside_gap) * 0.6F; }

Node answer(const Workplace& place, const engage::HotSpot& task) {
  const Size size = size_on_screen(task.picture, {place.width, place.height});
  Node picture = picture_node(task.picture, size);
  if (place.open) picture.actions.place = place.act(engage::PointAt{});
  picture.children.push_back(marks_node(place, task, size));
  for (const engage::HotArea& area : task.areas) picture.children.push_back(area_node(place, task, area, size));
  Node node = parts::group(Direction::Column, 0, {std::move(picture)});
  node.layout.width = place.width;
  node.layout.main = Place::Center;
  node.layout.cross = Place::Center;
  return node;
}

}  // namespace hornbook::ui::views
