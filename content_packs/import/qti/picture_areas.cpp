#include "content_packs/import/qti/picture_areas.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "content_packs/import/qti/numbers.hpp"
#include "runtime/core/limits.hpp"

namespace hornbook::content::qti {
namespace {

constexpr std::size_t round_corners = 24;  // of what stands for an ellipse

std::vector<Point> around(Point centre, double across, double down) {
  std::vector<Point> corners;
  for (std::size_t at = 0; at < round_corners; ++at) {
    const double turn = 2 * std::numbers::pi * static_cast<double>(at) / round_corners;
    corners.push_back({centre.x + across * std::cos(turn), centre.y + down * std::sin(turn)});
  }
  return corners;
}

// A whole picture has none.
std::vector<Point> corners_of(const Area& area) {
  const auto& c = area.coordinates;
  switch (area.shape) {
    case Shape::Default:
      return {};
    case Shape::Rectangle:
      return {{c[0], c[1]}, {c[2], c[1]}, {c[2], c[3]}, {c[0], c[3]}};
    case Shape::Circle:
      return around({c[0], c[1]}, c[2], c[2]);
    case Shape::Ellipse:
      return around({c[0], c[1]}, c[2], c[3]);
    case Shape::Polygon:
      break;
  }
  std::vector<Point> corners;
  for (std::size_t at = 0; at + 1 < c.size(); at += 2) corners.push_back({c[at], c[at + 1]});
  return corners;
}

// What is no number, because areas lie beyond all bounds, is 0.
std::uint16_t whole(double value, std::uint16_t most) {
  const double rounded = std::round(value);
  if (!(rounded > 0)) return 0;
  return rounded >= most ? most : static_cast<std::uint16_t>(rounded);
}

bool is_whole_circle(const Plate& plate, const Area& area) {
  const auto& c = area.coordinates;
  return area.shape == Shape::Circle && c[0] >= c[2] && c[1] >= c[2] && (c[0] + c[2]) * plate.scale <= plate.width &&
         (c[1] + c[2]) * plate.scale <= plate.height;
}

}  // namespace

PictureSize size_around(const std::vector<Area>& areas) {
  PictureSize size{1, 1};
  Point first{1e9, 1e9};
  for (const Area& area : areas)
    for (const Point& corner : corners_of(area)) {
      size.width = std::max(size.width, corner.x);
      size.height = std::max(size.height, corner.y);
      first = {std::min(first.x, corner.x), std::min(first.y, corner.y)};
    }
  return {size.width + std::clamp(first.x, 0.0, size.width), size.height + std::clamp(first.y, 0.0, size.height)};
}

Plate plate_of(ImportedFigure picture, PictureSize size) {
  Plate plate;
  plate.picture = std::move(picture);
  plate.scale = std::min(1.0, limits::picture_units_max / std::max(size.width, size.height));
  plate.width = std::max<std::uint16_t>(1, whole(size.width * plate.scale, limits::picture_units_max));
  plate.height = std::max<std::uint16_t>(1, whole(size.height * plate.scale, limits::picture_units_max));
  return plate;
}

ImportedArea area_on(const Plate& plate, const Area& area) {
  ImportedArea result;
  const auto x = [&](double value) { return whole(value * plate.scale, plate.width); };
  const auto y = [&](double value) { return whole(value * plate.scale, plate.height); };
  const auto& c = area.coordinates;
  if (area.shape == Shape::Default) {
    result.numbers = {0, 0, plate.width, plate.height};
  } else if (area.shape == Shape::Rectangle) {
    const std::uint16_t left = x(std::min(c[0], c[2])), top = y(std::min(c[1], c[3]));
    result.numbers = {left, top, static_cast<std::uint16_t>(x(std::max(c[0], c[2])) - left),
                      static_cast<std::uint16_t>(y(std::max(c[1], c[3])) - top)};
  } else if (is_whole_circle(plate, area)) {
    result.shape = ImportedArea::Shape::Circle;
    const std::uint16_t right = x(c[0] + c[2]), bottom = y(c[1] + c[2]);
    const std::uint16_t radius = static_cast<std::uint16_t>(std::min(right - x(c[0]), bottom - y(c[1])));
    result.numbers = {x(c[0]), y(c[1]), std::min({radius, x(c[0]), y(c[1])})};
  } else {
    result.shape = ImportedArea::Shape::Polygon;
    for (const Point& corner : corners_of(area)) {
      if (result.numbers.size() == 2 * limits::picture_corners_max) break;
      result.numbers.push_back(x(corner.x));
      result.numbers.push_back(y(corner.y));
    }
  }
  return result;
}

Point middle_of(const Area& area) {
  const std::vector<Point> corners = corners_of(area);
  if (corners.empty()) return {};
  const auto [left, right] = std::minmax_element(corners.begin(), corners.end(),
                                                 [](const Point& one, const Point& other) { return one.x < other.x; });
  const auto [top, bottom] = std::minmax_element(corners.begin(), corners.end(),
                                                 [](const Point& one, const Point& other) { return one.y < other.y; });
  return {(left->x + right->x) / 2, (top->y + bottom->y) / 2};
}

std::string outlines(const std::vector<Area>& areas, PictureSize size) {
  const std::string width = decimal(size.width), height = decimal(size.height);
  std::string svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height +
                    "\" viewBox=\"0 0 " + width + " " + height + "\">\n<rect width=\"" + width + "\" height=\"" +
                    height + "\" fill=\"#FFFFFF\"/>\n";
  const std::string stroke = decimal(std::max(1.0, std::round(size.height / 100)));
  for (const Area& area : areas) {
    const std::vector<Point> corners = corners_of(area);
    if (corners.empty()) continue;
    svg += "<polygon fill=\"#F3EEE3\" stroke=\"#56616D\" stroke-width=\"" + stroke + "\" points=\"";
    for (const Point& corner : corners)
      svg += decimal(std::round(corner.x * 10) / 10) + "," + decimal(std::round(corner.y * 10) / 10) + " ";
    svg += "\"/>\n";
  }
  return svg + "</svg>\n";
}

}  // namespace hornbook::content::qti
