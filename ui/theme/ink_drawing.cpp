#include "ui/theme/ink_drawing.hpp"

#include <algorithm>
#include <cmath>

namespace hornbook::ui {
namespace {

constexpr float halo_width = 3;     // on either side of a stroke, logical pixels
constexpr float line_width = 1.5F;  // of squares
constexpr float line_opacity = 0.35F;
constexpr float dot_radius = 2.5F;  // of dotted paper
constexpr float cross_reach = 18;
constexpr float cross_width = 3;
constexpr float shortest_piece = 24;  // of a stroke
constexpr float pieces_drawn_max = 4000;

class Pen {
 public:
  Pen(const InkDrawing& ink, const Rect& box, const DrawingFrame& frame)
      : ink_(ink), box_(box), frame_(frame), canvas_(frame.canvas), piece_(piece_length()) {}

  void draw_squares() const {
    const float thin = px(line_width);
    const float edge = px(2);  // of the sheet
    const Tint faint{frame_.palette.of(Paint::QuietInk), frame_.opacity * line_opacity};
    for (std::uint32_t column = 1; column < ink_.columns; ++column)
      canvas_.fill(snapped({x_of(share(column, ink_.columns)) - thin / 2, box_.y + edge, thin, box_.height - 2 * edge}),
                   faint);
    for (std::uint32_t row = 1; row < ink_.rows; ++row)
      canvas_.fill(snapped({box_.x + edge, y_of(share(row, ink_.rows)) - thin / 2, box_.width - 2 * edge, thin}),
                   faint);
  }

  void draw_dots() const {
    for (std::uint32_t column = 1; column < ink_.columns; ++column)
      for (std::uint32_t row = 1; row < ink_.rows; ++row)
        canvas_.fill_disc(x_of(share(column, ink_.columns)), y_of(share(row, ink_.rows)), px(dot_radius),
                          tint(Paint::QuietInk));
  }

  void draw_strokes() const {
    if (ink_.haloed)
      for (const InkStroke& stroke : ink_.strokes) trace(stroke, width_of(stroke) + 2 * px(halo_width), Paint::Leaf);
    for (const InkStroke& stroke : ink_.strokes) trace(stroke, width_of(stroke), stroke.paint);
  }

  void draw_cross(SharePoint at) const {
    const float x = x_of(at.x);
    const float y = y_of(at.y);
    const float reach = px(cross_reach);
    for (const auto& [width, paint] : {std::pair(cross_width + 4, Paint::Leaf), std::pair(cross_width, Paint::Horn)}) {
      canvas_.line(x - reach, y, x + reach, y, px(width), tint(paint));
      canvas_.line(x, y - reach, x, y + reach, px(width), tint(paint));
    }
  }

 private:
  [[nodiscard]] float px(float logical) const { return std::max(1.0F, std::round(logical * frame_.scale)); }
  [[nodiscard]] Tint tint(Paint paint) const { return {frame_.palette.of(paint), frame_.opacity}; }
  [[nodiscard]] float x_of(float along) const { return box_.x + along * box_.width; }
  [[nodiscard]] float y_of(float along) const { return box_.y + along * box_.height; }
  [[nodiscard]] float width_of(const InkStroke& stroke) const { return std::max(1.0F, stroke.width * box_.width); }
  static float share(std::uint32_t step, std::uint32_t steps) {
    return static_cast<float>(step) / static_cast<float>(steps);
  }

  // Short pieces have few shapes, so that all slopes find room in the atlas; much ink has longer ones, so that what a
  // frame draws stays bounded.
  [[nodiscard]] float piece_length() const {
    float length = 0;
    for (const InkStroke& stroke : ink_.strokes)
      for (std::size_t at = 1; at < stroke.points.size(); ++at)
        length += std::hypot((stroke.points[at].x - stroke.points[at - 1].x) * box_.width,
                             (stroke.points[at].y - stroke.points[at - 1].y) * box_.height);
    return std::max(shortest_piece, length / pieces_drawn_max);
  }

  void trace(const InkStroke& stroke, float width, Paint paint) const {
    if (stroke.points.empty()) return;
    SharePoint before = stroke.points.front();
    for (std::size_t at = stroke.points.size() > 1 ? 1 : 0; at < stroke.points.size(); ++at) {
      const SharePoint point = stroke.points[at];
      canvas_.line(x_of(before.x), y_of(before.y), x_of(point.x), y_of(point.y), width, tint(paint), piece_);
      before = point;
    }
  }

  const InkDrawing& ink_;
  Rect box_;
  const DrawingFrame& frame_;
  Canvas& canvas_;
  float piece_;
};

}  // namespace

void draw_ink(const InkDrawing& ink, const Rect& box, const DrawingFrame& frame) {
  const Pen pen(ink, box, frame);
  if (ink.ground == InkGround::Squares) pen.draw_squares();
  if (ink.ground == InkGround::Dots) pen.draw_dots();
  pen.draw_strokes();
  if (ink.cross) pen.draw_cross(*ink.cross);
}

}  // namespace hornbook::ui
