// How large a picture is, as its file says: PNG (ISO/IEC 15948, IHDR), GIF (logical screen), JPEG (ITU-T T.81, frame
// header) and SVG (viewBox, or width and height).
#pragma once

#include <optional>

#include "runtime/core/bytes.hpp"

namespace hornbook::content {

struct PictureSize {
  double width = 0;  // above 0, in pixels or an SVG's own units
  double height = 0;
};

// Nothing when it is another kind of file or damaged.
[[nodiscard]] std::optional<PictureSize> picture_size(ByteView file);

// Whether it can be made out as high as a line of text, in a square: a sign, not a drawing.
[[nodiscard]] bool fits_in_line(ByteView file);

}  // namespace hornbook::content
