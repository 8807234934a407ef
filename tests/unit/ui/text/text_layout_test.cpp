#include "ui/text/text_layout.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/fonts.hpp"
#include "tests/support/script_samples.hpp"
#include "ui/text/layout_cache.hpp"
#include "ui/text/list_setter.hpp"
#include "ui/text/table_setter.hpp"

namespace hornbook::ui::text {
namespace {

constexpr float wide = 10'000;

class TextLayoutTest : public testing::Test {
 protected:
  TextLayoutTest() : fonts_(FontSet::open(tests::font_files()).value()) {}
  TextLayout lay_out(std::string_view text, float width = wide, std::string_view language = "en", bool bold = false) {
    return lay_out_text(text, {24, bold, 1.5f}, language, width, fonts_);
  }
  FontSet fonts_;
};

TEST_F(TextLayoutTest, MissingReadingFont_IsAnErrorThatNamesTheFile) {
  FontFiles files = tests::font_files();
  files.reading = "/nowhere/Andika.ttf";
  const auto set = FontSet::open(files);
  ASSERT_FALSE(set);
  EXPECT_EQ(set.error().code, ErrorCode::NotFound);
  EXPECT_NE(set.error().sentence.find("/nowhere/Andika.ttf"), std::string::npos);
}

TEST_F(TextLayoutTest, OneLine_IsOneAndAHalfTimesItsSizeHigh) {
  const TextLayout layout = lay_out("Check");
  ASSERT_EQ(layout.lines.size(), 1u);
  EXPECT_FLOAT_EQ(layout.height, 36);
  EXPECT_EQ(layout.glyphs.size(), 5u);
  EXPECT_GT(layout.width, 40);
  EXPECT_LT(layout.width, 100);
}

TEST_F(TextLayoutTest, NarrowWidth_WrapsBetweenWordsWithinTheWidth) {
  const TextLayout layout = lay_out("How many equal parts does this cake have", 150);
  EXPECT_GT(layout.lines.size(), 2u);
  for (const TextLine& line : layout.lines) EXPECT_LE(line.width, 150);
}

TEST_F(TextLayoutTest, WidthOfTheTextItself_DoesNotWrapIt) {
  const TextLayout once = lay_out("How many equal parts");
  EXPECT_EQ(lay_out("How many equal parts", once.width + 0.5f).lines.size(), 1u);
}

TEST_F(TextLayoutTest, WordLongerThanTheLine_IsBrokenBetweenLetters) {
  const TextLayout layout = lay_out("incomprehensibilities", 60);
  EXPECT_GT(layout.lines.size(), 2u);
  for (const TextLine& line : layout.lines) EXPECT_LE(line.width, 60);
  EXPECT_EQ(layout.glyphs.size(), 21u);
}

TEST_F(TextLayoutTest, WidthOfNothing_StillShowsEveryLetter) { EXPECT_EQ(lay_out("abc", 0).lines.size(), 3u); }

TEST_F(TextLayoutTest, BlankLine_LeavesMoreRoomThanALineBreak) {
  EXPECT_GT(lay_out("a\n\nb").height, lay_out("a\nb").height);
}

TEST_F(TextLayoutTest, Emphasis_IsSetInTheBoldFont) {
  const TextLayout layout = lay_out("a *b*");
  EXPECT_EQ(layout.glyphs.front().font, FontSet::reading(false));
  EXPECT_EQ(layout.glyphs.back().font, FontSet::reading(true));
}

TEST_F(TextLayoutTest, Fraction_StandsOnTheAxisWithDigitsClearOfTheBar) {
  const TextLayout layout = lay_out("$\\frac{3}{4}$");
  ASSERT_EQ(layout.bars.size(), 1u);
  ASSERT_EQ(layout.glyphs.size(), 2u);
  const PlacedBar& bar = layout.bars[0];
  const float axis = layout.lines[0].baseline - fonts_.metrics(0).math_axis * 24;
  EXPECT_NEAR(bar.y + bar.height / 2, axis, 1.5f);
  EXPECT_LT(layout.glyphs[0].y, bar.y);
  const float denominator_top = layout.glyphs[1].y - fonts_.metrics(0).cap_height * layout.glyphs[1].size_px;
  EXPECT_GT(denominator_top, bar.y + bar.height);
  EXPECT_GE(bar.width, layout.glyphs[0].size_px * 0.5f);
}

TEST_F(TextLayoutTest, FractionParts_AreCentredOverOneAnother) {
  const TextLayout layout = lay_out("$\\frac{1}{12}$");
  ASSERT_EQ(layout.glyphs.size(), 3u);
  const float digit = layout.glyphs[2].x - layout.glyphs[1].x;
  EXPECT_NEAR(layout.glyphs[0].x + digit / 2, layout.glyphs[2].x, 1.5f);
}

TEST_F(TextLayoutTest, LineWithANestedFraction_IsHigherAndKeepsItsInkInside) {
  const TextLayout layout = lay_out("x $\\frac{1}{\\frac{2}{3}}$");
  EXPECT_GT(layout.height, 50);
  for (const PlacedGlyph& glyph : layout.glyphs) {
    EXPECT_GE(glyph.y - 0.72f * glyph.size_px, layout.lines[0].top);
    EXPECT_LE(glyph.y, layout.lines[0].top + layout.lines[0].height);
  }
}

TEST_F(TextLayoutTest, Box_StandsInItsLineLevelWithTheCapitals) {
  const TextLayout layout =
      lay_out_text("The \uFFFC is \uFFFC.", {24, false, 1.5f}, "en", wide, fonts_, {{90, 64}, {40, 20}});
  ASSERT_EQ(layout.lines.size(), 1u);
  ASSERT_EQ(layout.boxes.size(), 2u);
  EXPECT_GT(layout.boxes[0].x, lay_out("The").width);
  EXPECT_GT(layout.boxes[1].x, layout.boxes[0].x + 90 + lay_out("is").width);
  EXPECT_GT(layout.width, layout.boxes[1].x + 40);
  EXPECT_GE(layout.height, 64);
  EXPECT_FLOAT_EQ(layout.boxes[0].y + 32, layout.boxes[1].y + 10);
  EXPECT_GE(layout.boxes[0].y, 0);
  EXPECT_LE(layout.boxes[0].y + 64, layout.height);
}

TEST_F(TextLayoutTest, BoxesThatDoNotFit_ComeToTheNextLineAndKeepTheirFullStop) {
  const TextLayout layout =
      lay_out_text("\uFFFC\uFFFC.\n\n\uFFFC", {24, false, 1.5f}, "en", 100, fonts_, {{60, 64}, {95, 64}, {300, 64}});
  ASSERT_EQ(layout.boxes.size(), 3u);
  EXPECT_EQ(layout.boxes[0].line, 0u);
  EXPECT_EQ(layout.boxes[1].line, 1u);
  EXPECT_GT(layout.boxes[2].line, 1u) << "each paragraph goes on counting";
  EXPECT_EQ(layout.boxes[2].x, 0) << "one that is too wide has the line to itself";
}

TEST_F(TextLayoutTest, BoxInArabic_StandsLeftOfTheWordBeforeIt) {
  const TextLayout layout = lay_out_text("السماء \uFFFC", {24, false, 1.5f}, "ar", wide, fonts_, {{90, 64}});
  ASSERT_EQ(layout.boxes.size(), 1u);
  EXPECT_FLOAT_EQ(layout.boxes[0].x, 0);
  EXPECT_GT(layout.lines[0].width, 100);
}

TEST_F(TextLayoutTest, ObjectCharacterWithoutABox_IsAReplacementCharacter) {
  const TextLayout layout = lay_out_text("\uFFFC \uFFFC", {24, false, 1.5f}, "en", wide, fonts_, {{90, 64}});
  EXPECT_EQ(layout.boxes.size(), 1u);
  EXPECT_GE(layout.glyphs.size(), 1u);
}

TEST_F(TextLayoutTest, ArabicWithANumber_RunsFromTheRightAndTheNumberFromTheLeft) {
  const TextLayout layout = lay_out("ب 12", wide, "ar");
  ASSERT_EQ(layout.glyphs.size(), 4u);
  EXPECT_TRUE(layout.right_to_left);
  // In visual order from the left: 1, 2, space, letter.
  EXPECT_EQ(layout.glyphs[0].font, FontSet::reading(false));
  EXPECT_EQ(layout.glyphs[1].font, FontSet::reading(false));
  EXPECT_NE(layout.glyphs[3].font, FontSet::reading(false));
  EXPECT_LT(layout.glyphs[1].x, layout.glyphs[3].x);
  const TextLayout digits = lay_out("12");
  EXPECT_EQ(layout.glyphs[0].glyph, digits.glyphs[0].glyph);
  EXPECT_EQ(layout.glyphs[1].glyph, digits.glyphs[1].glyph);
}

TEST_F(TextLayoutTest, EnglishWordsInAnArabicPlace_KeepTheirQuestionMarkBehind) {
  const TextLayout english = lay_out("Who are you?", wide, "en");
  const TextLayout placed = lay_out("Who are you?", wide, "ar");
  ASSERT_EQ(placed.glyphs.size(), english.glyphs.size());
  for (std::size_t at = 0; at < english.glyphs.size(); ++at)
    EXPECT_EQ(placed.glyphs[at].glyph, english.glyphs[at].glyph);
  EXPECT_TRUE(placed.right_to_left);  // still set from the right edge
}

TEST_F(TextLayoutTest, ArabicSentenceThatBeginsWithALatinName_StillRunsFromTheRight) {
  const TextLayout layout = lay_out("Ana ب", wide, "ar");
  const TextLayout letter = lay_out("ب", wide, "ar");
  ASSERT_EQ(layout.glyphs.size(), 5u);
  EXPECT_EQ(layout.glyphs.front().glyph, letter.glyphs.front().glyph);
}

TEST_F(TextLayoutTest, ArabicWordsInAnEnglishPlace_RunFromTheRight) {
  const TextLayout layout = lay_out("ب؟", wide, "en");
  const TextLayout arabic = lay_out("ب؟", wide, "ar");
  ASSERT_EQ(layout.glyphs.size(), 2u);
  EXPECT_EQ(layout.glyphs.front().glyph, arabic.glyphs.front().glyph);
  EXPECT_EQ(layout.glyphs.back().glyph, arabic.glyphs.back().glyph);
}

TEST_F(TextLayoutTest, ArabicLetters_AreJoined) {
  const TextLayout alone = lay_out("ه", wide, "ar");
  const TextLayout joined = lay_out("ههه", wide, "ar");
  ASSERT_EQ(joined.glyphs.size(), 3u);
  EXPECT_NE(joined.glyphs[1].glyph, alone.glyphs[0].glyph);
  EXPECT_NE(joined.glyphs[0].glyph, joined.glyphs[1].glyph);
}

TEST_F(TextLayoutTest, ScriptsMixedInOneLine_EachGetAFontThatHasThem) {
  const TextLayout layout = lay_out("abc हिन्दी (عربي)", wide, "hi");
  for (const PlacedGlyph& glyph : layout.glyphs) EXPECT_NE(glyph.glyph, 0u);
}

TEST_F(TextLayoutTest, DevanagariConjunct_TakesFewerGlyphsThanCharacters) {
  EXPECT_LT(lay_out("क्ष", wide, "hi").glyphs.size(), 3u);
}

TEST_F(TextLayoutTest, EveryScript_KeepsItsInkInsideItsLines) {
  for (const tests::ScriptSample& sample : tests::script_samples) {
    for (const float line_height : {1.3f, 1.5f}) {
      const TextLayout layout = lay_out_text(sample.text, {44, false, line_height}, sample.language, 500, fonts_);
      for (const TextLine& line : layout.lines) {
        for (std::uint32_t at = line.glyphs_begin; at < line.glyphs_end; ++at) {
          const PlacedGlyph& glyph = layout.glyphs[at];
          const GlyphBitmap ink = fonts_.rasterise(glyph.font, glyph.glyph, glyph.size_px);
          if (ink.height == 0) continue;
          const float top = glyph.y - static_cast<float>(ink.top);
          EXPECT_GE(top, line.top - 1) << sample.name;
          EXPECT_LE(top + static_cast<float>(ink.height), line.top + line.height + 1) << sample.name;
        }
      }
    }
  }
}

TEST_F(TextLayoutTest, UrduText_IsSetInNastaliqAndArabicIsNot) {
  EXPECT_NE(lay_out("کتاب", wide, "ur-PK").glyphs[0].font, lay_out("کتاب", wide, "ar").glyphs[0].font);
  EXPECT_EQ(lay_out("کتاب", wide, "ar").glyphs[0].font, lay_out("کتاب", wide, "en").glyphs[0].font);
}

TEST_F(TextLayoutTest, ThaiWithoutSpaces_WrapsBetweenWords) {
  // Cake, cut: never inside the word for cake.
  EXPECT_EQ(lay_out("ขนมเค้กตัด", lay_out("ขนมเค้กต").width).lines[0].glyphs_end, lay_out("ขนมเค้ก").glyphs.size());
}

TEST_F(TextLayoutTest, WordInALine_HasItsPlaceThere) {
  const TextLayout layout = lay_out("one two three");
  const auto places = places_of(layout, {4, 7});
  ASSERT_EQ(places.size(), 1u);
  EXPECT_NEAR(places[0].x, lay_out("one ").width + (lay_out("a b").width - lay_out("ab").width), 1);
  EXPECT_NEAR(places[0].width, lay_out("two").width, 1);
}

TEST_F(TextLayoutTest, RangeOverALineEnd_HasAPlaceInEachLine) {
  const TextLayout layout = lay_out("one two", lay_out("one t").width);
  const auto places = places_of(layout, {0, 7});
  ASSERT_EQ(places.size(), 2u);
  EXPECT_EQ(places[1].line, 1u);
}

TEST_F(TextLayoutTest, ArabicWordAmongLatinOnes_HasItsPlaceWhereItIsDrawn) {
  const TextLayout layout = lay_out("a بيت b", wide, "en");
  const auto places = places_of(layout, {2, 8});
  ASSERT_EQ(places.size(), 1u);
  EXPECT_GT(places[0].x, lay_out("a").width);
  EXPECT_NEAR(places[0].width, lay_out("بيت", wide, "ar").width, 1);
}

TEST_F(TextLayoutTest, AnyPartOfAFormula_IsTheWholeFormula) {
  const TextLayout layout = lay_out("x $1+2=3$ y");
  const auto places = places_of(layout, {5, 6});
  ASSERT_EQ(places.size(), 1u);
  EXPECT_NEAR(places[0].width, lay_out("$1+2=3$").width, 2);
}

TEST_F(TextLayoutTest, LettersDrawnAsOne_AreOnePlace) {
  const TextLayout layout = lay_out("क्षा", wide, "hi");
  EXPECT_EQ(places_of(layout, {3, 6}).size(), 1u);
  EXPECT_NEAR(places_of(layout, {3, 6})[0].width, layout.width, 1);
}

TEST_F(TextLayoutTest, EntriesOfAList_HangBehindTheirMarks) {
  const TextLayout layout = lay_out("Look:\n- some words that need more than one line\n- more", 220);
  ASSERT_GT(layout.lines.size(), 3u);
  EXPECT_EQ(layout.lines[0].start, 0);
  const float indent = layout.lines[1].start;
  EXPECT_GE(indent, 24);
  for (std::size_t at = 1; at < layout.lines.size(); ++at) {
    EXPECT_EQ(layout.lines[at].start, indent);
    EXPECT_EQ(layout.lines[at].block_width, layout.lines[1].block_width) << "they are moved as one";
    EXPECT_LE(indent + layout.lines[at].width, 220);
  }
  const PlacedGlyph& mark = layout.glyphs[layout.lines[1].glyphs_end - 1];
  EXPECT_LT(mark.x, 0) << "before the words, in the space of the indent";
  EXPECT_GE(mark.x, -indent);
}

TEST_F(TextLayoutTest, ListInArabic_HasItsMarksAtTheRight) {
  const TextLayout layout = lay_out("- ب\n10. ب", wide, "ar");
  for (const TextLine& line : layout.lines) EXPECT_GT(layout.glyphs[line.glyphs_end - 1].x, line.width);
}

TEST_F(TextLayoutTest, DeeperList_IsIndentedMoreAndNeverBeyondTheLine) {
  const TextLayout layout = lay_out("- a\n  - b\n    - c");
  EXPECT_LT(layout.lines[0].start, layout.lines[1].start);
  EXPECT_LT(layout.lines[1].start, layout.lines[2].start);
  for (const TextLine& line : lay_out("- a\n  - b\n    - c", 60).lines) EXPECT_LT(line.start, 40);
}

TEST_F(TextLayoutTest, CellsOfARow_StandBesideOneAnother) {
  const TextLayout layout = lay_out("| Planet | Moons |\n|---|--:|\n| Mars | 2 |");
  ASSERT_EQ(layout.tables.size(), 1u);
  ASSERT_EQ(layout.lines.size(), 4u);
  const PlacedTable& table = layout.tables[0];
  EXPECT_EQ(layout.lines[0].top, layout.lines[1].top);
  EXPECT_GT(layout.lines[2].top, layout.lines[0].top);
  EXPECT_GT(layout.lines[1].start, layout.lines[0].start + layout.lines[0].width);
  EXPECT_GT(layout.lines[3].start, layout.lines[1].start) << "set at the end of its column";
  EXPECT_NEAR(layout.lines[3].start + layout.lines[3].width, layout.lines[1].start + layout.lines[1].width, 2);
  EXPECT_EQ(layout.width, table.width);
  EXPECT_EQ(layout.height, table.height);
  EXPECT_GT(table.head_height, 0);
  ASSERT_EQ(table.columns.size(), 1u);
  ASSERT_EQ(table.rows.size(), 1u);
  EXPECT_GT(table.columns[0], layout.lines[0].start + layout.lines[0].width);
  EXPECT_LT(table.columns[0], layout.lines[1].start);
  EXPECT_EQ(layout.glyphs.front().font, FontSet::reading(true)) << "names of columns are bold";
  EXPECT_EQ(layout.glyphs.back().font, FontSet::reading(false));
}

TEST_F(TextLayoutTest, TableInArabic_IsMirrored) {
  const TextLayout layout = lay_out("| ببببب | ب |\n| ب | ب |", wide, "ar");
  const PlacedTable& table = layout.tables.at(0);
  EXPECT_GT(table.columns[0], 0);
  EXPECT_LT(table.columns[0], table.width / 2) << "the first, wider column stands at the right";
}

TEST_F(TextLayoutTest, TableThatIsTooWide_WrapsItsCellsAndKeepsToTheWidth) {
  const std::string row = "| a | some words that go on and on for a while | b |\n";
  const TextLayout layout = lay_out(row + row, 240);
  EXPECT_LE(layout.width, 240);
  EXPECT_GT(layout.lines.size(), 8u);
  for (const TextLine& line : layout.lines) EXPECT_LE(line.start + line.width, layout.width);
}

TEST_F(TextLayoutTest, Columns_ShareTheWidthByWhatTheyNeed) {
  EXPECT_EQ(column_widths({30, 50}, {10, 20}, 100), (std::vector<float>{30, 50}));
  EXPECT_EQ(column_widths({30, 100}, {30, 40}, 100), (std::vector<float>{30, 70}));
  EXPECT_EQ(column_widths({100, 300}, {50, 150}, 100), (std::vector<float>{25, 75}));
}

TEST_F(TextLayoutTest, BoxesInListsAndTables_KeepCounting) {
  const TextLayout layout = lay_out_text("- \uFFFC\n- a\n| \uFFFC | b |\n| c | \uFFFC |", {24, false, 1.5f}, "en", 400,
                                         fonts_, {{40, 30}, {40, 30}, {40, 30}});
  ASSERT_EQ(layout.boxes.size(), 3u);
  EXPECT_LT(layout.boxes[0].line, layout.boxes[1].line);
  EXPECT_LT(layout.boxes[1].line, layout.boxes[2].line);
}

TEST_F(TextLayoutTest, PictureInALine_IsNoHigherThanTheLine) {
  const TextLayout layout = lay_out("a ![a coin](media/coin.svg) b");
  ASSERT_EQ(layout.pictures.size(), 1u);
  EXPECT_EQ(layout.pictures[0].name, "media/coin.svg");
  EXPECT_FLOAT_EQ(layout.height, lay_out("a").height);
  EXPECT_GE(layout.pictures[0].at.y, 0);
  EXPECT_LE(layout.pictures[0].at.y + layout.pictures[0].size, layout.height);
  EXPECT_GT(layout.lines[0].width, layout.pictures[0].at.x + layout.pictures[0].size);
  EXPECT_EQ(places_of(layout, {2, 27}).size(), 1u) << "it is lit as a whole";
}

TEST(WrittenMark, Numbers_AreWrittenInTheDigitsOfTheLanguage) {
  const ListEntry entry{engage::TextLineBlock::Mark::Number, 12, 0};
  EXPECT_EQ(written_mark(entry, "en"), "12.");
  EXPECT_EQ(written_mark(entry, "ar"), "١٢.");
  EXPECT_EQ(written_mark(entry, "ar-EG"), "١٢.");
  EXPECT_EQ(written_mark(entry, "ar-MA"), "12.");
  EXPECT_EQ(written_mark(entry, "fa"), "۱۲.");
  EXPECT_EQ(written_mark(entry, "mr-IN"), "१२.");
  EXPECT_EQ(written_mark(entry, "hi"), "12.");
  EXPECT_EQ(written_mark(entry, "arn"), "12.") << "Mapudungun is not Arabic";
}

TEST_F(TextLayoutTest, LargerSize_IsProportionallyWider) {
  const float small = lay_out("How many parts").width;
  const float large = lay_out_text("How many parts", {48, false, 1.5f}, "en", wide, fonts_).width;
  EXPECT_NEAR(large, 2 * small, 1);
}

TEST_F(TextLayoutTest, Glyph_IsRasterisedWithInkAndSpaceWithout) {
  const TextLayout layout = lay_out("I ");
  const GlyphBitmap letter = fonts_.rasterise(0, layout.glyphs[0].glyph, 24);
  EXPECT_GT(letter.height, 12);
  EXPECT_EQ(*std::max_element(letter.coverage.begin(), letter.coverage.end()), 255);
  const TextLayout spaced = lay_out("a b");
  EXPECT_EQ(fonts_.rasterise(0, spaced.glyphs[1].glyph, 24).width, 0);
}

TEST_F(TextLayoutTest, CacheAskedForMoreTextsThanItHolds_StillAnswersEachRight) {
  LayoutCache cache(fonts_);
  for (int round = 0; round < 2; ++round) {
    for (int number = 0; number < 700; ++number) {
      const std::string text(static_cast<std::size_t>(number % 7 + 1), 'a');
      const std::string numbered = text + std::to_string(number);
      ASSERT_EQ(cache.lay_out(numbered, {24, false, 1.5f}, "en", wide).glyphs.size(), numbered.size());
    }
  }
}

}  // namespace
}  // namespace hornbook::ui::text
