// A picture of the pack with places on it. Coordinates are whole numbers in the picture's own units, from its top left
// corner.
#pragma once

#include "runtime/engage/kinds/pieces.hpp"

namespace hornbook::engage {

struct PicturePoint {
  std::uint16_t x = 0, y = 0;
};
struct PictureCircle {
  PicturePoint centre;
  std::uint16_t radius = 1;
};
struct PictureRectangle {
  PicturePoint corner;
  std::uint16_t width = 1, height = 1;
};
struct PicturePolygon {
  std::vector<PicturePoint> corners;  // 3 … limits::picture_corners_max
};
using PictureShape = std::variant<PictureCircle, PictureRectangle, PicturePolygon>;

struct PictureMap {
  Figure figure;  // a MediaPicture
  std::uint16_t width = 1, height = 1;
};

// The edge belongs to the shape, save that of a polygon, whose inside is told by the even-odd rule: a ray from the
// point crosses its edges an odd number of times (Shimrat 1962, Algorithm 112, Communications of the ACM 5:434).
[[nodiscard]] bool contains(const PictureShape& shape, PicturePoint point);
[[nodiscard]] PictureRectangle box_around(const PictureShape& shape);
// Its corners; those of a circle are many.
[[nodiscard]] std::vector<PicturePoint> outline_of(const PictureShape& shape);

[[nodiscard]] PicturePoint point_on(const PictureMap& map, const PointAt& gesture);
[[nodiscard]] PointAt pointing_at(const PictureMap& map, PicturePoint point);

struct PictureMapTemplate {
  PictureTemplate picture;
  Texts description;
  std::uint16_t width = 1, height = 1;
};
// The fields "figure", which must be a picture, and "size".
[[nodiscard]] Read<PictureMapTemplate> read_picture_map(Fields& fields, const ItemParts& parts);
// A list of two numbers.
[[nodiscard]] Read<PicturePoint> read_point(const Located& value, const PictureMapTemplate& map);
// One of the fields "circle", "rectangle" and "polygon".
[[nodiscard]] Read<PictureShape> read_shape(Fields& fields, const PictureMapTemplate& map);
[[nodiscard]] Result<PictureMap> compose_picture_map(const PictureMapTemplate& source, const Composer& composer);

}  // namespace hornbook::engage
