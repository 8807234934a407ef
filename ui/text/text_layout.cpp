#include "ui/text/text_layout.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "runtime/core/limits.hpp"
#include "ui/semantics/language.hpp"
#include "ui/semantics/utf8.hpp"
#include "ui/text/markup.hpp"
#include "ui/text/shape.hpp"

namespace hornbook::ui::text {
namespace {

constexpr char32_t object_character = 0xFFFC;  // stands for mathematics inside a line
constexpr float paragraph_space = 0.6f;        // of the size, above the line's own space
constexpr float math_clearance = 0.16f;        // of the size, between a fraction and the lines around it

bool is_space(char32_t character) { return character == U' ' || character == U'\t' || character == 0x3000; }

// One paragraph's characters, with mathematics as objects among them.
struct Content {
  StyledText text;
  std::vector<std::pair<std::uint32_t, MathBox>> objects;  // by character, ascending

  [[nodiscard]] const MathBox* object_at(std::uint32_t character) const {
    const auto found = std::lower_bound(objects.begin(), objects.end(), character,
                                        [](const auto& object, std::uint32_t at) { return object.first < at; });
    return found != objects.end() && found->first == character ? &found->second : nullptr;
  }
};

Content read_content(const Paragraph& paragraph, const TextStyle& style, FontSet& fonts) {
  Content content;
  const auto add = [&](char32_t character, bool bold) {
    content.text.characters += character;
    content.text.bold.push_back(bold);
  };
  for (const Span& span : paragraph.spans) {
    if (const auto* words = std::get_if<Words>(&span)) {
      for (std::size_t at = 0; at < words->text.size();) {
        if (content.text.characters.size() >= limits::text_characters_max) break;
        const Utf8Character character = decode_utf8(words->text, at);
        // The text's own object characters would be taken for mathematics.
        add(character.code == object_character ? U'\uFFFD' : character.code, style.bold || words->emphasis);
        at += character.bytes;
      }
    } else {
      const auto at = static_cast<std::uint32_t>(content.text.characters.size());
      content.objects.emplace_back(at, lay_out_math(std::get<MathRow>(span), style.size_px, style.bold, fonts));
      add(object_character, style.bold);
    }
  }
  return content;
}

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
    for (const auto& [at, box] : content_.objects) advances_[at] = box.width;
  }

  [[nodiscard]] std::uint32_t line_end(std::uint32_t start, std::uint32_t count) const {
    float width = 0;
    std::uint32_t last_chance = start;
    for (std::uint32_t at = start; at < count; ++at) {
      width += advances_[at];
      const bool space = is_space(content_.text.characters[at]);
      if (!space && width > width_px_) {
        if (last_chance > start) return last_chance;
        // No chance to break: between two letters, but at least one letter a line.
        if (at > start && starts_cluster_[at]) return at;
      }
      if (shaped_.breaks[at] != 0) last_chance = at + 1;
    }
    return count;
  }

  void set_line(std::uint32_t start, std::uint32_t end) {
    while (end > start && is_space(content_.text.characters[end - 1])) --end;
    TextLine line;
    line.top = layout_.height;
    line.glyphs_begin = static_cast<std::uint32_t>(layout_.glyphs.size());
    line.bars_begin = static_cast<std::uint32_t>(layout_.bars.size());
    set_height(line, start, end);
    for (const ShapedRun* run : visual_order(start, end)) set_piece(*run, start, end, line);
    line.glyphs_end = static_cast<std::uint32_t>(layout_.glyphs.size());
    line.bars_end = static_cast<std::uint32_t>(layout_.bars.size());
    layout_.width = std::max(layout_.width, line.width);
    layout_.height = line.top + line.height;
    layout_.lines.push_back(line);
  }

  // Capitals stand in the middle of the line, so that a word in a button looks centred.
  void set_height(TextLine& line, std::uint32_t start, std::uint32_t end) const {
    const float height = std::round(style_.size_px * style_.line_height);
    float ascent = std::round((height + metrics_.cap_height * style_.size_px) / 2);
    float descent = height - ascent;
    const float clearance = style_.size_px * math_clearance;
    for (const auto& [at, box] : content_.objects) {
      if (at < start || at >= end) continue;
      ascent = std::max(ascent, std::ceil(box.ascent + clearance));
      descent = std::max(descent, std::ceil(box.descent + clearance));
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
      if (const MathBox* box = content_.object_at(glyph.cluster)) {
        set_object(*box, line);
        continue;
      }
      layout_.glyphs.push_back({run.font, glyph.glyph, run.size_px, line.width + glyph.x, line.baseline + glyph.y});
      line.width += glyph.advance;
    }
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
};

}  // namespace

TextLayout lay_out_text(std::string_view markup, const TextStyle& style, std::string_view language, float width_px,
                        FontSet& fonts) {
  TextLayout layout;
  layout.right_to_left = is_right_to_left(language);
  for (const Paragraph& paragraph : parse_markup(markup)) {
    if (paragraph.after_blank_line) layout.height += std::round(style.size_px * paragraph_space);
    const Content content = read_content(paragraph, style, fonts);
    ParagraphSetter(content, style, language, width_px, fonts, layout).set();
  }
  return layout;
}

}  // namespace hornbook::ui::text
