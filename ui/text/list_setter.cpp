#include "ui/text/list_setter.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/semantics/utf8.hpp"
#include "ui/text/paragraph_setter.hpp"

namespace hornbook::ui::text {
namespace {

using Mark = engage::TextLineBlock::Mark;

constexpr float mark_gap = 0.4f;     // of the size, between a mark and its words
constexpr float indent_min = 1.0f;   // of the size
constexpr float entry_space = 0.2f;  // of the size, above an entry
constexpr float indent_max = 0.4f;   // of the width, however deep
constexpr float unlimited = 1e6f;

struct Digits {
  std::string_view language;  // BCP 47: the tag itself or one that begins with it
  char32_t zero;
};
// The longer tags first: those whose countries write other digits than their language's default.
constexpr std::array native_digits{
    Digits{"ar-AE", U'0'},    Digits{"ar-DZ", U'0'},  Digits{"ar-EH", U'0'},     Digits{"ar-LY", U'0'},
    Digits{"ar-MA", U'0'},    Digits{"ar-TN", U'0'},  Digits{"pa-Arab", 0x6F0},  Digits{"ur-IN", 0x6F0},
    Digits{"uz-Arab", 0x6F0}, Digits{"ar", 0x660},    Digits{"ckb", 0x660},      Digits{"sd", 0x660},
    Digits{"fa", 0x6F0},      Digits{"ks", 0x6F0},    Digits{"lrc", 0x6F0},      Digits{"mzn", 0x6F0},
    Digits{"ps", 0x6F0},      Digits{"as", 0x9E6},    Digits{"bn", 0x9E6},       Digits{"mr", 0x966},
    Digits{"ne", 0x966},      Digits{"sa", 0x966},    Digits{"bgc", 0x966},      Digits{"bho", 0x966},
    Digits{"raj", 0x966},     Digits{"my", 0x1040},   Digits{"dz", 0xF20},       Digits{"sat", 0x1C50},
    Digits{"mni", 0x9E6},     Digits{"ccp", 0x11136}, Digits{"ff-Adlm", 0x1E950}};

char32_t zero_of(std::string_view language) {
  for (const Digits& digits : native_digits) {
    const bool is_it = language.starts_with(digits.language) &&
                       (language.size() == digits.language.size() || language[digits.language.size()] == '-');
    if (is_it) return digits.zero;
  }
  return U'0';
}

LineMark shaped_mark(const ListEntry& entry, const SetIn& in) {
  LineMark mark;
  mark.gap = std::round(in.style.size_px * mark_gap);
  if (entry.mark == Mark::None) return mark;
  const std::vector<InlineBox> no_boxes;
  BoxesInText boxes{no_boxes};
  const Paragraph words{{{Words{written_mark(entry, in.language), false}, 0, 0, {}}}, {}, {}};
  TextLayout line;
  const ParagraphSetter setter(read_content(words, in.style, unlimited, in.fonts, boxes), in.style, in.language,
                               in.fonts);
  static_cast<void>(setter.set(unlimited, 0, line));
  mark.width = line.lines.front().width;
  mark.glyphs = std::move(line.glyphs);
  for (PlacedGlyph& glyph : mark.glyphs) glyph.y -= line.lines.front().baseline;
  return mark;
}

const ListEntry& entry_of(const Block& block) { return *std::get<Paragraph>(block.what).entry; }

}  // namespace

bool is_entry(const Block& block) {
  const auto* paragraph = std::get_if<Paragraph>(&block.what);
  return paragraph != nullptr && paragraph->entry.has_value();
}

std::string written_mark(const ListEntry& entry, std::string_view language) {
  if (entry.mark == Mark::None) return {};
  if (entry.mark == Mark::Dot) return entry.depth % 2 == 0 ? "•" : "–";
  std::string written;
  for (const char digit : std::to_string(entry.number))
    append_utf8(written, zero_of(language) + static_cast<char32_t>(digit - '0'));
  return written + ".";
}

void set_list(std::span<const Block> entries, float blank_line_space, const SetIn& in, TextLayout& layout) {
  std::vector<LineMark> marks;
  float step = in.style.size_px * indent_min;
  for (const Block& block : entries) {
    marks.push_back(shaped_mark(entry_of(block), in));
    step = std::max(step, marks.back().width + marks.back().gap);
  }
  const std::size_t first_line = layout.lines.size();
  float widest = 0;
  for (std::size_t at = 0; at < entries.size(); ++at) {
    const ListEntry& entry = entry_of(entries[at]);
    if (at > 0 && entries[at].after_blank_line)
      layout.height += blank_line_space;
    else if (at > 0 && entry.mark != Mark::None)
      layout.height += std::round(in.style.size_px * entry_space);
    const float depth = static_cast<float>(entry.depth) + 1;
    const float start = std::round(std::max(step, std::min(step * depth, in.width_px * indent_max)));
    const float width = std::max(in.width_px - start, in.style.size_px);
    const ParagraphSetter setter(
        read_content(std::get<Paragraph>(entries[at].what), in.style, width, in.fonts, in.boxes), in.style, in.language,
        in.fonts);
    const std::size_t first_of_entry = layout.lines.size();
    layout.height = setter.set(width, layout.height, layout, &marks[at]);
    for (std::size_t line = first_of_entry; line < layout.lines.size(); ++line) {
      layout.lines[line].start = start;
      widest = std::max(widest, start + layout.lines[line].width);
    }
  }
  for (std::size_t line = first_line; line < layout.lines.size(); ++line) layout.lines[line].block_width = widest;
}

}  // namespace hornbook::ui::text
