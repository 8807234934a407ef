// Places are compared with what Appendix G of The TeXbook makes of the constants in the font's own MATH table. At 1000
// pixels an em a font unit is about a pixel, so that rounding to whole pixels does not hide anything.
#include "ui/text/math_layout.hpp"

#include <gtest/gtest.h>
#include <hb-ot.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "tests/support/fonts.hpp"

namespace hornbook::ui::text {
namespace {

constexpr float em = 1000;
constexpr float pixel = 1.01f;  // rounding of one height
constexpr float em_fraction = em / 18;

struct Ink {
  float left = 0, right = 0, top = 0, bottom = 0;  // y downwards
};

class MathLayoutTest : public testing::Test {
 protected:
  MathLayoutTest() : fonts_(FontSet::open(tests::font_files()).value()) {}

  MathBox lay_out(std::string_view tex, bool display = false) {
    return lay_out_math(parse_math(tex, display), em, false, fonts_);
  }
  float constant(hb_ot_math_constant_t which, float size = em) {
    const FontIndex font = fonts_.mathematics();
    return static_cast<float>(hb_ot_math_get_constant(fonts_.shaper(font), which)) / fonts_.units_per_em(font) *
           fonts_.size_factor(font) * size;
  }
  float script_size() {
    return em *
           static_cast<float>(hb_ot_math_get_constant(fonts_.shaper(fonts_.mathematics()),
                                                      HB_OT_MATH_CONSTANT_SCRIPT_PERCENT_SCALE_DOWN)) /
           100;
  }
  float axis(float size = em) { return fonts_.metrics(FontSet::reading(false)).math_axis * size; }

  Ink ink(const PlacedGlyph& glyph) {
    const float pixels = glyph.size_px / fonts_.units_per_em(glyph.font);
    hb_glyph_extents_t extents{};
    hb_font_get_glyph_extents(fonts_.shaper(glyph.font), glyph.glyph, &extents);
    const float left = glyph.x + static_cast<float>(extents.x_bearing) * pixels;
    const float top = glyph.y - static_cast<float>(extents.y_bearing) * pixels;
    return {left, left + static_cast<float>(extents.width) * pixels, top,
            top - static_cast<float>(extents.height) * pixels};
  }
  float advance(const PlacedGlyph& glyph) {
    return static_cast<float>(hb_font_get_glyph_h_advance(fonts_.shaper(glyph.font), glyph.glyph)) * glyph.size_px /
           fonts_.units_per_em(glyph.font);
  }
  // The empty space between the pens of two neighbours.
  float space_after(const MathBox& box, std::size_t at) {
    return box.glyphs.at(at + 1).x - box.glyphs.at(at).x - advance(box.glyphs.at(at));
  }

  FontSet fonts_;
};

TEST_F(MathLayoutTest, FractionInDisplay_KeepsTheShiftsAndGapsOfTheTable) {
  const MathBox box = lay_out("\\frac{1}{2}", true);
  ASSERT_EQ(box.glyphs.size(), 2u);
  ASSERT_EQ(box.bars.size(), 1u);
  const PlacedBar& bar = box.bars[0];
  EXPECT_NEAR(bar.height, constant(HB_OT_MATH_CONSTANT_FRACTION_RULE_THICKNESS), pixel);
  EXPECT_NEAR(-(bar.y + bar.height / 2), axis(), pixel);
  const Ink top = ink(box.glyphs[0]);
  const Ink bottom = ink(box.glyphs[1]);
  const float up = std::max(constant(HB_OT_MATH_CONSTANT_FRACTION_NUMERATOR_DISPLAY_STYLE_SHIFT_UP),
                            axis() + bar.height / 2 + (top.bottom - box.glyphs[0].y) +
                                constant(HB_OT_MATH_CONSTANT_FRACTION_NUM_DISPLAY_STYLE_GAP_MIN));
  EXPECT_NEAR(-box.glyphs[0].y, up, 2 * pixel);
  EXPECT_GE(bottom.top - (bar.y + bar.height),
            constant(HB_OT_MATH_CONSTANT_FRACTION_DENOM_DISPLAY_STYLE_GAP_MIN) - 2 * pixel);
  EXPECT_FLOAT_EQ(box.glyphs[0].size_px, em);
}

TEST_F(MathLayoutTest, FractionInText_HasPartsOfScriptSizeCentredOnEachOther) {
  const MathBox box = lay_out("\\frac{1}{12}");
  ASSERT_EQ(box.glyphs.size(), 3u);
  EXPECT_FLOAT_EQ(box.glyphs[0].size_px, script_size());
  const float numerator = box.glyphs[0].x + advance(box.glyphs[0]) / 2;
  EXPECT_NEAR(numerator, box.glyphs[2].x, pixel);
  EXPECT_NEAR(numerator, box.bars[0].x + box.bars[0].width / 2, pixel);
  EXPECT_LT(box.bars[0].x, box.glyphs[1].x);
}

TEST_F(MathLayoutTest, DFractionInText_IsAsInDisplay) {
  EXPECT_FLOAT_EQ(lay_out("\\dfrac12").height(), lay_out("\\frac12", true).height());
  EXPECT_FLOAT_EQ(lay_out("\\tfrac12", true).height(), lay_out("\\frac12").height());
}

TEST_F(MathLayoutTest, Superscript_IsRaisedByTheTableAndLessUnderARoot) {
  const MathBox free = lay_out("x^2");
  EXPECT_NEAR(-free.glyphs[1].y, constant(HB_OT_MATH_CONSTANT_SUPERSCRIPT_SHIFT_UP), pixel);
  EXPECT_FLOAT_EQ(free.glyphs[1].size_px, script_size());
  const MathBox cramped = lay_out("\\sqrt{x^2}");
  const auto two = std::find_if(cramped.glyphs.begin(), cramped.glyphs.end(),
                                [&](const PlacedGlyph& glyph) { return glyph.size_px == script_size(); });
  ASSERT_NE(two, cramped.glyphs.end());
  EXPECT_NEAR(-two->y, constant(HB_OT_MATH_CONSTANT_SUPERSCRIPT_SHIFT_UP_CRAMPED), pixel);
}

TEST_F(MathLayoutTest, Subscript_IsLoweredByTheTable) {
  const MathBox box = lay_out("x_2");
  const float top = box.glyphs[1].y - ink(box.glyphs[1]).top;
  const float down = std::max(constant(HB_OT_MATH_CONSTANT_SUBSCRIPT_SHIFT_DOWN),
                              top - constant(HB_OT_MATH_CONSTANT_SUBSCRIPT_TOP_MAX));
  EXPECT_NEAR(box.glyphs[1].y, down, pixel);
}

TEST_F(MathLayoutTest, BothScripts_KeepTheGapBetweenThem) {
  const MathBox box = lay_out("x_2^2");
  ASSERT_EQ(box.glyphs.size(), 3u);
  EXPECT_GE(ink(box.glyphs[2]).top - ink(box.glyphs[1]).bottom,
            constant(HB_OT_MATH_CONSTANT_SUB_SUPERSCRIPT_GAP_MIN) - 2 * pixel);
}

TEST_F(MathLayoutTest, SuperscriptOfAHighBase_RisesWithIt) {
  const MathBox box = lay_out("\\left(\\frac{1}{2}\\right)^2");
  const Ink bracket = ink(box.glyphs[0]);
  EXPECT_NEAR(-box.glyphs.back().y, -bracket.top - constant(HB_OT_MATH_CONSTANT_SUPERSCRIPT_BASELINE_DROP_MAX),
              2 * pixel);
}

TEST_F(MathLayoutTest, SlantedLetter_LeansOutOfTheWayOfWhatFollows) {
  const MathBox box = lay_out("f(x)");
  EXPECT_GE(box.glyphs[1].x, ink(box.glyphs[0]).right - pixel);
  const MathBox power = lay_out("f^2");
  EXPECT_GE(power.glyphs[1].x, ink(power.glyphs[0]).right - pixel);
  const MathBox index = lay_out("f_2");
  EXPECT_NEAR(index.glyphs[1].x, advance(index.glyphs[0]), pixel);
}

TEST_F(MathLayoutTest, RootSign_MeetsItsBarAndHoldsItsContent) {
  for (const char* content : {"2", "x", "\\frac{1}{2}", "\\frac{\\frac{1}{2}}{\\frac{3}{4}}"}) {
    const MathBox inside = lay_out(content);
    const MathBox box = lay_out(std::string("\\sqrt{") + content + "}");
    const auto sign = std::find_if(box.glyphs.begin(), box.glyphs.end(),
                                   [&](const PlacedGlyph& glyph) { return glyph.font == fonts_.mathematics(); });
    ASSERT_NE(sign, box.glyphs.end()) << content;
    float top = 0, bottom = 0;
    for (const PlacedGlyph& glyph : box.glyphs) {
      if (glyph.font != fonts_.mathematics()) continue;
      top = std::min(top, ink(glyph).top);
      bottom = std::max(bottom, ink(glyph).bottom);
    }
    const PlacedBar& bar = *std::min_element(box.bars.begin(), box.bars.end(),
                                             [](const auto& one, const auto& other) { return one.y < other.y; });
    EXPECT_NEAR(bar.y, top, 2 * pixel) << content;
    EXPECT_NEAR(bar.height, constant(HB_OT_MATH_CONSTANT_RADICAL_RULE_THICKNESS), pixel) << content;
    EXPECT_GE(-inside.ascent - (bar.y + bar.height), constant(HB_OT_MATH_CONSTANT_RADICAL_VERTICAL_GAP) - 2 * pixel)
        << content;
    EXPECT_GE(bottom, inside.descent - pixel) << content;
    EXPECT_LE(bar.x, ink(*sign).right + pixel) << content;
  }
}

TEST_F(MathLayoutTest, IndexOfARoot_StandsAtItsShareOfTheSign) {
  const MathBox box = lay_out("\\sqrt[3]{2}");
  const Ink sign = ink(box.glyphs[1]);
  const float raise =
      static_cast<float>(hb_ot_math_get_constant(fonts_.shaper(fonts_.mathematics()),
                                                 HB_OT_MATH_CONSTANT_RADICAL_DEGREE_BOTTOM_RAISE_PERCENT)) /
      100;
  EXPECT_NEAR(ink(box.glyphs[0]).bottom, sign.bottom - raise * (sign.bottom - sign.top), 3 * pixel);
}

TEST_F(MathLayoutTest, Delimiters_ReachAsFarAsTheirContentNeedsAroundTheAxis) {
  const MathBox inside = lay_out("\\frac{1}{2}", true);
  const MathBox box = lay_out("\\left(\\frac{1}{2}\\right)", true);
  const Ink bracket = ink(box.glyphs[0]);
  const float reach = 2 * std::max(inside.ascent - axis(), inside.descent + axis());
  EXPECT_GE(bracket.bottom - bracket.top, std::max(0.901f * reach, reach - em / 2) - pixel);
  EXPECT_NEAR(-(bracket.top + bracket.bottom) / 2, axis(), pixel);
}

TEST_F(MathLayoutTest, HighDelimiter_IsBuiltOfPartsThatOverlap) {
  const MathBox box = lay_out("\\left\\{\\begin{matrix}1\\\\2\\\\3\\\\4\\\\5\\\\6\\end{matrix}\\right.");
  std::vector<Ink> parts;
  for (const PlacedGlyph& glyph : box.glyphs) {
    if (glyph.font == fonts_.mathematics()) parts.push_back(ink(glyph));
  }
  ASSERT_GE(parts.size(), 3u);
  std::sort(parts.begin(), parts.end(), [](const Ink& one, const Ink& other) { return one.top < other.top; });
  for (std::size_t at = 0; at + 1 < parts.size(); ++at) EXPECT_GE(parts[at].bottom, parts[at + 1].top);
  EXPECT_GE(parts.back().bottom - parts.front().top, 5 * em);
  EXPECT_LE(parts.back().bottom - parts.front().top, box.height() + em / 2);
}

TEST_F(MathLayoutTest, Neighbours_HaveTheSpacesOfTheirClasses) {
  const MathBox sum = lay_out("1+2");
  EXPECT_NEAR(space_after(sum, 0), 4 * em_fraction, 0.1f);
  EXPECT_NEAR(space_after(sum, 1), 4 * em_fraction, 0.1f);
  const MathBox equation = lay_out("1=2");
  EXPECT_NEAR(space_after(equation, 0), 5 * em_fraction, 0.1f);
  const MathBox negative = lay_out("-3");
  EXPECT_NEAR(space_after(negative, 0), 0, 0.1f);
  const MathBox difference = lay_out("1=-3");
  EXPECT_NEAR(space_after(difference, 2), 0, 0.1f);
  const MathBox pair = lay_out("(1,2)");
  EXPECT_NEAR(space_after(pair, 1), 0, 0.1f);
  EXPECT_NEAR(space_after(pair, 2), 3 * em_fraction, 0.1f);
  const MathBox script = lay_out("2^{1+2}");
  EXPECT_NEAR(space_after(script, 1), 0, 0.1f);
}

TEST_F(MathLayoutTest, SumInDisplay_HasItsLimitsAboveAndBelow) {
  const MathBox box = lay_out("\\sum_{1}^{2}", true);
  ASSERT_EQ(box.glyphs.size(), 3u);
  const Ink sign = ink(box.glyphs[0]);
  EXPECT_GE(sign.bottom - sign.top, constant(HB_OT_MATH_CONSTANT_DISPLAY_OPERATOR_MIN_HEIGHT) - pixel);
  EXPECT_NEAR(-(sign.top + sign.bottom) / 2, axis(), pixel);
  const Ink above = ink(box.glyphs[1]);
  const float rise = std::max(constant(HB_OT_MATH_CONSTANT_UPPER_LIMIT_BASELINE_RISE_MIN),
                              constant(HB_OT_MATH_CONSTANT_UPPER_LIMIT_GAP_MIN) + above.bottom - box.glyphs[1].y);
  EXPECT_NEAR(-box.glyphs[1].y, -sign.top + rise, 2 * pixel);
  EXPECT_GE(ink(box.glyphs[2]).top - sign.bottom, constant(HB_OT_MATH_CONSTANT_LOWER_LIMIT_GAP_MIN) - 2 * pixel);
  const float middle = box.glyphs[0].x + advance(box.glyphs[0]) / 2;
  EXPECT_NEAR(box.glyphs[1].x + advance(box.glyphs[1]) / 2, middle, 2 * pixel);
}

TEST_F(MathLayoutTest, SumInText_HasItsLimitsBeside) {
  const MathBox box = lay_out("\\sum_{1}^{2}");
  EXPECT_GT(box.glyphs[1].x, box.glyphs[0].x + advance(box.glyphs[0]) - pixel);
}

TEST_F(MathLayoutTest, Accent_RisesWithLettersHigherThanItIsDrawnFor) {
  const MathBox low = lay_out("\\hat{x}");
  const MathBox high = lay_out("\\hat{b}");
  const float drawn_for = constant(HB_OT_MATH_CONSTANT_ACCENT_BASE_HEIGHT);
  EXPECT_NEAR(-low.glyphs[1].y, std::max(0.0f, -ink(low.glyphs[0]).top - drawn_for), pixel);
  EXPECT_NEAR(-high.glyphs[1].y, -ink(high.glyphs[0]).top - drawn_for, pixel);
  const Ink mark = ink(low.glyphs[1]);
  const Ink letter = ink(low.glyphs[0]);
  EXPECT_NEAR((mark.left + mark.right) / 2, (letter.left + letter.right) / 2, em / 20);
}

TEST_F(MathLayoutTest, LineOver_KeepsItsGap) {
  const MathBox inside = lay_out("12");
  const MathBox box = lay_out("\\overline{12}");
  ASSERT_EQ(box.bars.size(), 1u);
  EXPECT_NEAR(-inside.ascent - (box.bars[0].y + box.bars[0].height), constant(HB_OT_MATH_CONSTANT_OVERBAR_VERTICAL_GAP),
              2 * pixel);
  EXPECT_FLOAT_EQ(box.bars[0].width, box.width);
}

TEST_F(MathLayoutTest, ArrowOver_IsAtLeastAsWideAsItsLetters) {
  const MathBox letters = lay_out("ABCDE");
  const MathBox box = lay_out("\\overrightarrow{ABCDE}");
  float left = box.width, right = 0;
  for (const PlacedGlyph& glyph : box.glyphs) {
    if (glyph.font != fonts_.mathematics()) continue;
    left = std::min(left, ink(glyph).left);
    right = std::max(right, ink(glyph).right);
  }
  EXPECT_GE(right - left, letters.width * 0.95f);
}

TEST_F(MathLayoutTest, Matrix_HasItsColumnsCentredAndItsMiddleOnTheAxis) {
  const MathBox box = lay_out("\\begin{matrix}1&22\\\\333&4\\end{matrix}");
  ASSERT_EQ(box.glyphs.size(), 7u);
  const auto middle = [&](std::size_t first, std::size_t last) {
    return (box.glyphs[first].x + box.glyphs[last].x + advance(box.glyphs[last])) / 2;
  };
  EXPECT_NEAR(middle(0, 0), middle(3, 5), pixel);
  EXPECT_NEAR(middle(1, 2), middle(6, 6), pixel);
  EXPECT_FLOAT_EQ(box.glyphs[0].y, box.glyphs[1].y);
  EXPECT_NEAR((box.ascent - box.descent) / 2, axis(), pixel);
}

TEST_F(MathLayoutTest, AlignedEquations_StandWithTheirSignsInOneColumn) {
  const MathBox box = lay_out("\\begin{aligned}2x+3&=11\\\\x&=4\\end{aligned}");
  std::vector<float> signs;
  hb_codepoint_t equals = 0;
  hb_font_get_nominal_glyph(fonts_.shaper(0), U'=', &equals);
  for (const PlacedGlyph& glyph : box.glyphs) {
    if (glyph.font == 0 && glyph.glyph == equals) signs.push_back(glyph.x);
  }
  ASSERT_EQ(signs.size(), 2u);
  EXPECT_FLOAT_EQ(signs[0], signs[1]);
}

TEST_F(MathLayoutTest, ColumnArithmetic_HasOnesUnderOnesAndALineOverTheSum) {
  const MathBox box = lay_out("\\begin{column}147\\\\+38\\\\\\hline 185\\end{column}");
  ASSERT_EQ(box.glyphs.size(), 9u);
  ASSERT_EQ(box.bars.size(), 1u);
  EXPECT_NEAR(box.glyphs[2].x, box.glyphs[5].x, pixel);
  EXPECT_NEAR(box.glyphs[5].x, box.glyphs[8].x, pixel);
  EXPECT_GT(box.bars[0].y, box.glyphs[5].y);
  EXPECT_LT(box.bars[0].y, ink(box.glyphs[8]).top);
}

TEST_F(MathLayoutTest, LongDivision_HasItsLineOverTheDividendAndTheQuotientOnIt) {
  const MathBox box = lay_out("\\longdiv[12]{144}");
  ASSERT_EQ(box.bars.size(), 1u);
  ASSERT_EQ(box.glyphs.size(), 6u);
  EXPECT_NEAR(ink(box.glyphs[0]).top, box.bars[0].y, 2 * pixel);
  EXPECT_LT(box.bars[0].y + box.bars[0].height, ink(box.glyphs[1]).top);
  EXPECT_LT(ink(box.glyphs[5]).bottom, box.bars[0].y + pixel);
  EXPECT_NEAR(box.glyphs[5].x, box.glyphs[3].x, pixel);
}

TEST_F(MathLayoutTest, Cancelled_HasAStrokeFromCornerToCorner) {
  const MathBox box = lay_out("\\cancel{12}");
  ASSERT_EQ(box.strokes.size(), 1u);
  EXPECT_GT(box.strokes[0].from_y, box.strokes[0].to_y);
  EXPECT_NEAR(box.strokes[0].to_x - box.strokes[0].from_x, lay_out("12").width, pixel);
}

TEST_F(MathLayoutTest, UnknownCommand_ShowsItsSourceInAFrameAmongTheRest) {
  const MathBox box = lay_out("1+\\nothing+2");
  EXPECT_EQ(box.bars.size(), 4u);
  EXPECT_EQ(box.glyphs.size(), 4u + 8u);
}

TEST_F(MathLayoutTest, DigitsAndLetters_AreOfTheFontToReadIn) {
  const MathBox box = lay_out("3x+\\alpha");
  EXPECT_EQ(box.glyphs[0].font, FontSet::reading(false));
  EXPECT_EQ(box.glyphs[1].font, fonts_.italic(false));
  EXPECT_EQ(box.glyphs[2].font, FontSet::reading(false));
  EXPECT_EQ(box.glyphs[3].font, fonts_.italic(false));
  EXPECT_EQ(lay_out("\\mathbb{R}").glyphs[0].font, fonts_.mathematics());
}

TEST_F(MathLayoutTest, Pieces_EndBehindRelationsAndOperatorsOutsideOfBrackets) {
  const auto pieces = lay_out_math_in_pieces(parse_math("a+b=(c+d)"), em, false, fonts_);
  ASSERT_EQ(pieces.size(), 4u);
  EXPECT_EQ(pieces[0].line_end, LineEnd::Fair);
  EXPECT_EQ(pieces[1].line_end, LineEnd::Good);
  EXPECT_EQ(pieces[2].line_end, LineEnd::Poor);
  EXPECT_NEAR(pieces[1].space_before, 4 * em_fraction, 0.1f);
  float width = 0;
  for (const MathPiece& piece : pieces) width += piece.space_before + piece.box.width;
  EXPECT_NEAR(width, lay_out("a+b=(c+d)").width, 0.5f);
}

}  // namespace
}  // namespace hornbook::ui::text
