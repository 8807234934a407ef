#include "runtime/engage/kinds/picture_map.hpp"

#include <array>

#include "runtime/core/limits.hpp"
#include "runtime/engage/source/item_parts.hpp"
#include "runtime/engage/template/compose.hpp"

namespace hornbook::engage {
namespace {

// Corners of a quarter of a circle of radius 1000, from three o'clock downwards.
constexpr std::array<std::array<std::int32_t, 2>, 8> quarter{
    {{1000, 0}, {981, 195}, {924, 383}, {831, 556}, {707, 707}, {556, 831}, {383, 924}, {195, 981}}};

std::uint16_t within(std::int64_t value) {
  return static_cast<std::uint16_t>(std::clamp<std::int64_t>(value, 0, limits::picture_units_max));
}

struct Contains {
  std::int64_t x, y;

  bool operator()(const PictureCircle& circle) const {
    const std::int64_t across = x - circle.centre.x;
    const std::int64_t down = y - circle.centre.y;
    const std::int64_t radius = circle.radius;
    return across * across + down * down <= radius * radius;
  }
  bool operator()(const PictureRectangle& box) const {
    return x >= box.corner.x && x <= box.corner.x + box.width && y >= box.corner.y && y <= box.corner.y + box.height;
  }
  bool operator()(const PicturePolygon& polygon) const {
    bool inside = false;
    PicturePoint before = polygon.corners.back();
    for (const PicturePoint corner : polygon.corners) {
      if ((corner.y > y) != (before.y > y) && is_left_of(corner, before)) inside = !inside;
      before = corner;
    }
    return inside;
  }
  // Of the edge between two corners, one above and one below; without division, so that no point is rounded.
  [[nodiscard]] bool is_left_of(PicturePoint one, PicturePoint other) const {
    const std::int64_t rise = std::int64_t{other.y} - one.y;
    const std::int64_t side = (x - one.x) * rise - (y - one.y) * (std::int64_t{other.x} - one.x);
    return rise > 0 ? side < 0 : side > 0;
  }
};

struct OutlineOf {
  std::vector<PicturePoint> operator()(const PictureCircle& circle) const {
    std::vector<PicturePoint> corners;
    const auto add = [&](std::int32_t across, std::int32_t down) {
      corners.push_back({within(circle.centre.x + across * circle.radius / 1000),
                         within(circle.centre.y + down * circle.radius / 1000)});
    };
    for (const auto& [across, down] : quarter) add(across, down);
    for (const auto& [across, down] : quarter) add(-down, across);
    for (const auto& [across, down] : quarter) add(-across, -down);
    for (const auto& [across, down] : quarter) add(down, -across);
    return corners;
  }
  std::vector<PicturePoint> operator()(const PictureRectangle& box) const {
    const std::uint16_t right = within(box.corner.x + box.width);
    const std::uint16_t bottom = within(box.corner.y + box.height);
    return {box.corner, {right, box.corner.y}, {right, bottom}, {box.corner.x, bottom}};
  }
  std::vector<PicturePoint> operator()(const PicturePolygon& polygon) const { return polygon.corners; }
};

Read<std::vector<std::uint16_t>> read_units(const Located& value, std::size_t least, std::size_t most) {
  TRY_ASSIGN(const auto entries, value.entries(least, most));
  std::vector<std::uint16_t> numbers;
  for (const Located& entry : entries) {
    TRY_ASSIGN(const std::int64_t number, entry.whole(0, limits::picture_units_max));
    numbers.push_back(static_cast<std::uint16_t>(number));
  }
  return numbers;
}

bool is_on(const PictureMapTemplate& map, std::int64_t x, std::int64_t y) {
  return x >= 0 && y >= 0 && x <= map.width && y <= map.height;
}

Read<PictureShape> on_the_picture(PictureShape shape, const Located& field, const PictureMapTemplate& map) {
  const auto* circle = std::get_if<PictureCircle>(&shape);
  const PictureRectangle box = box_around(shape);
  const bool fits =
      is_on(map, box.corner.x + box.width, box.corner.y + box.height) &&
      (circle == nullptr || is_on(map, circle->centre.x - circle->radius, circle->centre.y - circle->radius));
  if (!fits) return bad_field(field.pointer, "the area reaches beyond the picture's size");
  if (box.width == 0 || box.height == 0) return bad_field(field.pointer, "the area is empty");
  return shape;
}

}  // namespace

bool contains(const PictureShape& shape, PicturePoint point) { return std::visit(Contains{point.x, point.y}, shape); }

std::vector<PicturePoint> outline_of(const PictureShape& shape) { return std::visit(OutlineOf(), shape); }

PictureRectangle box_around(const PictureShape& shape) {
  const std::vector<PicturePoint> corners = outline_of(shape);
  const auto [left, right] =
      std::minmax_element(corners.begin(), corners.end(), [](PicturePoint a, PicturePoint b) { return a.x < b.x; });
  const auto [top, bottom] =
      std::minmax_element(corners.begin(), corners.end(), [](PicturePoint a, PicturePoint b) { return a.y < b.y; });
  return {{left->x, top->y}, within(right->x - left->x), within(bottom->y - top->y)};
}

PicturePoint point_on(const PictureMap& map, const PointAt& gesture) {
  return {within((std::int64_t{gesture.x} * map.width + point_parts / 2) / point_parts),
          within((std::int64_t{gesture.y} * map.height + point_parts / 2) / point_parts)};
}

PointAt pointing_at(const PictureMap& map, PicturePoint point) {
  return {static_cast<std::uint16_t>((std::int64_t{point.x} * point_parts + map.width / 2) / map.width),
          static_cast<std::uint16_t>((std::int64_t{point.y} * point_parts + map.height / 2) / map.height), false};
}

Read<PictureMapTemplate> read_picture_map(Fields& fields, const ItemParts& parts) {
  TRY_ASSIGN(auto figure, parts.optional_figure(fields));
  TRY_ASSIGN(const Located size, fields.required("size"));
  TRY_ASSIGN(const auto sides, read_units(size, 2, 2));
  const auto* picture = figure ? std::get_if<PictureTemplate>(&figure->drawing) : nullptr;
  if (picture == nullptr)
    return bad_field(fields.pointer(), "a figure with a picture of the pack's media is needed here");
  if (sides[0] == 0 || sides[1] == 0) return bad_field(size.pointer, "the picture's width and height are above 0");
  return PictureMapTemplate{*picture, std::move(figure->description), sides[0], sides[1]};
}

Read<PicturePoint> read_point(const Located& value, const PictureMapTemplate& map) {
  TRY_ASSIGN(const auto numbers, read_units(value, 2, 2));
  if (!is_on(map, numbers[0], numbers[1])) return bad_field(value.pointer, "the place lies beyond the picture's size");
  return PicturePoint{numbers[0], numbers[1]};
}

Read<PictureShape> read_shape(Fields& fields, const PictureMapTemplate& map) {
  const auto circle = fields.optional("circle");
  const auto rectangle = fields.optional("rectangle");
  const auto polygon = fields.optional("polygon");
  if (circle.has_value() + rectangle.has_value() + polygon.has_value() != 1)
    return bad_field(fields.pointer(), "an area is one of circle, rectangle and polygon");
  if (circle) {
    TRY_ASSIGN(const auto numbers, read_units(*circle, 3, 3));
    return on_the_picture(PictureCircle{{numbers[0], numbers[1]}, numbers[2]}, *circle, map);
  }
  if (rectangle) {
    TRY_ASSIGN(const auto numbers, read_units(*rectangle, 4, 4));
    return on_the_picture(PictureRectangle{{numbers[0], numbers[1]}, numbers[2], numbers[3]}, *rectangle, map);
  }
  TRY_ASSIGN(const auto numbers, read_units(*polygon, 6, 2 * limits::picture_corners_max));
  if (numbers.size() % 2 != 0) return bad_field(polygon->pointer, "each corner has two numbers");
  PicturePolygon shape;
  for (std::size_t at = 0; at < numbers.size(); at += 2) shape.corners.push_back({numbers[at], numbers[at + 1]});
  return on_the_picture(std::move(shape), *polygon, map);
}

Result<PictureMap> compose_picture_map(const PictureMapTemplate& source, const Composer& composer) {
  TRY_ASSIGN(std::string description, composer.text(source.description));
  return PictureMap{Figure{MediaPicture{source.picture.object}, std::move(description)}, source.width, source.height};
}

}  // namespace hornbook::engage
