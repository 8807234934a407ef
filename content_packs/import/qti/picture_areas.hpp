// Areas of a QTI picture as a pack has them.
#pragma once

#include "content_packs/import/imported_pack.hpp"
#include "content_packs/import/picture_size.hpp"
#include "content_packs/import/qti/declaration.hpp"

namespace hornbook::content::qti {

// The picture that an interaction stands on, and its size in whole units of the pack.
struct Plate {
  ImportedFigure picture;
  std::uint16_t width = 1;
  std::uint16_t height = 1;
  double scale = 1;  // from the areas' units to the pack's
};

// The size in which areas were drawn when nothing says it: they and a margin as wide as the space before the first.
[[nodiscard]] PictureSize size_around(const std::vector<Area>& areas);
// In whole units, at most limits::picture_units_max a side.
[[nodiscard]] Plate plate_of(ImportedFigure picture, PictureSize size);

// Without description and what is right. What reaches beyond the picture is cut at its edges.
[[nodiscard]] ImportedArea area_on(const Plate& plate, const Area& area);
[[nodiscard]] Point middle_of(const Area& area);

// An SVG with their outlines, to stand in for a picture that is missing.
[[nodiscard]] std::string outlines(const std::vector<Area>& areas, PictureSize size);

}  // namespace hornbook::content::qti
