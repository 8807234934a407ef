// Strokes of a pen on a sheet, and the text that they are kept as in an answer.
//
// The code is printable: numbers in base 64 of variable length as in source maps (ECMA-426, "Base64 VLQ": the digits of
// RFC 4648, table 1; five bits of the number and a sixth that says whether more follow, the least first). A stroke is
//   pen       colour × 3 + width
//   count     of its points, from 1
//   x, y      of the first point
//   x, y …    of each other one, counted from the one before it; the lowest bit is the sign
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hornbook::engage {

// Whatever its size on the screen, a sheet has so many points.
inline constexpr std::uint16_t sheet_width = 1024;
inline constexpr std::uint16_t sheet_height = 768;

// From the top left corner.
struct SheetPoint {
  std::uint16_t x = 0, y = 0;
  bool operator==(const SheetPoint&) const = default;
};

inline constexpr std::uint8_t pen_colours = 6;                      // ink, blue, green, red, purple, orange
inline constexpr std::array<std::uint8_t, 3> pen_widths{4, 9, 18};  // in points of the sheet

struct Pen {
  std::uint8_t colour = 0;  // below pen_colours
  std::uint8_t width = 1;   // a place in pen_widths
  bool operator==(const Pen&) const = default;
};

// One point is a dot.
struct Stroke {
  Pen pen;
  std::vector<SheetPoint> points;  // one at least; no two that are the same come one after the other
  bool operator==(const Stroke&) const = default;
};

// How many bytes of code it takes.
[[nodiscard]] std::size_t code_length(const Stroke& stroke);
[[nodiscard]] std::string code_of(std::span<const Stroke> strokes);
// Strict: nothing when the code is longer than limits::drawing_code_bytes_max, when there are more strokes or points
// than the limits allow, when a point lies beyond the sheet or on the one before it, or when a number is written in
// more digits than it needs. So no two codes mean the same strokes.
[[nodiscard]] std::optional<std::vector<Stroke>> strokes_of_code(std::string_view code);

}  // namespace hornbook::engage
