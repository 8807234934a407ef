#include "runtime/engage/entry/strokes.hpp"

#include <cstdlib>

#include "runtime/core/limits.hpp"

namespace hornbook::engage {
namespace {

constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::uint32_t digit_bits = 5;
constexpr std::uint32_t more_follow = 1U << digit_bits;
constexpr std::uint32_t pens = std::uint32_t{pen_colours} * pen_widths.size();

std::uint32_t with_sign(std::int32_t step) {
  return (static_cast<std::uint32_t>(std::abs(step)) << 1U) | (step < 0 ? 1U : 0U);
}

std::uint32_t pen_number(Pen pen) { return pen.colour * static_cast<std::uint32_t>(pen_widths.size()) + pen.width; }

// Calls `take` with each number of the stroke's code.
template <class Take>
void for_each_number(const Stroke& stroke, const Take& take) {
  take(pen_number(stroke.pen));
  take(static_cast<std::uint32_t>(stroke.points.size()));
  take(stroke.points.front().x);
  take(stroke.points.front().y);
  for (std::size_t at = 1; at < stroke.points.size(); ++at) {
    take(with_sign(stroke.points[at].x - stroke.points[at - 1].x));
    take(with_sign(stroke.points[at].y - stroke.points[at - 1].y));
  }
}

class CodeReader {
 public:
  explicit CodeReader(std::string_view code) : code_(code) {}

  [[nodiscard]] bool at_end() const { return code_.empty(); }

  // Below `end`, in as few digits as it needs.
  std::optional<std::uint32_t> number(std::uint32_t end) {
    std::uint32_t value = 0;
    for (std::uint32_t shift = 0; shift <= 3 * digit_bits && !code_.empty(); shift += digit_bits) {
      const std::size_t digit = digits.find(code_.front());
      if (digit == std::string_view::npos) return std::nullopt;
      code_.remove_prefix(1);
      const auto bits = static_cast<std::uint32_t>(digit);
      value |= (bits & (more_follow - 1)) << shift;
      if ((bits & more_follow) != 0) continue;
      const bool needless = bits == 0 && shift > 0;
      return needless || value >= end ? std::nullopt : std::optional(value);
    }
    return std::nullopt;
  }

  // A coordinate below `end`, counted from `before`.
  std::optional<std::uint16_t> step_from(std::uint16_t before, std::uint16_t end) {
    const auto coded = number(2U * end);
    if (!coded || coded == 1U) return std::nullopt;  // there is no zero with a sign
    const auto length = static_cast<std::int32_t>(*coded >> 1U);
    const std::int32_t reached = before + ((*coded & 1U) != 0 ? -length : length);
    if (reached < 0 || reached >= end) return std::nullopt;
    return static_cast<std::uint16_t>(reached);
  }

  std::optional<SheetPoint> point_after(SheetPoint before) {
    const auto x = step_from(before.x, sheet_width);
    const auto y = x ? step_from(before.y, sheet_height) : std::nullopt;
    if (!y || SheetPoint{*x, *y} == before) return std::nullopt;
    return SheetPoint{*x, *y};
  }

  std::optional<Stroke> stroke(std::size_t points_max) {
    const auto pen = number(pens);
    const auto count = pen ? number(static_cast<std::uint32_t>(points_max) + 1) : std::nullopt;
    if (!count || *count == 0) return std::nullopt;
    const auto x = number(sheet_width);
    const auto y = x ? number(sheet_height) : std::nullopt;
    if (!y) return std::nullopt;
    Stroke result;
    result.pen = {static_cast<std::uint8_t>(*pen / pen_widths.size()),
                  static_cast<std::uint8_t>(*pen % pen_widths.size())};
    result.points.push_back({static_cast<std::uint16_t>(*x), static_cast<std::uint16_t>(*y)});
    while (result.points.size() < *count) {
      const auto point = point_after(result.points.back());
      if (!point) return std::nullopt;
      result.points.push_back(*point);
    }
    return result;
  }

 private:
  std::string_view code_;
};

}  // namespace

std::size_t code_length(const Stroke& stroke) {
  std::size_t length = 0;
  for_each_number(stroke, [&](std::uint32_t number) {
    do {
      ++length;
      number >>= digit_bits;
    } while (number != 0);
  });
  return length;
}

std::string code_of(std::span<const Stroke> strokes) {
  std::string code;
  const auto write = [&](std::uint32_t number) {
    for (; number >= more_follow; number >>= digit_bits) code += digits[(number % more_follow) | more_follow];
    code += digits[number];
  };
  for (const Stroke& stroke : strokes) for_each_number(stroke, write);
  return code;
}

std::optional<std::vector<Stroke>> strokes_of_code(std::string_view code) {
  if (code.size() > limits::drawing_code_bytes_max) return std::nullopt;
  std::vector<Stroke> strokes;
  std::size_t points_left = limits::drawing_points_max;
  for (CodeReader reader(code); !reader.at_end();) {
    auto stroke = strokes.size() < limits::drawing_strokes_max ? reader.stroke(points_left) : std::nullopt;
    if (!stroke) return std::nullopt;
    points_left -= stroke->points.size();
    strokes.push_back(std::move(*stroke));
  }
  return strokes;
}

}  // namespace hornbook::engage
