// The layout pass: gives every node its rectangle. A small flow layout, pure, in logical pixels.
//
//  Column  children from top to bottom; `main` places them vertically, `cross` horizontally.
//  Row     children in reading direction; `main` places them horizontally, `cross` vertically. A row too narrow for its
//          children narrows those without a fixed width, so that their text wraps.
//  Wrap    a row that goes on in a new line when it is full; every line is placed by `main`.
//  Stack   children over one another, each placed like the only child of a column and then moved by `left` and `top`.
//  Flow    the node's own text, in which the n-th U+FFFC, the object replacement character, is the n-th child: children
//          stand in the lines as letters do.
//  Over    the node's own text, and children over parts of it, each as large as its part is in the lines.
//
// A child with `grow` shares what the others leave, and never gets less than its content (vertically) or its minimum
// width (horizontally). A row with such a child takes all the width it is offered. `Stretch` across the direction fills
// it; a child with a maximum width below that is centred. Under a right-to-left language rows run from the right,
// unless the container's look says that it is not mirrored.
#pragma once

#include <functional>
#include <string_view>

#include "ui/semantics/node.hpp"

namespace hornbook::ui {

struct Size {
  float width = 0, height = 0;
};
struct TextRequest {
  std::string_view text;  // with markup
  TypeStyle type = TypeStyle::Body;
  std::string_view language;          // BCP 47, inherited when the node has none
  float width_max = 0;                // logical pixels; text wraps there
  std::vector<Size> boxes = {};       // of what stands in its lines, at each U+FFFC
  std::vector<TextRange> parts = {};  // whose places are wanted
};
struct MeasuredText : Size {
  MeasuredText(Size size) : Size(size) {}  // NOLINT: a text without boxes is its size
  std::vector<Rect> boxes;                 // from the upper left corner of a place that is width_max wide
  std::vector<std::vector<Rect>> parts;    // likewise: each one's places, line by line; one that is not shown has none
};

// The port to the text engine: how large a text is when it is wrapped at width_max.
using MeasureText = std::function<MeasuredText(const TextRequest&)>;

// Sets `rect` in the root and everything under it; the root gets the whole screen. Content that does not fit runs over
// the end of its container; a node's own text and drawing are clipped to its rectangle when they are painted.
void lay_out(Node& root, Rect screen, const MeasureText& measure);

// The size a drawing takes when its node fixes none, in logical pixels.
[[nodiscard]] Size natural_size(const Drawing& drawing);

}  // namespace hornbook::ui
