#include "platform/sdl/picture_rasteriser.hpp"

#include <SDL_image.h>

#include <algorithm>
#include <initializer_list>
#include <optional>

#include "platform/sdl/handles.hpp"

namespace hornbook::platform {
namespace {

constexpr int side_pixels_max = 4096;

tl::unexpected<Error> not_drawable() {
  return fail(ErrorCode::BadInput, "picture", "it is no drawing that can be shown");
}

Bytes rows_of(const SDL_Surface& surface) {
  const auto row_bytes = static_cast<std::size_t>(surface.w) * 4;
  Bytes rgba;
  rgba.reserve(row_bytes * static_cast<std::size_t>(surface.h));
  const auto* row = static_cast<const std::uint8_t*>(surface.pixels);
  for (int y = 0; y < surface.h; ++y, row += surface.pitch) rgba.insert(rgba.end(), row, row + row_bytes);
  return rgba;
}

constexpr std::size_t bitmap_bytes_max = 8u << 20;

struct Sides {
  unsigned width = 0, height = 0;
};

unsigned number_at(ByteView bytes, std::size_t at, std::size_t size) {
  unsigned number = 0;
  for (std::size_t i = 0; i < size && at + i < bytes.size(); ++i) number = number << 8 | bytes[at + i];
  return number;
}

bool starts_with(ByteView bytes, std::initializer_list<std::uint8_t> start) {
  return bytes.size() > start.size() && std::equal(start.begin(), start.end(), bytes.begin());
}

// JPEG's frame header, behind segments that say how long they are (ITU-T T.81, annex B).
std::optional<Sides> sides_of_jpeg(ByteView bytes) {
  for (std::size_t at = 2; at + 9 < bytes.size() && bytes[at] == 0xFF;) {
    const std::uint8_t marker = bytes[at + 1];
    const bool is_frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    if (is_frame) return Sides{number_at(bytes, at + 7, 2), number_at(bytes, at + 5, 2)};
    at += 2 + number_at(bytes, at + 2, 2);
  }
  return std::nullopt;
}

// As the file says before anything is decoded; nothing when it is no bitmap that is known.
std::optional<Sides> sides_of_bitmap(ByteView bytes) {
  if (starts_with(bytes, {0x89, 'P', 'N', 'G'})) return Sides{number_at(bytes, 16, 4), number_at(bytes, 20, 4)};
  if (starts_with(bytes, {0xFF, 0xD8})) return sides_of_jpeg(bytes);
  if (!starts_with(bytes, {'G', 'I', 'F', '8'}) || bytes.size() < 10) return std::nullopt;
  return Sides{bytes[6] | unsigned{bytes[7]} << 8, bytes[8] | unsigned{bytes[9]} << 8};
}

Result<RasterPicture> rasterise_bitmap(ByteView bytes, const Sides& sides, int width, int height) {
  const auto is_fine = [](unsigned side) { return side >= 1 && side <= static_cast<unsigned>(side_pixels_max); };
  if (!is_fine(sides.width) || !is_fine(sides.height) || bytes.size() > bitmap_bytes_max) return not_drawable();
  const SdlSurface loaded(IMG_Load_RW(SDL_RWFromConstMem(bytes.data(), static_cast<int>(bytes.size())), 1));
  if (!loaded) return not_drawable();
  const SdlSurface whole(SDL_ConvertSurfaceFormat(loaded.get(), SDL_PIXELFORMAT_RGBA32, 0));
  if (!whole) return not_drawable();
  const float share = std::min(static_cast<float>(width) / static_cast<float>(whole->w),
                               static_cast<float>(height) / static_cast<float>(whole->h));
  const auto scaled = [&](int side) { return std::max(1, static_cast<int>(static_cast<float>(side) * share)); };
  const SdlSurface drawn(
      SDL_CreateRGBSurfaceWithFormat(0, scaled(whole->w), scaled(whole->h), 32, SDL_PIXELFORMAT_RGBA32));
  if (!drawn || SDL_SoftStretchLinear(whole.get(), nullptr, drawn.get(), nullptr) != 0) return not_drawable();
  return RasterPicture{drawn->w, drawn->h, rows_of(*drawn)};
}

}  // namespace

Result<RasterPicture> rasterise_picture(ByteView picture, int width, int height) {
  const std::optional<Sides> sides = sides_of_bitmap(picture);
  if (!sides) return rasterise_svg(picture, width, height);
  const bool is_of_a_size = width >= 1 && height >= 1 && width <= side_pixels_max && height <= side_pixels_max;
  return is_of_a_size ? rasterise_bitmap(picture, *sides, width, height) : not_drawable();
}

Result<RasterPicture> rasterise_svg(ByteView svg, int width, int height) {
  if (width < 1 || height < 1 || width > side_pixels_max || height > side_pixels_max || svg.empty() ||
      svg.size() > (1u << 20)) {
    return not_drawable();
  }
  SDL_RWops* source = SDL_RWFromConstMem(svg.data(), static_cast<int>(svg.size()));
  if (source == nullptr) return not_drawable();
  const SdlSurface drawn(IMG_LoadSizedSVG_RW(source, width, height));
  SDL_RWclose(source);
  if (!drawn) return not_drawable();
  const SdlSurface rgba(SDL_ConvertSurfaceFormat(drawn.get(), SDL_PIXELFORMAT_RGBA32, 0));
  if (!rgba) return not_drawable();
  return RasterPicture{rgba->w, rgba->h, rows_of(*rgba)};
}

}  // namespace hornbook::platform
