// Frames, strokes through, long division, things left out, and what was not understood.
#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/text/math_setter.hpp"

namespace hornbook::ui::text {
namespace {

// Of an em.
constexpr float frame_padding = 0.22f;
constexpr float frame_thickness = 0.055f;
constexpr float stroke_thickness = 0.065f;
constexpr float stroke_overhang = 0.06f;
constexpr float blank_side = 0.82f;
constexpr float division_padding = 0.16f;
constexpr float source_share = 0.85f;  // an unknown source's size

}  // namespace

void MathSetter::draw_frame(MathBox& box, const MathBox& content, float padding, std::uint16_t lines, MathStyle style) {
  const float line = std::max(1.0f, std::round(frame_thickness * size(style)));
  const float width = content.width + 2 * padding;
  const float top = std::round(content.ascent + padding) + line;
  const float bottom = std::round(content.descent + padding) + line;
  if ((lines & MathFrame::Top) != 0) box.bars.push_back({0, -top, width, line});
  if ((lines & MathFrame::Bottom) != 0) box.bars.push_back({0, bottom - line, width, line});
  if ((lines & MathFrame::Left) != 0) box.bars.push_back({0, -top, line, top + bottom});
  if ((lines & MathFrame::Right) != 0) box.bars.push_back({width - line, -top, line, top + bottom});
  box.width = std::max(box.width, width);
  box.ascent = std::max(box.ascent, top);
  box.descent = std::max(box.descent, bottom);
}

MathBox MathSetter::set(const MathFrame& frame, MathStyle style) {
  if ((frame.lines & MathFrame::Division) != 0) return division(frame, style);
  MathBox content = row(frame.content, style);
  content.width += std::exchange(content.italic, 0.0f);
  const bool edged = (frame.lines & (MathFrame::Top | MathFrame::Bottom | MathFrame::Left | MathFrame::Right)) != 0;
  const float padding = edged ? std::round(frame_padding * size(style)) : 0;
  MathBox measures;
  measures.width = content.width;
  measures.ascent = content.ascent;
  measures.descent = content.descent;
  MathBox box;
  box.add(std::move(content), padding, 0);
  const float over = stroke_overhang * size(style);
  const float left = padding, right = padding + measures.width;
  const float top = -measures.ascent - over, bottom = measures.descent + over;
  const float thick = std::max(1.0f, stroke_thickness * size(style));
  if ((frame.lines & MathFrame::RisingStroke) != 0) box.strokes.push_back({left, bottom, right, top, thick});
  if ((frame.lines & MathFrame::FallingStroke) != 0) box.strokes.push_back({left, top, right, bottom, thick});
  if ((frame.lines & MathFrame::MiddleStroke) != 0) {
    const float middle = std::round((measures.descent - measures.ascent) / 2);
    box.bars.push_back({left, middle, measures.width, std::max(1.0f, std::round(thick))});
  }
  if (!box.strokes.empty()) {
    box.ascent = std::max(box.ascent, -top);
    box.descent = std::max(box.descent, bottom);
  }
  if (edged) draw_frame(box, measures, padding, frame.lines, style);
  return box;
}

// The sign is a bracket whose upper end meets the line over the dividend; the quotient stands on the line, its last
// digit over the dividend's last.
MathBox MathSetter::division(const MathFrame& frame, MathStyle style) {
  MathBox content = row(frame.content, style);
  content.width += std::exchange(content.italic, 0.0f);
  const float padding = division_padding * size(style);
  const float line = thickness(HB_OT_MATH_CONSTANT_FRACTION_RULE_THICKNESS, style);
  const float bar_top = std::round(content.ascent + padding) + line;
  MathBox sign = font_.upright(U')', bar_top + content.descent, size(style));
  const float shift = std::round(sign.ascent) - bar_top;
  const float sign_width = sign.width;
  const float content_x = sign_width + padding / 2;
  const float end = content_x + content.width;
  MathBox box;
  box.add(std::move(sign), 0, shift);
  box.add(std::move(content), content_x, 0);
  const float left = sign_width * 0.2f;
  box.bars.push_back({left, -bar_top, end - left + padding / 2, line});
  box.ascent = std::max(box.ascent, bar_top);
  if (!frame.quotient.empty()) {
    MathBox quotient = row(frame.quotient, style);
    const float x = std::max(0.0f, end - quotient.width);
    const float rise = std::round(bar_top + padding + quotient.descent);
    box.add(std::move(quotient), x, -rise);
  }
  box.width = end + padding / 2;
  return box;
}

// An empty square on the baseline: what the learner is to find.
MathBox MathSetter::set(const MathBlank&, MathStyle style) {
  const float side = std::round(size(style) * blank_side);
  const float line = std::max(1.0f, std::round(size(style) * stroke_thickness));
  MathBox box;
  box.width = side;
  box.ascent = side;
  box.bars = {{0, -side, side, line}, {0, -line, side, line}, {0, -side, line, side}, {side - line, -side, line, side}};
  return box;
}

MathBox MathSetter::set(const MathPhantom& phantom, MathStyle style) {
  MathBox box = row(phantom.content, style);
  if (!phantom.shown) {
    box.glyphs.clear();
    box.bars.clear();
    box.strokes.clear();
    box.nucleus.reset();
  }
  box.italic = 0;
  if (!phantom.keeps_width) box.width = 0;
  if (!phantom.keeps_height) box.ascent = box.descent = 0;
  return box;
}

MathBox MathSetter::set(const MathUnknown& unknown, MathStyle style) {
  MathBox source = font_.words(unknown.source, Alphabet::Upright, size(style) * source_share);
  const float padding = std::round(frame_padding * size(style));
  MathBox measures;
  measures.width = source.width;
  measures.ascent = source.ascent;
  measures.descent = source.descent;
  MathBox box;
  box.add(std::move(source), padding, 0);
  draw_frame(box, measures, padding, MathFrame::Top | MathFrame::Bottom | MathFrame::Left | MathFrame::Right, style);
  return box;
}

}  // namespace hornbook::ui::text
