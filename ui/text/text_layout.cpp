#include "ui/text/text_layout.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

#include "runtime/core/limits.hpp"
#include "ui/semantics/language.hpp"
#include "ui/semantics/utf8.hpp"
#include "ui/text/markup.hpp"
#include "ui/text/math_layout.hpp"
#include "ui/text/shape.hpp"

namespace hornbook::ui::text {
namespace {

constexpr char32_t object_character = 0xFFFC;  // stands for mathematics, or a box, inside a line
constexpr float paragraph_space = 0.6f;        // of the size, above the line's own space
constexpr float math_clearance = 0.16f;        // of the size, between a fraction and the lines around it
constexpr float script_clearance = 0.06f;      // of the size, above and below scripts that are higher than Latin

// Latin letters, digits and the signs among them; not the scripts that have lines end between letters.
bool is_latin(char32_t character) { return character > U' ' && character < 0x250; }
bool is_space(char32_t character) { return character == U' ' || character == U'\t' || character == 0x3000; }

constexpr float smallest_share = 0.6f;  // of the size, for a formula that is wider than the line
// A formula in several pieces reads from the left in a text from the right too.
constexpr char32_t left_to_right_isolate = 0x2066;
constexpr char32_t end_of_isolate = 0x2069;

// One paragraph's characters, with pieces of mathematics and boxes as objects among them.
struct Content {
  StyledText text;
  std::vector<TextRange> sources;                            // of each character
  std::vector<std::pair<std::uint32_t, MathPiece>> objects;  // by character, ascending
  std::vector<std::pair<std::uint32_t, std::size_t>> boxes;  // by character, ascending: the place among all boxes

  [[nodiscard]] const MathPiece* object_at(std::uint32_t character) const {
    const auto found = std::lower_bound(objects.begin(), objects.end(), character,
                                        [](const auto& object, std::uint32_t at) { return object.first < at; });
    return found != objects.end() && found->first == character ? &found->second : nullptr;
  }
  [[nodiscard]] std::optional<std::size_t> box_at(std::uint32_t character) const {
    const auto found =
        std::find_if(boxes.begin(), boxes.end(), [&](const auto& box) { return box.first == character; });
    return found == boxes.end() ? std::nullopt : std::optional(found->second);
  }
};

class ContentReader {
 public:
  // `boxes_before` stand in the paragraphs before.
  ContentReader(const TextStyle& style, float width_px, FontSet& fonts, const std::vector<InlineBox>& boxes,
                std::size_t boxes_before)
      : style_(style), width_px_(width_px), fonts_(fonts), boxes_(boxes), next_box_(boxes_before) {}

  Content read(const Paragraph& paragraph) {
    for (const Span& span : paragraph.spans) {
      if (const auto* words = std::get_if<Words>(&span.what)) {
        add_words(*words, span.begin);
      } else {
        formula_ = {span.begin, span.end};
        add_formula(std::get<MathFormula>(span.what));
      }
    }
    return std::move(content_);
  }

 private:
  void add(char32_t character, bool bold, TextRange source) {
    content_.text.characters += character;
    content_.text.bold.push_back(bold);
    content_.sources.push_back(source);
  }

  void add_words(const Words& words, std::uint32_t begin) {
    for (std::size_t at = 0; at < words.text.size();) {
      if (content_.text.characters.size() >= limits::text_characters_max) break;
      const Utf8Character character = decode_utf8(words.text, at);
      const auto source = static_cast<std::uint32_t>(begin + at);
      const TextRange range{source, source + static_cast<std::uint32_t>(character.bytes)};
      at += character.bytes;
      if (character.code == object_character && next_box_ < boxes_.size()) {
        add_box(boxes_[next_box_], range);
        continue;
      }
      // Further object characters would be taken for mathematics.
      add(character.code == object_character ? U'\uFFFD' : character.code, style_.bold || words.emphasis, range);
    }
  }

  void add_box(const InlineBox& box, TextRange source) {
    const float above_middle = fonts_.metrics(FontSet::reading(style_.bold)).cap_height * style_.size_px / 2;
    MathPiece piece;
    piece.box.width = std::min(box.width, width_px_);
    piece.box.ascent = box.height / 2 + above_middle;
    piece.box.descent = box.height / 2 - above_middle;
    piece.line_end = LineEnd::Good;
    const auto character = static_cast<std::uint32_t>(content_.text.characters.size());
    content_.boxes.emplace_back(character, next_box_++);
    content_.objects.emplace_back(character, std::move(piece));
    add(object_character, style_.bold, source);
  }

  void add_formula(const MathFormula& formula) {
    std::vector<MathPiece> pieces = lay_out_math_in_pieces(formula, style_.size_px, style_.bold, fonts_);
    float widest = 0;
    for (const MathPiece& piece : pieces) widest = std::max(widest, piece.box.width);
    if (widest > width_px_) {
      const float share = std::max(smallest_share, width_px_ / widest);
      pieces = lay_out_math_in_pieces(formula, std::floor(style_.size_px * share), style_.bold, fonts_);
    }
    const bool several = pieces.size() > 1;
    if (several) add(left_to_right_isolate, style_.bold, formula_);
    for (MathPiece& piece : pieces) {
      content_.objects.emplace_back(static_cast<std::uint32_t>(content_.text.characters.size()), std::move(piece));
      add(object_character, style_.bold, formula_);
    }
    if (several) add(end_of_isolate, style_.bold, formula_);
  }

  const TextStyle& style_;
  float width_px_;
  FontSet& fonts_;
  TextRange formula_;  // that is being read
  const std::vector<InlineBox>& boxes_;
  std::size_t next_box_;
  Content content_;
};

class ParagraphSetter {
 public:
  ParagraphSetter(const Content& content, const TextStyle& style, std::string_view language, float width_px,
                  FontSet& fonts, TextLayout& layout)
      : content_(content),
        style_(style),
        width_px_(width_px),
        metrics_(fonts.metrics(FontSet::reading(style.bold))),
        shaped_(shape(content.text, style.size_px, language, fonts)),
        layout_(layout) {
    measure_characters();
    measure_ink();
  }

  void set() {
    const auto count = static_cast<std::uint32_t>(content_.text.characters.size());
    std::uint32_t start = 0;
    do {
      const std::uint32_t end = line_end(start, count);
      set_line(start, end);
      start = end;
      while (start < count && is_space(content_.text.characters[start])) ++start;
    } while (start < count);
  }

 private:
  // A cluster's whole advance is kept with its first character; the others have none and are never split from it.
  void measure_characters() {
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
  void keep_to_letters(std::uint32_t object) {
    const std::u32string& all = content_.text.characters;
    std::uint32_t after = object + 1;
    while (after < all.size() && all[after] == end_of_isolate) ++after;
    if (after < all.size() && is_latin(all[after])) shaped_.breaks[object] = shaped_.breaks[after - 1] = 0;
    std::uint32_t before = object;
    while (before > 0 && all[before - 1] == left_to_right_isolate) --before;
    if (before > 0 && is_latin(all[before - 1])) shaped_.breaks[before - 1] = shaped_.breaks[object - 1] = 0;
  }

  [[nodiscard]] std::uint32_t line_end(std::uint32_t start, std::uint32_t count) const {
    float width = -space_at_start(start);
    std::uint32_t last_chance = start;
    std::uint32_t best_chance = start;
    std::uint8_t best = 0;
    float best_width = 0;
    for (std::uint32_t at = start; at < count; ++at) {
      width += advances_[at];
      const bool space = is_space(content_.text.characters[at]);
      if (!space && width > width_px_) {
        if (best_chance > start) return best_chance;
        if (last_chance > start) return last_chance;
        // No chance to break: between two letters, but at least one letter a line.
        if (at > start && starts_cluster_[at]) return at;
      }
      if (shaped_.breaks[at] == 0) continue;
      last_chance = at + 1;
      // A better place counts when it leaves no more than a third of the line empty.
      if (shaped_.breaks[at] >= best || best_width < width_px_ * 2 / 3) {
        best = shaped_.breaks[at];
        best_chance = last_chance;
        best_width = width;
      }
    }
    return count;
  }

  // The space before a piece is not kept where a line starts with it.
  [[nodiscard]] float space_at_start(std::uint32_t start) const {
    const MathPiece* piece = content_.object_at(start);
    return piece != nullptr ? piece->space_before : 0;
  }

  void set_line(std::uint32_t start, std::uint32_t end) {
    while (end > start && is_space(content_.text.characters[end - 1])) --end;
    TextLine line;
    line.top = layout_.height;
    line.glyphs_begin = static_cast<std::uint32_t>(layout_.glyphs.size());
    line.bars_begin = static_cast<std::uint32_t>(layout_.bars.size());
    line.strokes_begin = static_cast<std::uint32_t>(layout_.strokes.size());
    set_height(line, start, end);
    for (const ShapedRun* run : visual_order(start, end)) set_piece(*run, start, end, line);
    line.strokes_end = static_cast<std::uint32_t>(layout_.strokes.size());
    line.glyphs_end = static_cast<std::uint32_t>(layout_.glyphs.size());
    line.bars_end = static_cast<std::uint32_t>(layout_.bars.size());
    layout_.width = std::max(layout_.width, line.width);
    layout_.height = line.top + line.height;
    layout_.lines.push_back(line);
  }

  // The highest and lowest ink that each font has anywhere in the paragraph, so that its lines are evenly spaced.
  void measure_ink() {
    for (const ShapedRun& run : shaped_.runs) {
      const float clearance = run.font == FontSet::reading(style_.bold) ? 0 : style_.size_px * script_clearance;
      Ink& ink = ink_[run.font];
      ink.ascent = std::max(ink.ascent, std::ceil(run.ascent + clearance));
      ink.descent = std::max(ink.descent, std::ceil(run.descent + clearance));
    }
  }

  // Capitals stand in the middle of the line, so that a word in a button looks centred.
  void set_height(TextLine& line, std::uint32_t start, std::uint32_t end) const {
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
      if (at < start || at >= end) continue;
      ascent = std::max(ascent, std::ceil(piece.box.ascent + clearance));
      descent = std::max(descent, std::ceil(piece.box.descent + clearance));
    }
    line.baseline = line.top + ascent;
    line.height = ascent + descent;
  }

  // Rule L2 of the Unicode bidirectional algorithm (UAX #9): from the highest level down to the lowest odd one, turn
  // every stretch at that level or above round.
  [[nodiscard]] std::vector<const ShapedRun*> visual_order(std::uint32_t start, std::uint32_t end) const {
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

  void set_piece(const ShapedRun& run, std::uint32_t start, std::uint32_t end, TextLine& line) {
    for (const ShapedGlyph& glyph : run.glyphs) {
      if (glyph.cluster < start || glyph.cluster >= end) continue;
      start_cluster(glyph.cluster, line);
      if (const MathPiece* piece = content_.object_at(glyph.cluster)) {
        if (glyph.cluster != start) line.width += piece->space_before;
        if (const auto box = content_.box_at(glyph.cluster)) place_box(*box, piece->box, line);
        set_object(piece->box, line);
        layout_.clusters.back().width = line.width - layout_.clusters.back().x;
        continue;
      }
      layout_.glyphs.push_back({run.font, glyph.glyph, run.size_px, line.width + glyph.x, line.baseline + glyph.y});
      line.width += glyph.advance;
      layout_.clusters.back().width = line.width - layout_.clusters.back().x;
    }
  }

  // Glyphs of one cluster stand together, whatever their order is.
  void start_cluster(std::uint32_t first, const TextLine& line) {
    std::uint32_t last = first;
    while (last + 1 < starts_cluster_.size() && !starts_cluster_[last + 1]) ++last;
    const TextRange source = content_.sources[first].joined(content_.sources[last]);
    const auto index = static_cast<std::uint32_t>(layout_.lines.size());
    const bool same =
        !layout_.clusters.empty() && layout_.clusters.back().line == index && layout_.clusters.back().source == source;
    if (!same) layout_.clusters.push_back({source, index, line.width, 0});
  }

  void place_box(std::size_t box, const MathBox& around, const TextLine& line) {
    if (layout_.boxes.size() <= box) layout_.boxes.resize(box + 1);
    layout_.boxes[box] = {line.width, line.baseline - around.ascent, static_cast<std::uint32_t>(layout_.lines.size())};
  }

  void set_object(const MathBox& box, TextLine& line) {
    for (PlacedGlyph glyph : box.glyphs) {
      glyph.x += line.width;
      glyph.y += line.baseline;
      layout_.glyphs.push_back(glyph);
    }
    for (PlacedBar bar : box.bars) {
      bar.x += line.width;
      bar.y += line.baseline;
      layout_.bars.push_back(bar);
    }
    for (PlacedStroke stroke : box.strokes) {
      stroke.from_x += line.width;
      stroke.to_x += line.width;
      stroke.from_y += line.baseline;
      stroke.to_y += line.baseline;
      layout_.strokes.push_back(stroke);
    }
    line.width += box.width;
  }

  const Content& content_;
  const TextStyle& style_;
  float width_px_;
  FontMetrics metrics_;
  Shaped shaped_;
  TextLayout& layout_;
  std::vector<float> advances_;
  std::vector<bool> starts_cluster_;
  struct Ink {
    float ascent = 0, descent = 0;
  };
  std::map<FontIndex, Ink> ink_;
};

}  // namespace

TextLayout lay_out_text(std::string_view markup, const TextStyle& style, std::string_view language, float width_px,
                        FontSet& fonts, const std::vector<InlineBox>& boxes) {
  TextLayout layout;
  std::size_t boxes_read = 0;
  layout.right_to_left = is_right_to_left(language);
  for (const Paragraph& paragraph : parse_markup(markup)) {
    if (paragraph.after_blank_line) layout.height += std::round(style.size_px * paragraph_space);
    const Content content = ContentReader(style, width_px, fonts, boxes, boxes_read).read(paragraph);
    boxes_read += content.boxes.size();
    ParagraphSetter(content, style, language, width_px, fonts, layout).set();
  }
  return layout;
}

std::vector<PlacedRange> places_of(const TextLayout& layout, TextRange source) {
  std::vector<PlacedRange> places;
  bool joins = false;
  for (const PlacedCluster& cluster : layout.clusters) {
    const bool inside = cluster.source.meets(source) && cluster.width > 0;
    joins = joins && inside && places.back().line == cluster.line;
    if (joins) {
      places.back().width = cluster.x + cluster.width - places.back().x;
    } else if (inside) {
      places.push_back({cluster.line, cluster.x, cluster.width});
    }
    joins = inside;
  }
  return places;
}

}  // namespace hornbook::ui::text
