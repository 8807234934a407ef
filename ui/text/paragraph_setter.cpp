#include "ui/text/paragraph_setter.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace hornbook::ui::text {
namespace {

constexpr float math_clearance = 0.16f;    // of the size, between a fraction and the lines around it
constexpr float script_clearance = 0.06f;  // of the size, above and below scripts that are higher than Latin

// Latin letters, digits and the signs among them; not the scripts that have lines end between letters.
bool is_latin(char32_t character) { return character > U' ' && character < 0x250; }
bool is_space(char32_t character) { return character == U' ' || character == U'\t' || character == 0x3000; }

// Adds a formula's parts at the end of the line.
void set_object(const MathBox& box, TextLine& line, TextLayout& layout) {
  for (PlacedGlyph glyph : box.glyphs) {
    glyph.x += line.width;
    glyph.y += line.baseline;
    layout.glyphs.push_back(glyph);
  }
  for (PlacedBar bar : box.bars) {
    bar.x += line.width;
    bar.y += line.baseline;
    layout.bars.push_back(bar);
  }
  for (PlacedStroke stroke : box.strokes) {
    stroke.from_x += line.width;
    stroke.to_x += line.width;
    stroke.from_y += line.baseline;
    stroke.to_y += line.baseline;
    layout.strokes.push_back(stroke);
  }
  line.width += box.width;
}

// At the line's start, outside of its width.
void set_mark(const LineMark& mark, const TextLine& line, TextLayout& layout) {
  const float left = layout.right_to_left ? line.width + mark.gap : -mark.gap - mark.width;
  for (PlacedGlyph glyph : mark.glyphs) {
    glyph.x += left;
    glyph.y += line.baseline;
    layout.glyphs.push_back(glyph);
  }
}

}  // namespace

ParagraphSetter::ParagraphSetter(Content content, const TextStyle& style, std::string_view language, FontSet& fonts)
    : content_(std::move(content)),
      style_(style),
      metrics_(fonts.metrics(FontSet::reading(style.bold))),
      shaped_(shape(content_.text, style.size_px, language, fonts)) {
  measure_characters();
  measure_ink();
}

float ParagraphSetter::natural_width() const {
  float width = 0;
  for (const float advance : advances_) width += advance;
  return width;
}

float ParagraphSetter::widest_piece() const {
  float widest = 0;
  float width = 0;
  for (std::size_t at = 0; at < advances_.size(); ++at) {
    if (!is_space(content_.text.characters[at])) width += advances_[at];
    widest = std::max(widest, width);
    if (shaped_.breaks[at] != 0) width = 0;
  }
  return widest;
}

float ParagraphSetter::set(float width_px, float top, TextLayout& layout, const LineMark* mark) const {
  const auto count = static_cast<std::uint32_t>(content_.text.characters.size());
  std::uint32_t start = 0;
  do {
    const std::uint32_t end = line_end(start, count, width_px);
    set_line(start, end, top, layout, start == 0 ? mark : nullptr);
    top += layout.lines.back().height;
    start = end;
    while (start < count && is_space(content_.text.characters[start])) ++start;
  } while (start < count);
  return top;
}

// A cluster's whole advance is kept with its first character; the others have none and are never split from it.
void ParagraphSetter::measure_characters() {
  advances_.assign(content_.text.characters.size(), 0);
  starts_cluster_.assign(content_.text.characters.size(), false);
  for (const ShapedRun& run : shaped_.runs) {
    for (const ShapedGlyph& glyph : run.glyphs) {
      advances_[glyph.cluster] += glyph.advance;
      starts_cluster_[glyph.cluster] = true;
    }
  }
  for (const auto& [at, piece] : content_.objects) {
    advances_[at] = piece.space_before + piece.box.width;
    // Between pieces of one formula the formula says where a line may end.
    const bool more = content_.object_at(at + 1) != nullptr;
    if (more) shaped_.breaks[at] = static_cast<std::uint8_t>(piece.line_end);
    keep_to_letters(at);
  }
}

// No line ends inside "x-axis" and "nth", where the first letter is mathematics.
void ParagraphSetter::keep_to_letters(std::uint32_t object) {
  const std::u32string& all = content_.text.characters;
  std::uint32_t after = object + 1;
  while (after < all.size() && all[after] == end_of_isolate) ++after;
  if (after < all.size() && is_latin(all[after])) shaped_.breaks[object] = shaped_.breaks[after - 1] = 0;
  std::uint32_t before = object;
  while (before > 0 && all[before - 1] == left_to_right_isolate) --before;
  if (before > 0 && is_latin(all[before - 1])) shaped_.breaks[before - 1] = shaped_.breaks[object - 1] = 0;
}

std::uint32_t ParagraphSetter::line_end(std::uint32_t start, std::uint32_t count, float width_px) const {
  float width = -space_at_start(start);
  std::uint32_t last_chance = start;
  std::uint32_t best_chance = start;
  std::uint8_t best = 0;
  float best_width = 0;
  for (std::uint32_t at = start; at < count; ++at) {
    width += advances_[at];
    const bool space = is_space(content_.text.characters[at]);
    if (!space && width > width_px) {
      if (best_chance > start) return best_chance;
      if (last_chance > start) return last_chance;
      // No chance to break: between two letters, but at least one letter a line.
      if (at > start && starts_cluster_[at]) return at;
    }
    if (shaped_.breaks[at] == 0) continue;
    last_chance = at + 1;
    // A better place counts when it leaves no more than a third of the line empty.
    if (shaped_.breaks[at] >= best || best_width < width_px * 2 / 3) {
      best = shaped_.breaks[at];
      best_chance = last_chance;
      best_width = width;
    }
  }
  return count;
}

// The space before a piece is not kept where a line starts with it.
float ParagraphSetter::space_at_start(std::uint32_t start) const {
  const MathPiece* piece = content_.object_at(start);
  return piece != nullptr ? piece->space_before : 0;
}

void ParagraphSetter::set_line(std::uint32_t start, std::uint32_t end, float top, TextLayout& layout,
                               const LineMark* mark) const {
  while (end > start && is_space(content_.text.characters[end - 1])) --end;
  TextLine line;
  line.top = top;
  line.glyphs_begin = static_cast<std::uint32_t>(layout.glyphs.size());
  line.bars_begin = static_cast<std::uint32_t>(layout.bars.size());
  line.strokes_begin = static_cast<std::uint32_t>(layout.strokes.size());
  set_height(line, start, end);
  for (const ShapedRun* run : visual_order(start, end)) set_piece(*run, start, end, line, layout);
  if (mark != nullptr) set_mark(*mark, line, layout);
  line.strokes_end = static_cast<std::uint32_t>(layout.strokes.size());
  line.glyphs_end = static_cast<std::uint32_t>(layout.glyphs.size());
  line.bars_end = static_cast<std::uint32_t>(layout.bars.size());
  line.block_width = line.width;
  layout.lines.push_back(line);
}

// The highest and lowest ink that each font has anywhere in the paragraph, so that its lines are evenly spaced.
void ParagraphSetter::measure_ink() {
  for (const ShapedRun& run : shaped_.runs) {
    const float clearance = run.font == FontSet::reading(style_.bold) ? 0 : style_.size_px * script_clearance;
    Ink& ink = ink_[run.font];
    ink.ascent = std::max(ink.ascent, std::ceil(run.ascent + clearance));
    ink.descent = std::max(ink.descent, std::ceil(run.descent + clearance));
  }
}

// Capitals stand in the middle of the line, so that a word in a button looks centred.
void ParagraphSetter::set_height(TextLine& line, std::uint32_t start, std::uint32_t end) const {
  const float height = std::round(style_.size_px * style_.line_height);
  float ascent = std::round((height + metrics_.cap_height * style_.size_px) / 2);
  float descent = height - ascent;
  for (const ShapedRun& run : shaped_.runs) {
    if (run.end <= start || run.begin >= end) continue;
    ascent = std::max(ascent, ink_.at(run.font).ascent);
    descent = std::max(descent, ink_.at(run.font).descent);
  }
  const float clearance = style_.size_px * math_clearance;
  for (const auto& [at, piece] : content_.objects) {
    if (at < start || at >= end || content_.picture_at(at) != nullptr) continue;
    ascent = std::max(ascent, std::ceil(piece.box.ascent + clearance));
    descent = std::max(descent, std::ceil(piece.box.descent + clearance));
  }
  line.baseline = line.top + ascent;
  line.height = ascent + descent;
}

// Rule L2 of the Unicode bidirectional algorithm (UAX #9): from the highest level down to the lowest odd one, turn
// every stretch at that level or above round.
std::vector<const ShapedRun*> ParagraphSetter::visual_order(std::uint32_t start, std::uint32_t end) const {
  std::vector<const ShapedRun*> order;
  int highest = 0;
  for (const ShapedRun& run : shaped_.runs) {
    if (run.end <= start || run.begin >= end) continue;
    order.push_back(&run);
    highest = std::max<int>(highest, run.level);
  }
  for (int level = highest; level > 0; --level) {
    const auto below = [level](const ShapedRun* run) { return run->level < level; };
    auto from = order.begin();
    while (from != order.end()) {
      from = std::find_if_not(from, order.end(), below);
      const auto to = std::find_if(from, order.end(), below);
      std::reverse(from, to);
      from = to;
    }
  }
  return order;
}

void ParagraphSetter::set_piece(const ShapedRun& run, std::uint32_t start, std::uint32_t end, TextLine& line,
                                TextLayout& layout) const {
  for (const ShapedGlyph& glyph : run.glyphs) {
    if (glyph.cluster < start || glyph.cluster >= end) continue;
    start_cluster(glyph.cluster, line, layout);
    if (const MathPiece* piece = content_.object_at(glyph.cluster)) {
      if (glyph.cluster != start) line.width += piece->space_before;
      place_object(glyph.cluster, piece->box, line, layout);
    } else {
      layout.glyphs.push_back({run.font, glyph.glyph, run.size_px, line.width + glyph.x, line.baseline + glyph.y});
      line.width += glyph.advance;
    }
    layout.clusters.back().width = line.width - layout.clusters.back().x;
  }
}

// Glyphs of one cluster stand together, whatever their order is.
void ParagraphSetter::start_cluster(std::uint32_t first, const TextLine& line, TextLayout& layout) const {
  std::uint32_t last = first;
  while (last + 1 < starts_cluster_.size() && !starts_cluster_[last + 1]) ++last;
  const TextRange source = content_.sources[first].joined(content_.sources[last]);
  const auto index = static_cast<std::uint32_t>(layout.lines.size());
  const bool same =
      !layout.clusters.empty() && layout.clusters.back().line == index && layout.clusters.back().source == source;
  if (!same) layout.clusters.push_back({source, index, line.width, 0});
}

void ParagraphSetter::place_object(std::uint32_t character, const MathBox& box, TextLine& line,
                                   TextLayout& layout) const {
  const PlacedBox place{line.width, line.baseline - box.ascent, static_cast<std::uint32_t>(layout.lines.size())};
  if (const auto at = content_.box_at(character)) {
    if (layout.boxes.size() <= *at) layout.boxes.resize(*at + 1);
    layout.boxes[*at] = place;
  }
  if (const std::string* picture = content_.picture_at(character))
    layout.pictures.push_back({*picture, place, box.width});
  set_object(box, line, layout);
}

}  // namespace hornbook::ui::text
