// The one texture: glyphs, corners, shadows and pictures side by side, so that a screen is drawn in one go.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace hornbook::ui {

// Pixels of the atlas.
struct AtlasRegion {
  int x = 0, y = 0, width = 0, height = 0;
};

// Rows of red, green, blue, alpha bytes, not premultiplied, without gaps. Not thread-safe.
class Atlas {
 public:
  Atlas();

  [[nodiscard]] int width() const { return width_px; }
  [[nodiscard]] int height() const { return height_; }
  [[nodiscard]] std::span<const std::uint8_t> pixels() const { return pixels_; }
  // Goes up whenever a pixel or the size changes.
  [[nodiscard]] std::uint64_t version() const { return version_; }
  // What changed since the last call; everything when the atlas grew. Nothing when no pixel changed.
  [[nodiscard]] std::optional<AtlasRegion> take_changed();

  // Finds room for a picture and copies it; the pixels around it stay clear. Grows downwards, so regions keep their
  // place. Nothing when it does not fit below limits::atlas_height_px_max; then `full` stays true until `clear`.
  [[nodiscard]] std::optional<AtlasRegion> add(int width, int height, std::span<const std::uint8_t> rgba);
  // Other pixels for a region that `add` gave, of its size.
  void replace(const AtlasRegion& region, std::span<const std::uint8_t> rgba);
  // As `add`, from 8-bit coverage: white, as opaque as it is covered, to be tinted when it is drawn.
  [[nodiscard]] std::optional<AtlasRegion> add_coverage(int width, int height, std::span<const std::uint8_t> coverage);

  [[nodiscard]] bool full() const { return full_; }
  void clear();

  static constexpr int width_px = 1024;

 private:
  struct Shelf {
    int top = 0, height = 0, used = 0;
  };
  std::optional<AtlasRegion> find_room(int width, int height);
  void grow_to(int height);
  void mark_changed(const AtlasRegion& region);

  int height_ = 0;
  std::vector<std::uint8_t> pixels_;
  std::vector<Shelf> shelves_;
  std::uint64_t version_ = 0;
  std::optional<AtlasRegion> changed_;
  bool full_ = false;
};

}  // namespace hornbook::ui
