#include "ui/theme/plane_drawing.hpp"

#include <algorithm>
#include <cmath>

namespace hornbook::ui {
namespace {

// Logical pixels.
constexpr float axis_width = 3;
constexpr float line_width = 5;
constexpr float arrow_reach = 18;  // of an axis beyond the grid
constexpr float arrow_side = 8;
constexpr float label_gap = 6;
constexpr float label_height = 30;
constexpr float label_character = 11;
constexpr float point_radius = 11;
constexpr float badge_radius = 14;
constexpr std::uint32_t lines_drawn_max = 120;  // more cannot be told apart on a screen
constexpr float bar_share = 0.62F;              // of the room that a bar has

class PlaneDraughtsman {
 public:
  PlaneDraughtsman(const PlaneDrawing& plane, const Rect& box, const DrawingFrame& frame)
      : plane_(plane), box_(box), frame_(frame), canvas_(frame.canvas) {}

  void draw_grid() const {
    canvas_.fill(snapped(box_), tint(Paint::Leaf));
    const float thin = std::max(1.0f, std::round(1.5f * frame_.scale));
    for (std::uint32_t column = 0; column <= std::min(plane_.columns, lines_drawn_max) && plane_.bars.empty();
         ++column) {
      const float x = std::round(at({share(column, plane_.columns), 0}).x);
      canvas_.fill({x - std::floor(thin / 2), box_.y, thin, box_.height}, tint(Paint::Line));
    }
    for (std::uint32_t row = 0; row <= std::min(plane_.rows, lines_drawn_max); ++row) {
      const float y = std::round(at({0, share(row, plane_.rows)}).y);
      canvas_.fill({box_.x, y - std::floor(thin / 2), box_.width, thin}, tint(Paint::Line));
    }
  }

  // An axis ends in an arrow where it goes on; a chart's do not.
  void draw_axes() const {
    const SharePoint origin = at({plane_.y_axis, 1 - plane_.x_axis});
    const float half = px(axis_width) / 2;
    const bool chart = !plane_.bars.empty();
    const float reach = chart ? 0 : px(arrow_reach);
    const float right = box_.x + box_.width + reach;
    const float top = box_.y - reach;
    const float left = box_.x - (plane_.y_axis > 0 ? reach : 0);
    const float bottom = box_.y + box_.height + (plane_.x_axis > 0 ? reach : 0);
    canvas_.fill(snapped({left, origin.y - half, right - left, px(axis_width)}), tint(Paint::Ink));
    canvas_.fill(snapped({origin.x - half, top, px(axis_width), bottom - top}), tint(Paint::Ink));
    if (chart) return;
    arrow({right, origin.y}, -1, 0);
    arrow({origin.x, top}, 0, 1);
    if (plane_.y_axis > 0) arrow({left, origin.y}, 1, 0);
    if (plane_.x_axis > 0) arrow({origin.x, bottom}, 0, -1);
  }

  void draw_labels() const {
    const SharePoint origin = at({plane_.y_axis, 1 - plane_.x_axis});
    for (std::size_t column = 0; column < plane_.x_labels.size(); ++column)
      label(plane_.x_labels[column], at({share(column, plane_.columns), 0}).x, origin.y + px(label_gap));
    for (std::size_t row = 0; row < plane_.y_labels.size(); ++row) {
      const std::string& words = plane_.y_labels[row];
      const float width = px(label_character) * characters(words);
      label(words, origin.x - px(label_gap) - px(4) - width / 2,
            at({0, 1 - share(row, plane_.rows)}).y - px(label_height) / 2);
    }
    name_y_axis(origin.x);
    if (!plane_.x_name.empty())
      frame_.label(plane_.x_name, box_.x + box_.width - px(label_character) * characters(plane_.x_name) / 2,
                   origin.y - px(label_height) - px(label_gap), tint(Paint::Ink));
  }

  void draw_bars() const {
    const float room = box_.width / static_cast<float>(std::max<std::size_t>(1, plane_.bars.size()));
    for (std::size_t at_bar = 0; at_bar < plane_.bars.size(); ++at_bar) {
      const PlaneBar& bar = plane_.bars[at_bar];
      const float middle = box_.x + room * (static_cast<float>(at_bar) + 0.5f);
      frame_.label(bar.label, middle, box_.y + box_.height + px(label_gap), tint(Paint::Ink));
      if (plane_.dots)
        dots(bar, middle, room);
      else
        solid(bar, middle, room);
      if (bar.tick) badge(middle, box_.y + box_.height * (1 - share(bar.height, plane_.rows)));
    }
  }

  void draw_line() const {
    for (const PlaneLine& line : plane_.lines) {
      const SharePoint from = at(line.from);
      const SharePoint to = at(line.to);
      canvas_.line(from.x, from.y, to.x, to.y, px(line_width), tint(line.paint));
    }
  }

  void draw_points() const {
    for (const PlanePoint& point : plane_.points) {
      const SharePoint middle = at(point.at);
      canvas_.fill_disc(middle.x, middle.y, px(point_radius) + px(3), tint(Paint::Leaf));
      canvas_.fill_disc(middle.x, middle.y, px(point_radius), tint(point.paint));
      if (point.tick) badge(middle.x, middle.y);
      if (!point.name.empty())
        label(point.name, middle.x + px(point_radius) + px(label_character) * (characters(point.name) / 2 + 0.5f),
              middle.y - px(label_height) - px(2));
    }
  }

 private:
  [[nodiscard]] float px(float logical) const { return std::max(1.0f, std::round(logical * frame_.scale)); }
  [[nodiscard]] Tint tint(Paint paint) const { return {frame_.palette.of(paint), frame_.opacity}; }
  [[nodiscard]] static float share(std::size_t step, std::uint32_t steps) {
    return static_cast<float>(step) / static_cast<float>(std::max(1u, steps));
  }
  [[nodiscard]] SharePoint at(SharePoint point) const {
    return {box_.x + point.x * box_.width, box_.y + point.y * box_.height};
  }
  // About how many are seen; signs of markup are not.
  [[nodiscard]] static float characters(const std::string& words) {
    return static_cast<float>(std::count_if(words.begin(), words.end(), [](char c) { return c != '$'; }));
  }

  // Above a chart; beside the arrow of an axis.
  void name_y_axis(float axis) const {
    if (plane_.y_name.empty()) return;
    const float height = px(label_height);
    if (!plane_.bars.empty())
      return frame_.label(plane_.y_name, axis, box_.y - height - px(label_gap), tint(Paint::Ink));
    const float half = px(label_character) * characters(plane_.y_name) / 2;
    frame_.label(plane_.y_name, axis + px(arrow_side) + px(label_gap) + half, box_.y - px(arrow_reach) - height / 2,
                 tint(Paint::Ink));
  }

  // On a ground of its own, so that no line of the grid runs through it.
  void label(const std::string& words, float middle, float top) const {
    if (words.empty()) return;
    const float width = px(label_character) * characters(words) + px(4);
    canvas_.fill_rounded({middle - width / 2, top + px(4), width, px(label_height) - px(8)}, px(4), tint(Paint::Leaf));
    frame_.label(words, middle, top, tint(Paint::Ink));
  }

  // Two short strokes back from the tip, along (x, y).
  void arrow(SharePoint tip, float x, float y) const {
    const float side = px(arrow_side);
    for (const float away : {-0.6f, 0.6f})
      canvas_.line(tip.x, tip.y, tip.x + side * (x + away * y), tip.y + side * (y + away * x), px(axis_width),
                   tint(Paint::Ink));
  }

  void solid(const PlaneBar& bar, float middle, float room) const {
    const float height = box_.height * share(bar.height, plane_.rows);
    const float width = std::min(room * bar_share, px(96));
    const float top = box_.y + box_.height - height;
    if (height >= 1) canvas_.fill(snapped({middle - width / 2, top, width, height}), tint(bar.paint));
    // A grip at the top says that it can be moved.
    canvas_.fill_rounded({middle - width / 2 - px(6), top - px(5), width + px(12), px(10)}, px(5), tint(Paint::Ink));
  }

  void dots(const PlaneBar& bar, float middle, float room) const {
    const float step = box_.height / static_cast<float>(std::max(1u, plane_.rows));
    const float radius = std::floor(std::min(step * 0.42f, room * bar_share / 2));
    for (std::uint32_t dot = 0; dot < std::min(bar.height, lines_drawn_max); ++dot)
      canvas_.fill_disc(middle, box_.y + box_.height - step * (static_cast<float>(dot) + 0.5f), radius,
                        tint(bar.paint));
    const float top = box_.y + box_.height - step * static_cast<float>(bar.height);
    canvas_.fill_rounded({middle - px(24), top - px(4), px(48), px(8)}, px(4), tint(Paint::Ink));
  }

  // A tick on a disc, so that colour is not the only sign.
  void badge(float x, float y) const {
    canvas_.fill_disc(x, y, px(badge_radius), tint(Paint::GreenSoft));
    canvas_.outline_disc(x, y, px(badge_radius), px(3), tint(Paint::Green));
    const float side = px(badge_radius) * 1.2f;
    draw(Tick{1}, {x - side / 2, y - side / 2, side, side}, Paint::Green, frame_);
  }

  const PlaneDrawing& plane_;
  Rect box_;
  const DrawingFrame& frame_;
  Canvas& canvas_;
};

}  // namespace

void draw_plane(const PlaneDrawing& plane, const Rect& box, const DrawingFrame& frame) {
  const PlaneDraughtsman draughtsman(plane, box, frame);
  draughtsman.draw_grid();
  draughtsman.draw_axes();
  draughtsman.draw_labels();
  draughtsman.draw_bars();
  draughtsman.draw_line();
  draughtsman.draw_points();
}

}  // namespace hornbook::ui
