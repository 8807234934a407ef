#include "ui/theme/painter.hpp"

#include <cmath>
#include <optional>
#include <utility>
#include <vector>

#include "ui/semantics/language.hpp"
#include "ui/semantics/shown_text.hpp"
#include "ui/theme/canvas.hpp"
#include "ui/theme/drawings.hpp"
#include "ui/theme/type_scale.hpp"

namespace hornbook::ui {
namespace {

// Logical pixels.
constexpr float outline_width = 2;
constexpr float selected_outline_width = 4;
constexpr float shadow_blur = 12;
constexpr float shadow_drop = 4;
constexpr float focus_gap = 4;
constexpr float focus_width = 4;
constexpr float focus_radius_min = 8;
constexpr float pressed_drop = 2;
constexpr float caret_width = 3;

constexpr float spoken_outset = 3;
constexpr float spoken_radius = 6;
constexpr float spoken_line = 3;
constexpr float marked_line = 1;
constexpr float dot_size = 2;
constexpr float dots_above_end = 5;

constexpr float table_radius = 4;

constexpr float spoken_opacity = 0.35f;
constexpr float table_edge_opacity = 0.6f;
constexpr float shadow_opacity = 0.13f;
constexpr float pressed_opacity = 0.12f;
constexpr float disabled_opacity = 0.45f;

// What a node takes from those around it.
struct Surroundings {
  std::string_view language;
  float opacity = 1;
};

struct FocusRing {
  std::vector<Rect> places;
  float radius = 0;
};

bool text_is_centred(const Node& node) {
  const bool control = node.role == Role::Button || node.role == Role::Radio || node.role == Role::Checkbox ||
                       node.role == Role::TextField;
  return control || node.layout.main == Place::Center;
}

// One call of paint().
class TreePainter {
 public:
  TreePainter(Canvas& canvas, text::LayoutCache& layouts, const PaintSettings& settings, const Rect& screen)
      : canvas_(canvas),
        layouts_(layouts),
        settings_(settings),
        palette_(palette_of(settings.theme)),
        screen_(screen) {}

  void paint(const Node& node, Surroundings around) {
    if (!node.language.empty()) around.language = node.language;
    around.opacity *= node.look.opacity * (node.state.disabled ? disabled_opacity : 1);
    if (around.opacity <= 0) return;
    Rect rect = device(node.rect);
    if (node.state.pressed) rect.y += px(pressed_drop);
    paint_ground(node, rect, around.opacity);
    paint_content(node, rect, around);
    if (node.look.dotted) paint_dots(node, around.opacity);
    if (node.state.focused && settings_.focus_ring) note_focus(node, rect);
    for (const Node& child : node.children) paint(child, around);
  }

  // Above everything else, so that nothing hides where the focus is.
  void paint_focus_ring() {
    if (!focus_) return;
    const float outset = px(focus_gap + focus_width);
    for (const Rect& rect : focus_->places)
      canvas_.outline_rounded({rect.x - outset, rect.y - outset, rect.width + 2 * outset, rect.height + 2 * outset},
                              std::max(focus_->radius, px(focus_radius_min)) + outset, px(focus_width),
                              {palette_.of(Paint::Horn), 1});
  }

 private:
  [[nodiscard]] float px(float logical) const { return logical * settings_.scale; }
  [[nodiscard]] Rect device(const Rect& rect) const {
    return snapped({px(rect.x), px(rect.y), px(rect.width), px(rect.height)});
  }
  [[nodiscard]] Rect inside(const Node& node, const Rect& rect) const {
    const float x = px(node.layout.padding_x);
    const float y = px(node.layout.padding_y);
    return {rect.x + x, rect.y + y, std::max(0.0f, rect.width - 2 * x), std::max(0.0f, rect.height - 2 * y)};
  }

  void note_focus(const Node& node, const Rect& rect) {
    focus_ = FocusRing{{rect}, px(node.look.radius)};
    for (const Rect& piece : node.pieces) focus_->places.push_back(device(piece));
  }

  // Under each place of the node, below the letters.
  void paint_dots(const Node& node, float opacity) {
    const Tint tint{palette_.of(node.look.ink), opacity};
    const float size = std::max(2.0f, std::round(px(dot_size)));
    const auto under = [&](const Rect& place) {
      const float y = std::round(place.y + place.height - px(dots_above_end));
      for (float x = place.x; x + size <= place.x + place.width; x += 2 * size) canvas_.fill({x, y, size, size}, tint);
    };
    under(device(node.rect));
    for (const Rect& piece : node.pieces) under(device(piece));
  }

  void paint_ground(const Node& node, const Rect& rect, float opacity) {
    const Look& look = node.look;
    const float radius = px(look.radius);
    const bool edge_for_shadow = look.shadow && palette_.edges_for_shadows;
    if (look.shadow && !edge_for_shadow && !node.state.pressed) {
      const Rect below{rect.x, rect.y + px(shadow_drop), rect.width, rect.height};
      canvas_.shadow(below, radius, px(shadow_blur), {{0, 0, 0}, opacity * shadow_opacity});
    }
    if (look.fill != Paint::None) canvas_.fill_rounded(rect, radius, {palette_.of(look.fill), opacity});
    if (node.state.pressed) canvas_.fill_rounded(rect, radius, {palette_.of(look.ink), opacity * pressed_opacity});
    const Paint edge = look.outline != Paint::None ? look.outline : edge_for_shadow ? Paint::Ink : Paint::None;
    if (edge == Paint::None) return;
    const float width = node.state.selected || look.bold_outline ? selected_outline_width : outline_width;
    canvas_.outline_rounded(rect, radius, px(width), {palette_.of(edge), opacity});
  }

  void paint_content(const Node& node, const Rect& rect, const Surroundings& around) {
    const Rect inner = inside(node, rect);
    const Tint tint{palette_.of(node.look.ink), around.opacity};
    const bool mirrored = node.look.mirrored_in_rtl && is_right_to_left(around.language);
    if (!std::holds_alternative<std::monostate>(node.look.drawing)) {
      const DrawingFrame frame{canvas_,
                               palette_,
                               settings_.scale,
                               around.opacity,
                               mirrored,
                               [&](const std::string& label, float x, float y, Tint label_tint) {
                                 paint_label(label, x, y, label_tint, around.language);
                               }};
      draw(node.look.drawing, inner, node.look.ink, frame);
    }
    const std::string_view words = shown_text(node);
    const bool takes_typing =
        node.role == Role::TextField && node.children.empty() && (node.actions.takes_typing || node.state.focused);
    if (words.empty() && !takes_typing) return;
    const text::TextLayout& layout = layouts_.lay_out(words, text_style(node.look.type, settings_.scale),
                                                      around.language, inner.width + 1, boxes_in(node));
    const float room = text_is_centred(node) ? std::max(0.0f, (inner.height - layout.height) / 2) : 0;
    const Rect box{inner.x, inner.y + room, inner.width, inner.height};
    canvas_.clip_to(rect);
    paint_tables(node, layout, box, around.opacity);
    for (const TextRange& range : node.marked) paint_lit(node, range, marked_line, layout, box, around.opacity);
    if (!node.spoken.empty()) paint_lit(node, node.spoken, spoken_line, layout, box, around.opacity);
    canvas_.text(layout, box, node.look.align, tint);
    if (takes_typing) paint_caret(node, layout, box, tint);
    canvas_.clip_to(screen_);
  }

  // What is heard or marked: a soft ground and a line under it, so that colour is not the only sign.
  void paint_lit(const Node& node, TextRange range, float line_width, const text::TextLayout& layout, const Rect& box,
                 float opacity) {
    for (const text::PlacedRange& place : text::places_of(layout, range)) {
      const text::TextLine& line = layout.lines[place.line];
      const float left = line_left(layout, line, box, node.look.align) + place.x;
      const Rect around{left - px(spoken_outset), box.y + line.top, place.width + 2 * px(spoken_outset), line.height};
      canvas_.fill_rounded(around, px(spoken_radius), {palette_.of(Paint::Marigold), opacity * spoken_opacity});
      const float thickness = px(line_width);
      canvas_.fill(snapped({left, around.y + around.height - thickness, place.width, thickness}),
                   {palette_.of(Paint::MarigoldInk), opacity});
    }
  }

  // A soft ground under the names of the columns, and edges around every cell.
  void paint_tables(const Node& node, const text::TextLayout& layout, const Rect& box, float opacity) {
    const Tint edge{palette_.of(Paint::QuietInk), opacity * table_edge_opacity};
    for (const text::PlacedTable& table : layout.tables) {
      const Rect around = snapped(
          {block_left(layout, table.width, box, node.look.align), box.y + table.top, table.width, table.height});
      const Rect head{around.x, around.y, around.width, table.head_height + table.edge};
      if (table.head_height > 0) canvas_.fill_rounded(head, px(table_radius), {palette_.of(Paint::HornSoft), opacity});
      for (const float x : table.columns) canvas_.fill({around.x + x, around.y, table.edge, around.height}, edge);
      for (const float y : table.rows) canvas_.fill({around.x, std::round(box.y) + y, around.width, table.edge}, edge);
      canvas_.outline_rounded(around, px(table_radius), table.edge, edge);
    }
  }

  // What stands in the node's lines.
  [[nodiscard]] std::vector<text::InlineBox> boxes_in(const Node& node) const {
    std::vector<text::InlineBox> boxes;
    if (node.layout.direction != Direction::Flow) return boxes;
    for (const Node& child : node.children) boxes.push_back({px(child.rect.width), px(child.rect.height)});
    return boxes;
  }

  void paint_label(const std::string& label, float x, float y, Tint tint, std::string_view language) {
    const text::TextLayout& layout =
        layouts_.lay_out(label, text_style(TypeStyle::Small, settings_.scale), language, px(240));
    canvas_.text(layout, {x - layout.width / 2, y, layout.width, layout.height}, TextAlign::Center, tint);
  }

  void paint_caret(const Node& node, const text::TextLayout& layout, const Rect& box, Tint tint) {
    const text::TextLine& line = layout.lines.back();
    const float size = text_style(node.look.type, settings_.scale).size_px;
    const float room = box.width - line.width;
    const bool from_right = layout.right_to_left;
    const bool at_end = (node.look.align == TextAlign::End) != from_right;
    const float start = node.look.align == TextAlign::Center ? room / 2 : at_end ? room : 0;
    const float x = box.x + start + (from_right ? -px(2 + caret_width) : line.width + px(2));
    canvas_.fill(snapped({x, box.y + line.baseline - size * 0.85f, px(caret_width), size * 1.05f}), tint);
  }

  Canvas& canvas_;
  text::LayoutCache& layouts_;
  const PaintSettings& settings_;
  const Palette& palette_;
  Rect screen_;
  std::optional<FocusRing> focus_;
};

}  // namespace

Result<std::unique_ptr<Painter>> Painter::create(const text::FontFiles& files, RasterisePicture pictures,
                                                 VideoPicture videos) {
  TRY_ASSIGN(text::FontSet fonts, text::FontSet::open(files));
  return std::unique_ptr<Painter>(new Painter(std::move(fonts), std::move(pictures), std::move(videos)));
}

Painter::Painter(text::FontSet fonts, RasterisePicture pictures, VideoPicture videos)
    : fonts_(std::move(fonts)), layouts_(fonts_), sprites_(fonts_, std::move(pictures), std::move(videos)) {}

MeasureText Painter::measure_text(float scale) {
  return [this, scale](const TextRequest& request) {
    const float width = std::floor(request.width_max * scale) + 1;
    std::vector<text::InlineBox> boxes;
    for (const Size& box : request.boxes) boxes.push_back({box.width * scale, box.height * scale});
    const text::TextLayout& layout =
        layouts_.lay_out(request.text, text_style(request.type, scale), request.language, width, boxes);
    MeasuredText measured(Size{std::ceil(layout.width) / scale, layout.height / scale});
    for (std::size_t at = 0; at < layout.boxes.size() && at < request.boxes.size(); ++at) {
      const text::PlacedBox& box = layout.boxes[at];
      const float left = line_left(layout, layout.lines[box.line], {0, 0, width, 0}, TextAlign::Start);
      const Size& size = request.boxes[at];
      measured.boxes.push_back({(left + box.x) / scale, box.y / scale, size.width, size.height});
    }
    for (const TextRange& part : request.parts) {
      std::vector<Rect>& places = measured.parts.emplace_back();
      for (const text::PlacedRange& place : text::places_of(layout, part)) {
        const text::TextLine& line = layout.lines[place.line];
        const float left = line_left(layout, line, {0, 0, width, 0}, TextAlign::Start) + place.x;
        places.push_back({left / scale, line.top / scale, place.width / scale, line.height / scale});
      }
    }
    return measured;
  };
}

void Painter::paint(const Node& root, ImDrawList& list, const PaintSettings& settings) {
  sprites_.make_room();
  const float scale = settings.scale;
  const Rect screen =
      snapped({root.rect.x * scale, root.rect.y * scale, root.rect.width * scale, root.rect.height * scale});
  list.PushTextureID(settings.texture);
  list.PushClipRect(ImVec2(screen.x, screen.y), ImVec2(screen.x + screen.width, screen.y + screen.height));
  Canvas canvas(list, sprites_);
  canvas.clip_to(screen);
  canvas.fill(screen, {palette_of(settings.theme).of(Paint::Paper), 1});
  TreePainter painter(canvas, layouts_, settings, screen);
  painter.paint(root, {});
  painter.paint_focus_ring();
  canvas.finish();
  list.PopClipRect();
  list.PopTextureID();
}

}  // namespace hornbook::ui
