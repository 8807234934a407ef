// The same texts set by Pango, with the font files and sizes that ui/text chose for each stretch: every glyph must be
// the same, at the same place, in the same line.
//
// Places agree to a sixteenth of a pixel, which nobody sees: Pango keeps advances in whole units of 1/1024 pixel, so a
// line of a hundred glyphs may be off by 0.05 from ours, which are exact until a line is drawn.
#include <gtest/gtest.h>
#include <hb.h>

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "tests/support/pango_text.hpp"
#include "tests/support/script_samples.hpp"
#include "ui/text/text_layout.hpp"

namespace hornbook::ui::text {
namespace {

constexpr float tolerance_px = 1.0f / 16;
constexpr float size_px = 32;

using tests::PangoGlyph;
using tests::PangoLine;
using Lines = std::vector<std::vector<PangoGlyph>>;

class PangoTest : public testing::Test {
 protected:
  PangoTest() : fonts_(FontSet::open(tests::font_files()).value()), pango_(tests::font_file_paths()) {}

  Lines ours(std::string_view words, std::string_view language, float width_px) {
    const TextLayout layout = lay_out_text(words, {size_px, false, 1.5f}, language, width_px, fonts_);
    Lines lines;
    for (const TextLine& line : layout.lines) {
      lines.emplace_back();
      for (std::uint32_t at = line.glyphs_begin; at < line.glyphs_end; ++at) {
        const PlacedGlyph& glyph = layout.glyphs[at];
        lines.back().push_back(
            {tests::font_file_paths()[glyph.font], glyph.glyph, 0, glyph.x, glyph.y - line.baseline});
      }
    }
    keep_ink(lines);
    return lines;
  }

  Lines theirs(std::string_view words, std::string_view language, float width_px) {
    Lines lines;
    for (PangoLine& line : pango_.set(tests::pango_text(words, language, size_px, width_px, fonts_)))
      lines.push_back(std::move(line.glyphs));
    keep_ink(lines);
    return lines;
  }

  // Spaces show in the places of what follows. Those at a line's end we leave out and Pango keeps without a width, and
  // each engine has an empty glyph of its own for a space without a width.
  void keep_ink(Lines& lines) {
    const std::vector<std::string> files = tests::font_file_paths();
    for (std::vector<PangoGlyph>& line : lines) {
      std::erase_if(line, [&](const PangoGlyph& glyph) {
        const auto font = std::find(files.begin(), files.end(), glyph.font_file) - files.begin();
        hb_glyph_extents_t ink{};
        return !hb_font_get_glyph_extents(fonts_.shaper(static_cast<FontIndex>(font)), glyph.glyph, &ink) ||
               ink.width == 0;
      });
    }
  }

  FontSet fonts_;
  tests::Pango pango_;
};

// The first difference in words; nothing when there is none.
std::optional<std::string> difference(const Lines& ours, const Lines& theirs) {
  for (std::size_t line = 0; line < std::min(ours.size(), theirs.size()); ++line) {
    const auto& mine = ours[line];
    const auto& other = theirs[line];
    for (std::size_t at = 0; at < std::min(mine.size(), other.size()); ++at) {
      const bool same = mine[at].font_file == other[at].font_file && mine[at].glyph == other[at].glyph &&
                        std::abs(mine[at].x - other[at].x) <= tolerance_px &&
                        std::abs(mine[at].y - other[at].y) <= tolerance_px;
      if (same) continue;
      return fmt::format("line {} glyph {}: ours {} of {} at {}, {}; Pango's {} of {} at {}, {} (byte {})", line, at,
                         mine[at].glyph, mine[at].font_file, mine[at].x, mine[at].y, other[at].glyph,
                         other[at].font_file, other[at].x, other[at].y, other[at].byte);
    }
    if (mine.size() != other.size())
      return fmt::format("line {}: {} glyphs, Pango's {}", line, mine.size(), other.size());
  }
  if (ours.size() != theirs.size()) return fmt::format("{} lines, Pango's {}", ours.size(), theirs.size());
  return std::nullopt;
}

TEST_F(PangoTest, EveryScriptInOneLine_HasTheSameGlyphsAtTheSamePlaces) {
  for (const tests::ScriptSample& sample : tests::script_samples) {
    const auto found =
        difference(ours(sample.text, sample.language, 10'000), theirs(sample.text, sample.language, 10'000));
    EXPECT_FALSE(found) << sample.name << ": " << *found;
  }
}

// Pango breaks by UAX #14 before revision 53, which holds an opening quotation mark to the ideograph before it; we
// break there, as later revisions do (LB19a). Corner brackets are the same to both.
std::string with_corner_brackets(std::string_view text) {
  std::string out(text);
  for (const auto& [mark, bracket] : {std::pair("“", "「"), std::pair("”", "」")}) {
    for (std::size_t at = out.find(mark); at != std::string::npos; at = out.find(mark)) out.replace(at, 3, bracket);
  }
  return out;
}

TEST_F(PangoTest, EveryScriptWrapped_EndsItsLinesAtTheSamePlaces) {
  for (const tests::ScriptSample& sample : tests::script_samples) {
    const std::string text = with_corner_brackets(sample.text);
    // None is narrower than a word: of a word that is too long Pango parts vowel signs from their letters.
    for (const float width : {640.0f, 420.0f, 330.0f, 250.0f}) {
      const auto found = difference(ours(text, sample.language, width), theirs(text, sample.language, width));
      EXPECT_FALSE(found) << sample.name << " at " << width << ": " << *found;
    }
  }
}

TEST_F(PangoTest, ChineseQuotation_MayStartALineWithItsMark) {
  const Lines lines = ours("表示“剩下", "zh", 32 * 2.5f);
  EXPECT_EQ(lines.front().size(), 2u);
}

TEST_F(PangoTest, PlantedDifferences_AreFound) {
  const Lines right = theirs("क्षेत्र बारह", "hi", 10'000);
  ASSERT_FALSE(difference(ours("क्षेत्र बारह", "hi", 10'000), right));
  EXPECT_TRUE(difference(ours("क्षेत्र बारहः", "hi", 10'000), right));
  EXPECT_TRUE(difference(ours("क्षेत्र बराह", "hi", 10'000), right));
  EXPECT_TRUE(difference(ours("क्षेत्र बारह", "hi", 60), right));
  Lines moved = right;
  moved[0].back().x += 0.1f;
  EXPECT_TRUE(difference(moved, right));
  moved = right;
  moved[0].back().font_file = "another.ttf";
  EXPECT_TRUE(difference(moved, right));
}

}  // namespace
}  // namespace hornbook::ui::text
