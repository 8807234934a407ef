#include "runtime/engage/entry/sheet.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "runtime/core/limits.hpp"
#include "runtime/core/seeded_random.hpp"
#include "runtime/engage/entry/thin_out.hpp"

namespace hornbook::engage {
namespace {

Sheet drawn(const std::vector<Stroke>& strokes) {
  Sheet sheet;
  for (const Stroke& stroke : strokes) {
    EXPECT_TRUE(begin_stroke(sheet, stroke.pen, stroke.points.front()));
    for (std::size_t at = 1; at < stroke.points.size(); ++at) EXPECT_TRUE(go_on_to(sheet, stroke.points[at]));
  }
  lift_pen(sheet);
  return sheet;
}

const Stroke across{{1, 1}, {{100, 100}, {500, 100}}};
const Stroke down{{2, 0}, {{300, 50}, {300, 400}}};

std::vector<SheetPoint> circle(double radius, int points) {
  std::vector<SheetPoint> line;
  for (int at = 0; at <= points; ++at) {
    const double angle = 2 * 3.14159265358979 * at / points;
    line.push_back({static_cast<std::uint16_t>(std::lround(500 + radius * std::cos(angle))),
                    static_cast<std::uint16_t>(std::lround(380 + radius * std::sin(angle)))});
  }
  return line;
}

TEST(ThinnedOut, AStraightLineKeepsItsEndsAndABendItsCorner) {
  std::vector<SheetPoint> line;
  for (std::uint16_t x = 10; x <= 200; ++x) line.push_back({x, 50});
  for (std::uint16_t y = 51; y <= 90; ++y) line.push_back({200, y});
  EXPECT_EQ(thinned_out(line), (std::vector<SheetPoint>{{10, 50}, {200, 50}, {200, 90}}));
}

TEST(ThinnedOut, NoPointOfACircleLiesFartherFromTheLineThanIsSaid) {
  const std::vector<SheetPoint> line = circle(150, 600);
  const std::vector<SheetPoint> kept = thinned_out(line);
  EXPECT_LT(kept.size(), 40u);
  EXPECT_GT(kept.size(), 12u) << "it is still round";
  EXPECT_EQ(kept.front(), kept.back()) << "a loop stays a loop";
  for (const SheetPoint point : line) EXPECT_TRUE(comes_near({{}, kept}, point, point, 2));
}

TEST(ThinnedOut, TremorOnOneSpotBecomesADot) {
  EXPECT_EQ(thinned_out(std::vector<SheetPoint>{{5, 5}, {6, 5}, {6, 6}, {5, 5}}), (std::vector<SheetPoint>{{5, 5}}));
}

TEST(ComesNear, ACrossingBetweenTwoPlacesIsSeen) {
  EXPECT_TRUE(comes_near(across, {300, 0}, {300, 300}, 0)) << "though no end is near";
  EXPECT_FALSE(comes_near(across, {300, 0}, {300, 90}, 5));
  EXPECT_TRUE(comes_near(across, {300, 0}, {300, 90}, 10));
}

TEST(Sheet, WhatIsDoneIsUndoneAndDoneAgain) {
  Sheet sheet = drawn({across, down});
  EXPECT_EQ(finished_strokes(sheet), (std::vector<Stroke>{across, down}));
  EXPECT_TRUE(undo(sheet));
  EXPECT_EQ(finished_strokes(sheet), std::vector<Stroke>{across});
  EXPECT_TRUE(redo(sheet));
  EXPECT_FALSE(redo(sheet)) << "there is nothing more";
  EXPECT_EQ(strokes_on(sheet).size(), 2u);
  EXPECT_TRUE(clear(sheet));
  EXPECT_TRUE(strokes_on(sheet).empty());
  EXPECT_FALSE(clear(sheet)) << "of an empty sheet";
  EXPECT_TRUE(undo(sheet));
  EXPECT_EQ(strokes_on(sheet).size(), 2u);
}

TEST(Sheet, AnErasedStrokeIsTakenAwayWholeAndComesBackInItsPlace) {
  Sheet sheet = drawn({across, down});
  EXPECT_FALSE(erase_along(sheet, {700, 700}, {700, 700}));
  EXPECT_TRUE(erase_along(sheet, {150, 120}, {150, 90}));
  EXPECT_EQ(finished_strokes(sheet), std::vector<Stroke>{down});
  EXPECT_TRUE(undo(sheet));
  EXPECT_EQ(finished_strokes(sheet), (std::vector<Stroke>{across, down}));
  EXPECT_TRUE(erase_along(sheet, {300, 100}, {300, 100})) << "where they cross";
  EXPECT_TRUE(strokes_on(sheet).empty());
}

TEST(Sheet, SomethingElseAfterUndoForgetsWhatWasUndone) {
  Sheet sheet = drawn({across, down});
  EXPECT_TRUE(undo(sheet));
  EXPECT_TRUE(begin_stroke(sheet, {}, {9, 9}));
  EXPECT_FALSE(redo(sheet));
  EXPECT_EQ(finished_strokes(sheet).back(), (Stroke{{}, {{9, 9}}}));
}

TEST(Sheet, TheEarliestActsAreForgottenAndTheDrawingStays) {
  Sheet sheet = drawn({across});
  for (std::size_t count = 0; count < 2 * limits::drawing_acts_max; ++count) {
    EXPECT_TRUE(begin_stroke(sheet, {}, {9, 700}));
    EXPECT_TRUE(erase_along(sheet, {9, 700}, {9, 700}));
  }
  EXPECT_LE(sheet.acts.size(), limits::drawing_acts_max);
  EXPECT_EQ(finished_strokes(sheet), std::vector<Stroke>{across});
}

// A child who scribbles as long as the sheet takes it, without lifting the pen and with.
TEST(Sheet, AFullSheetFitsIntoAnAnswer) {
  for (const std::uint64_t lift_every : {std::uint64_t{100'000}, std::uint64_t{40}, std::uint64_t{1}}) {
    SeededRandom random(lift_every);
    Sheet sheet;
    std::uint64_t moves = 0;
    for (bool drawing = true; drawing && moves < 100'000; ++moves) {
      const SheetPoint point{static_cast<std::uint16_t>(random.below(sheet_width)),
                             static_cast<std::uint16_t>(random.below(sheet_height))};
      drawing = moves % lift_every == 0 ? begin_stroke(sheet, {}, point) : go_on_to(sheet, point);
    }
    EXPECT_LT(moves, 100'000u) << "it became full";
    const std::vector<Stroke> strokes = finished_strokes(sheet);
    const std::string code = code_of(strokes);
    EXPECT_LE(code.size(), limits::drawing_code_bytes_max);
    EXPECT_LE(strokes.size(), limits::drawing_strokes_max);
    EXPECT_EQ(strokes_of_code(code), strokes);
    if (lift_every > 1) continue;
    EXPECT_TRUE(is_full(sheet));
    EXPECT_TRUE(erase_along(sheet, strokes.front().points.front(), strokes.front().points.front()));
    EXPECT_FALSE(is_full(sheet)) << "there is room again";
  }
}

TEST(StrokeCode, EveryPenAndEdgeOfTheSheetIsReadAsItWasWritten) {
  std::vector<Stroke> strokes;
  for (std::uint8_t colour = 0; colour < pen_colours; ++colour)
    for (std::uint8_t width = 0; width < pen_widths.size(); ++width)
      strokes.push_back({{colour, width}, {{0, 0}, {1023, 767}, {0, 767}, {1023, 0}}});
  strokes.push_back({{}, {{5, 5}}});
  const std::string code = code_of(strokes);
  EXPECT_EQ(strokes_of_code(code), strokes);
  std::size_t length = 0;
  for (const Stroke& stroke : strokes) length += code_length(stroke);
  EXPECT_EQ(length, code.size());
  EXPECT_EQ(strokes_of_code(""), std::vector<Stroke>());
}

TEST(StrokeCode, IsRefusedWhenItIsNotWhatWouldBeWritten) {
  EXPECT_TRUE(strokes_of_code("BBAA"));
  EXPECT_FALSE(strokes_of_code("BBA")) << "cut off";
  EXPECT_FALSE(strokes_of_code("BBA-")) << "no digit";
  EXPECT_FALSE(strokes_of_code("SBAA")) << "no such pen";
  EXPECT_FALSE(strokes_of_code("BAAA")) << "no points";
  EXPECT_FALSE(strokes_of_code("BCAAAA")) << "twice the same point";
  EXPECT_FALSE(strokes_of_code("BCAABC")) << "a zero with a sign";
  EXPECT_FALSE(strokes_of_code("BCAADA")) << "left of the sheet";
  EXPECT_FALSE(strokes_of_code("BBgAA")) << "more digits than it needs";
  EXPECT_FALSE(strokes_of_code("BBAAB")) << "something follows";
  EXPECT_FALSE(strokes_of_code("BBgggggB")) << "too long a number";
}

}  // namespace
}  // namespace hornbook::engage
