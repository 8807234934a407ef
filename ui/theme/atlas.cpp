#include "ui/theme/atlas.hpp"

#include <algorithm>
#include <cstring>

#include "runtime/core/limits.hpp"

namespace hornbook::ui {
namespace {

constexpr int first_height_px = 512;
constexpr int height_px_max = static_cast<int>(limits::atlas_height_px_max);
constexpr std::size_t channels = 4;
constexpr int margin = 1;  // clear pixels between neighbours, for renderers that blend at edges

std::size_t bytes_of(int width, int height) {
  return static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * channels;
}

// A shelf takes what is nearly as high as itself; the rest of the height is lost.
bool suits(int shelf_height, int height) { return height <= shelf_height && shelf_height <= height + height / 4 + 2; }

}  // namespace

Atlas::Atlas() { grow_to(first_height_px); }

std::optional<AtlasRegion> Atlas::take_changed() {
  const std::optional<AtlasRegion> changed = changed_;
  changed_.reset();
  return changed;
}

std::optional<AtlasRegion> Atlas::find_room(int width, int height) {
  for (Shelf& shelf : shelves_) {
    if (!suits(shelf.height, height) || shelf.used + width > width_px) continue;
    shelf.used += width;
    return AtlasRegion{shelf.used - width, shelf.top, width, height};
  }
  const int top = shelves_.empty() ? 0 : shelves_.back().top + shelves_.back().height;
  if (width > width_px || top + height > height_px_max) return std::nullopt;
  while (top + height > height_) grow_to(std::min(height_ * 2, height_px_max));
  shelves_.push_back({top, height, width});
  return AtlasRegion{0, top, width, height};
}

std::optional<AtlasRegion> Atlas::add(int width, int height, std::span<const std::uint8_t> rgba) {
  if (width <= 0 || height <= 0 || rgba.size() < bytes_of(width, height)) return std::nullopt;
  const auto room = find_room(width + margin, height + margin);
  if (!room) {
    full_ = true;
    return std::nullopt;
  }
  const AtlasRegion region{room->x, room->y, width, height};
  replace(region, rgba);
  return region;
}

void Atlas::replace(const AtlasRegion& region, std::span<const std::uint8_t> rgba) {
  if (rgba.size() < bytes_of(region.width, region.height)) return;
  for (int row = 0; row < region.height; ++row) {
    const std::size_t to = bytes_of(width_px, region.y + row) + bytes_of(region.x, 1);
    std::memcpy(pixels_.data() + to, rgba.data() + bytes_of(region.width, row), bytes_of(region.width, 1));
  }
  mark_changed(region);
}

std::optional<AtlasRegion> Atlas::add_coverage(int width, int height, std::span<const std::uint8_t> coverage) {
  std::vector<std::uint8_t> rgba(coverage.size() * channels, 255);
  for (std::size_t at = 0; at < coverage.size(); ++at) rgba[at * channels + 3] = coverage[at];
  return add(width, height, rgba);
}

void Atlas::clear() {
  shelves_.clear();
  full_ = false;
  std::fill(pixels_.begin(), pixels_.end(), std::uint8_t{0});
  mark_changed({0, 0, width_px, height_});
}

void Atlas::grow_to(int height) {
  height_ = height;
  pixels_.resize(bytes_of(width_px, height));
  mark_changed({0, 0, width_px, height});
}

void Atlas::mark_changed(const AtlasRegion& region) {
  ++version_;
  if (!changed_) {
    changed_ = region;
    return;
  }
  const int right = std::max(changed_->x + changed_->width, region.x + region.width);
  const int bottom = std::max(changed_->y + changed_->height, region.y + region.height);
  changed_->x = std::min(changed_->x, region.x);
  changed_->y = std::min(changed_->y, region.y);
  changed_->width = right - changed_->x;
  changed_->height = bottom - changed_->y;
}

}  // namespace hornbook::ui
