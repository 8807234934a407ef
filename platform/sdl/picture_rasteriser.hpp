// Pictures as pixels, at the size they are shown in.
#pragma once

#include "runtime/core/bytes.hpp"
#include "runtime/core/error.hpp"

namespace hornbook::platform {

// Rows of red, green, blue, alpha bytes, not premultiplied, without gaps.
struct RasterPicture {
  int width = 0, height = 0;  // pixels
  Bytes rgba;
};

// Draws the SVG to fit into width × height pixels (1 … 4096 each); its shape is kept, so one side may come out shorter.
// BadInput when it is no SVG that can be drawn or the size is out of range.
[[nodiscard]] Result<RasterPicture> rasterise_svg(ByteView svg, int width, int height);

// The same of an SVG, or of a PNG, JPEG or GIF (its first picture) of at most 4096 pixels a side.
[[nodiscard]] Result<RasterPicture> rasterise_picture(ByteView picture, int width, int height);

}  // namespace hornbook::platform
