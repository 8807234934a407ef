// What is taken from the atlas by name: glyphs, smooth shapes, pictures. Each is made when it is first asked for.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ui/semantics/look.hpp"
#include "ui/text/font_set.hpp"
#include "ui/text/math_box.hpp"
#include "ui/theme/atlas.hpp"

namespace hornbook::ui {

// Rows of red, green, blue, alpha bytes, not premultiplied, without gaps.
struct PictureImage {
  int width = 0, height = 0;
  std::vector<std::uint8_t> rgba;
};
// The port to whatever rasterises pictures: an SVG of ui/theme/pictures by its name, or "object:HEX" of a pack, to fit
// into width × height pixels. Nothing when there is no such picture; that is asked once for each size.
using RasterisePicture = std::function<std::optional<PictureImage>(std::string_view name, int width_px, int height_px)>;

// The port to whatever plays videos: the picture of the video at a moment, to fit into width × height pixels; the same
// object as long as it looks the same. Null when there is none.
using VideoPicture =
    std::function<std::shared_ptr<const PictureImage>(const MovingPicture&, int width_px, int height_px)>;

// Coverage 0 … 1 of the pixel whose centre is (x, y), in pixels from the sprite's top left corner.
using Coverage = std::function<float(float x, float y)>;

struct GlyphSprite {
  AtlasRegion region;
  int left = 0, top = 0;  // of the bitmap from the pen on the baseline, y upwards
};

// Borrows the fonts. Not thread-safe.
class Sprites {
 public:
  Sprites(text::FontSet& fonts, RasterisePicture rasterise, VideoPicture video);

  [[nodiscard]] Atlas& atlas() { return atlas_; }
  // One opaque white pixel, for everything that is filled evenly.
  [[nodiscard]] const AtlasRegion& white() const { return white_; }

  // Empty regions for what has no pixels or finds no room.
  [[nodiscard]] GlyphSprite glyph(const text::PlacedGlyph& glyph);
  [[nodiscard]] AtlasRegion shape(const std::string& name, int width, int height, const Coverage& coverage);
  [[nodiscard]] AtlasRegion picture(std::string_view name, int width, int height);
  // One video at a time: each picture takes the place of the one before.
  [[nodiscard]] AtlasRegion moving_picture(const MovingPicture& picture, int width, int height);

  // Forgets everything when the atlas is full; what is on screen is made again by the next frame.
  void make_room();

 private:
  struct GlyphKey {
    std::uint64_t value = 0;
    bool operator==(const GlyphKey&) const = default;
  };
  struct HashGlyphKey {
    std::size_t operator()(const GlyphKey& key) const { return std::hash<std::uint64_t>{}(key.value); }
  };
  void add_white();

  text::FontSet& fonts_;
  RasterisePicture rasterise_;
  VideoPicture video_;
  Atlas atlas_;
  AtlasRegion white_;
  std::unordered_map<GlyphKey, GlyphSprite, HashGlyphKey> glyphs_;
  std::unordered_map<std::string, AtlasRegion> shapes_;
  std::unordered_map<std::string, AtlasRegion> pictures_;
  std::shared_ptr<const PictureImage> moving_;  // what stands in moving_region_
  AtlasRegion moving_region_;
};

}  // namespace hornbook::ui
