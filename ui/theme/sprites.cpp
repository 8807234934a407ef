#include "ui/theme/sprites.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace hornbook::ui {
namespace {

// Four by four, so that a renderer that blends neighbours still finds white around the middle.
constexpr int white_side = 4;

std::uint8_t to_byte(float share) {
  return static_cast<std::uint8_t>(std::lround(std::clamp(share, 0.0f, 1.0f) * 255));
}

}  // namespace

Sprites::Sprites(text::FontSet& fonts, RasterisePicture rasterise, VideoPicture video)
    : fonts_(fonts), rasterise_(std::move(rasterise)), video_(std::move(video)) {
  add_white();
}

void Sprites::add_white() {
  std::array<std::uint8_t, white_side * white_side> coverage{};
  coverage.fill(255);
  white_ = atlas_.add_coverage(white_side, white_side, coverage).value_or(AtlasRegion{});
}

GlyphSprite Sprites::glyph(const text::PlacedGlyph& glyph) {
  // Sizes are kept in quarters of a pixel: fonts matched in x-height come in fractions.
  const auto quarters = static_cast<std::uint64_t>(std::lround(glyph.size_px * 4));
  const GlyphKey key{(std::uint64_t{glyph.font} << 56) | (quarters << 32) | glyph.glyph};
  if (const auto known = glyphs_.find(key); known != glyphs_.end()) return known->second;
  const text::GlyphBitmap bitmap = fonts_.rasterise(glyph.font, glyph.glyph, static_cast<float>(quarters) / 4);
  GlyphSprite sprite{{}, bitmap.left, bitmap.top};
  if (bitmap.width > 0) {
    const auto region = atlas_.add_coverage(bitmap.width, bitmap.height, bitmap.coverage);
    if (!region) return {};
    sprite.region = *region;
  }
  glyphs_.emplace(key, sprite);
  return sprite;
}

AtlasRegion Sprites::shape(const std::string& name, int width, int height, const Coverage& coverage) {
  if (const auto known = shapes_.find(name); known != shapes_.end()) return known->second;
  if (width <= 0 || height <= 0) return {};
  std::vector<std::uint8_t> pixels;
  pixels.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      pixels.push_back(to_byte(coverage(static_cast<float>(x) + 0.5f, static_cast<float>(y) + 0.5f)));
    }
  }
  const auto region = atlas_.add_coverage(width, height, pixels);
  if (region) shapes_.emplace(name, *region);
  return region.value_or(AtlasRegion{});
}

AtlasRegion Sprites::picture(std::string_view name, int width, int height) {
  const std::string key = std::string(name) + " " + std::to_string(width) + " " + std::to_string(height);
  if (const auto known = pictures_.find(key); known != pictures_.end()) return known->second;
  AtlasRegion region;
  if (const auto image = rasterise_ ? rasterise_(name, width, height) : std::nullopt) {
    const auto added = atlas_.add(image->width, image->height, image->rgba);
    if (!added) return {};
    region = *added;
  }
  pictures_.emplace(key, region);
  return region;
}

AtlasRegion Sprites::moving_picture(const MovingPicture& picture, int width, int height) {
  const auto image = video_ ? video_(picture, width, height) : nullptr;
  if (!image) return {};
  if (image == moving_) return moving_region_;
  if (image->width == moving_region_.width && image->height == moving_region_.height) {
    atlas_.replace(moving_region_, image->rgba);
  } else {
    const auto added = atlas_.add(image->width, image->height, image->rgba);
    if (!added) return {};
    moving_region_ = *added;
  }
  moving_ = image;
  return moving_region_;
}

void Sprites::make_room() {
  if (!atlas_.full()) return;
  atlas_.clear();
  glyphs_.clear();
  shapes_.clear();
  pictures_.clear();
  moving_.reset();
  moving_region_ = {};
  add_white();
}

}  // namespace hornbook::ui
