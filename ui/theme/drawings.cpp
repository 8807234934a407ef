#include "ui/theme/drawings.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "ui/theme/area_marks.hpp"
#include "ui/theme/coverage.hpp"
#include "ui/theme/ink_drawing.hpp"
#include "ui/theme/plane_drawing.hpp"

namespace hornbook::ui {
namespace {

constexpr std::string_view sign_prefix = "sign-";  // white pictures, drawn in the ink of where they stand
constexpr std::uint32_t counters_per_row = 10;
constexpr std::uint32_t parts_drawn_max = 120;  // more cannot be told apart on a screen
constexpr int tick_steps = 16;
constexpr int ring_steps = 120;

// Draws one drawing into one box.
class Draughtsman {
 public:
  Draughtsman(const Rect& box, Paint ink, const DrawingFrame& frame)
      : box_(box), ink_(ink), frame_(frame), canvas_(frame.canvas) {}

  void operator()(const std::monostate&) const {}

  void operator()(const Picture& picture) const { draw_picture(picture.name); }

  void operator()(const MovingPicture& picture) const {
    if (!canvas_.moving_picture(picture, box_, {{255, 255, 255}, frame_.opacity})) empty_frame();
  }

  void operator()(const engage::Figure& figure) const { std::visit(*this, figure.drawing); }

  void operator()(const engage::MediaPicture& picture) const {
    draw_picture("object:" + to_hex(picture.object.view()));
  }

  void operator()(const engage::FractionBar& bar) const {
    const std::uint32_t parts = std::clamp(bar.parts, 1u, parts_drawn_max);
    const float line = px(3);
    canvas_.fill_rounded(box_, px(6), tint(Paint::Leaf));
    const auto edge_at = [&](std::uint32_t part) {
      return std::round(box_.width * static_cast<float>(part) / static_cast<float>(parts));
    };
    const float shaded = edge_at(std::min(bar.shaded, parts));
    const float left = frame_.mirrored ? box_.x + box_.width - shaded : box_.x;
    if (shaded > 0) canvas_.fill_rounded({left, box_.y, shaded, box_.height}, px(6), tint(Paint::Horn));
    for (std::uint32_t part = 1; part < parts; ++part) {
      const float x = frame_.mirrored ? box_.x + box_.width - edge_at(part) : box_.x + edge_at(part);
      const Paint paint = part < bar.shaded ? Paint::Leaf : Paint::Ink;
      canvas_.fill(snapped({x - line / 2, box_.y + line, line, box_.height - 2 * line}), tint(paint));
    }
    canvas_.outline_rounded(box_, px(6), line, tint(Paint::Ink));
  }

  void operator()(const engage::FractionCircle& circle) const {
    const std::uint32_t parts = std::clamp(circle.parts, 1u, parts_drawn_max);
    const float side = std::floor(std::min(box_.width, box_.height));
    const float radius = std::floor(side / 2);
    const Rect square{std::round(box_.x + (box_.width - side) / 2), std::round(box_.y + (box_.height - side) / 2),
                      2 * radius, 2 * radius};
    const float share = static_cast<float>(std::min(circle.shaded, parts)) / static_cast<float>(parts);
    const float line = px(3);
    canvas_.fill_disc(square.x + radius, square.y + radius, radius, tint(Paint::Leaf));
    canvas_.shape("wedge " + std::to_string(std::min(circle.shaded, parts)) + "/" + std::to_string(parts), square,
                  tint(Paint::Horn), [=](float x, float y) {
                    return std::min(disc_coverage(x - radius, y - radius, radius),
                                    wedge_coverage(x - radius, y - radius, share));
                  });
    // Between two shaded parts the line is as light as the ground, so that they can be counted.
    const bool full = circle.shaded >= parts;
    const Spokes between{full ? 0u : 1u, std::max(1u, full ? parts : circle.shaded)};
    draw_spokes(square, radius, parts, between, tint(Paint::Leaf));
    draw_spokes(square, radius, parts, {between.end, full ? parts : parts + 1}, tint(Paint::Ink));
    canvas_.outline_disc(square.x + radius, square.y + radius, radius, line, tint(Paint::Ink));
  }

  void operator()(const engage::CounterSet& set) const {
    const std::uint32_t total = std::clamp(set.total, 1u, parts_drawn_max);
    const std::uint32_t columns = std::min(total, counters_per_row);
    const std::uint32_t rows = (total + columns - 1) / columns;
    const float step = std::min(box_.width / static_cast<float>(columns), box_.height / static_cast<float>(rows));
    const float radius = std::floor(step * 0.4f);
    const float left = box_.x + (box_.width - step * static_cast<float>(columns)) / 2;
    for (std::uint32_t counter = 0; counter < total; ++counter) {
      const std::uint32_t column = counter % columns;
      const float across = (static_cast<float>(frame_.mirrored ? columns - 1 - column : column) + 0.5f) * step;
      const float x = left + across;
      const float y = box_.y + (static_cast<float>(counter / columns) + 0.5f) * step;
      canvas_.fill_disc(x, y, radius, tint(counter < set.filled ? Paint::Horn : Paint::Leaf));
      canvas_.outline_disc(x, y, radius, px(3), tint(Paint::Ink));
    }
  }

  void operator()(const Beads& beads) const {
    const std::uint32_t total = std::clamp(beads.total, 1u, parts_drawn_max);
    const float step = std::min(box_.width / static_cast<float>(total), px(40));
    const float middle = box_.y + box_.height / 2;
    const float width = step * static_cast<float>(total);
    const float left = box_.x + (box_.width - width) / 2;
    canvas_.fill(snapped({left + step / 2, middle - px(1), width - step, px(2)}), tint(Paint::QuietInk));
    for (std::uint32_t bead = 0; bead < total; ++bead) {
      const float across = (static_cast<float>(frame_.mirrored ? total - 1 - bead : bead) + 0.5f) * step;
      const bool now = bead == beads.done;
      const float radius = std::min(px(now ? 11 : 8), step * 0.48f);
      canvas_.fill_disc(left + across, middle, radius, tint(bead < beads.done ? Paint::Horn : Paint::Paper));
      if (bead >= beads.done) {
        canvas_.outline_disc(left + across, middle, radius, px(now ? 4 : 2), tint(now ? Paint::Horn : Paint::QuietInk));
      }
    }
  }

  void operator()(const Ring& ring) const {
    const float radius = std::floor(std::min(box_.width, box_.height) / 2);
    const float thickness = std::max(2.0f, std::round(radius * 0.28f));
    const float x = std::round(box_.x + box_.width / 2);
    const float y = std::round(box_.y + box_.height / 2);
    canvas_.outline_disc(x, y, radius, thickness, tint(Paint::Line));
    const int step = static_cast<int>(std::lround(std::clamp(ring.share, 0.0f, 1.0f) * ring_steps));
    const float share = static_cast<float>(step) / ring_steps;
    canvas_.shape("arc " + std::to_string(step), {x - radius, y - radius, 2 * radius, 2 * radius}, tint(Paint::Horn),
                  [=](float at_x, float at_y) {
                    return std::min(ring_coverage(at_x - radius, at_y - radius, radius, thickness),
                                    wedge_coverage(at_x - radius, at_y - radius, share));
                  });
  }

  // Down to the corner and up again; the pen is `progress` of the way along.
  void operator()(const Tick& tick) const {
    const int step = static_cast<int>(std::lround(std::clamp(tick.progress, 0.0f, 1.0f) * tick_steps));
    if (step == 0) return;
    const float side = std::floor(std::min(box_.width, box_.height));
    const Rect square{box_.x + (box_.width - side) / 2, box_.y + (box_.height - side) / 2, side, side};
    canvas_.shape("tick " + std::to_string(step), square, tint(Paint::Green),
                  [=](float x, float y) { return tick_coverage(x, y, side, static_cast<float>(step) / tick_steps); });
  }

  void operator()(const Meter& meter) const {
    const float radius = std::floor(box_.height / 2);
    canvas_.fill_rounded(box_, radius, tint(Paint::Leaf));
    const float filled = std::round(box_.width * std::clamp(meter.share, 0.0f, 1.0f));
    if (filled >= 1) {
      const float left = frame_.mirrored ? box_.x + box_.width - filled : box_.x;
      canvas_.fill_rounded({left, box_.y, filled, box_.height}, radius, tint(Paint::Horn));
    }
    canvas_.outline_rounded(box_, radius, px(2), tint(Paint::QuietInk));
  }

  // A leaf on its ground, a line to read, and the one button.
  void operator()(const ThemeSample& sample) const {
    const Palette& palette = palette_of(theme_named(sample.theme).value_or(ThemeName::Light));
    const auto part_of = [&](float x, float y, float width, float height) {
      return snapped({box_.x + x * box_.width, box_.y + y * box_.height, width * box_.width, height * box_.height});
    };
    const auto filled = [&](const Rect& part, Paint paint) {
      canvas_.fill_rounded(part, std::min(px(6), part.height / 2), {palette.of(paint), frame_.opacity});
    };
    const auto from_start = [&](float x, float width) { return frame_.mirrored ? 1 - x - width : x; };
    canvas_.fill_rounded(box_, px(12), {palette.of(Paint::Paper), frame_.opacity});
    const Rect leaf = part_of(0.1F, 0.12F, 0.8F, 0.5F);
    filled(leaf, Paint::Leaf);
    filled(part_of(from_start(0.18F, 0.5F), 0.24F, 0.5F, 0.09F), Paint::Ink);
    filled(part_of(from_start(0.18F, 0.34F), 0.42F, 0.34F, 0.09F), Paint::QuietInk);
    filled(part_of(from_start(0.58F, 0.32F), 0.7F, 0.32F, 0.18F), Paint::Horn);
    if (palette.edges_for_shadows) {
      canvas_.outline_rounded(leaf, px(6), px(2), {palette.of(Paint::Ink), frame_.opacity});
    }
    canvas_.outline_rounded(box_, px(12), px(2), tint(Paint::QuietInk));
  }

  void operator()(const AreaMarks& marks) const { draw_areas(marks, box_, frame_); }

  void operator()(const PlaneDrawing& plane) const { draw_plane(plane, box_, frame_); }

  void operator()(const InkDrawing& ink) const { draw_ink(ink, box_, frame_); }

  void operator()(const NumberLineDrawing& line) const {
    const std::uint32_t intervals = std::clamp(line.intervals, 1u, parts_drawn_max);
    const float axis = std::round(box_.y + box_.height * 0.38f);
    const auto place_of = [&](std::uint32_t tick) {
      const float share = static_cast<float>(std::min(tick, intervals)) / static_cast<float>(intervals);
      return std::round(box_.x + box_.width * (frame_.mirrored ? 1 - share : share));
    };
    canvas_.fill(snapped({box_.x, axis - px(2), box_.width, px(4)}), tint(Paint::Ink));
    for (std::uint32_t tick = 0; tick <= intervals; ++tick) {
      const bool labelled = tick < line.labels.size() && !line.labels[tick].empty();
      const float half = px(labelled || tick == 0 || tick == intervals ? 16 : 11);
      canvas_.fill(snapped({place_of(tick) - px(1.5f), axis - half, px(3), 2 * half}), tint(Paint::Ink));
      if (labelled) frame_.label(line.labels[tick], place_of(tick), axis + px(22), tint(Paint::Ink));
    }
    if (line.marker) marker(place_of(*line.marker), axis);
    if (line.right_tick) right_place(place_of(*line.right_tick), axis);
  }

 private:
  [[nodiscard]] float px(float logical) const { return std::max(1.0f, std::round(logical * frame_.scale)); }
  [[nodiscard]] Tint tint(Paint paint) const { return {frame_.palette.of(paint), frame_.opacity}; }

  void draw_picture(const std::string& name) const {
    const Tint own_colours{{255, 255, 255}, frame_.opacity};
    if (canvas_.picture(name, box_, name.starts_with(sign_prefix) ? tint(ink_) : own_colours)) return;
    empty_frame();
  }

  // A picture that is not there leaves an empty frame; its description is in the tree.
  void empty_frame() const {
    canvas_.fill_rounded(box_, px(12), tint(Paint::Sand));
    canvas_.outline_rounded(box_, px(12), px(2), tint(ink_));
  }

  // Lines from the centre, numbered clockwise from twelve o'clock; `end` is one past the last.
  struct Spokes {
    std::uint32_t begin = 0, end = 0;
  };

  void draw_spokes(const Rect& square, float radius, std::uint32_t parts, Spokes spokes, Tint spoke_tint) const {
    if (parts < 2 || spokes.begin >= spokes.end) return;
    const float line = px(3);
    const std::string name =
        "spokes " + std::to_string(parts) + " " + std::to_string(spokes.begin) + "-" + std::to_string(spokes.end);
    canvas_.shape(name, square, spoke_tint, [=](float x, float y) {
      float covered = 0;
      for (std::uint32_t spoke = spokes.begin; spoke < spokes.end; ++spoke) {
        const float angle = 2 * std::numbers::pi_v<float> * static_cast<float>(spoke) / static_cast<float>(parts);
        covered = std::max(covered, stroke_coverage(x - radius, y - radius, 0, 0, std::sin(angle) * radius,
                                                    -std::cos(angle) * radius, line));
      }
      return std::min(covered, disc_coverage(x - radius, y - radius, radius));
    });
  }

  static float tick_coverage(float x, float y, float side, float progress) {
    struct Point {
      float x = 0, y = 0;
    };
    constexpr Point start{0.16f, 0.54f};
    constexpr Point corner{0.40f, 0.78f};
    constexpr Point end{0.86f, 0.24f};
    constexpr float first_share = 0.32f;  // of the whole length, down to the corner
    const auto between = [side](Point from, Point to, float share) {
      return Point{(from.x + (to.x - from.x) * share) * side, (from.y + (to.y - from.y) * share) * side};
    };
    const float thickness = side * 0.14f;
    const Point from = between(start, start, 0);
    const Point bend = between(start, corner, std::min(1.0f, progress / first_share));
    const float down = stroke_coverage(x, y, from.x, from.y, bend.x, bend.y, thickness);
    if (progress <= first_share) return down;
    const Point tip = between(corner, end, (progress - first_share) / (1 - first_share));
    return std::max(down, stroke_coverage(x, y, bend.x, bend.y, tip.x, tip.y, thickness));
  }

  // Where the learner put it: a pin whose head stands above the line.
  void marker(float x, float axis) const {
    const float head = px(15);
    canvas_.fill(snapped({x - px(2), axis - px(30), px(4), px(30)}), tint(Paint::Horn));
    canvas_.fill_disc(x, axis - px(34), head, tint(Paint::Horn));
    canvas_.fill_disc(x, axis - px(34), px(5), tint(Paint::OnHorn));
  }

  // Where it belongs: a green ring on the line with a tick in it, so that colour is not the only sign.
  void right_place(float x, float axis) const {
    const float radius = px(17);
    canvas_.fill_disc(x, axis, radius, tint(Paint::GreenSoft));
    canvas_.outline_disc(x, axis, radius, px(4), tint(Paint::Green));
    const float side = px(20);
    canvas_.shape("tick " + std::to_string(tick_steps), {x - side / 2, axis - side / 2, side, side}, tint(Paint::Green),
                  [side](float at_x, float at_y) { return tick_coverage(at_x, at_y, side, 1); });
  }

  Rect box_;
  Paint ink_;
  const DrawingFrame& frame_;
  Canvas& canvas_;
};

}  // namespace

void draw(const Drawing& drawing, const Rect& box, Paint ink, const DrawingFrame& frame) {
  std::visit(Draughtsman(box, ink, frame), drawing);
}

}  // namespace hornbook::ui
