#include "platform/sdl/picture_rasteriser.hpp"

#include <SDL_image.h>

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

}  // namespace

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
