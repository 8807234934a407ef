// What the kinds of task that are done in space say of an answer: boxes, pictures, grids.
#include <gtest/gtest.h>

#include "runtime/engage/task.hpp"

namespace hornbook::engage {
namespace {

SortTask animals_and_plants() {
  SortTask task;
  task.bins = {{"animals", {}}, {"plants", {}}};
  task.tiles = {{0, "frog", {}}, {1, "tree", {}}, {2, "stone", {}}};
  task.homes = {{0, {std::uint16_t{1}, "It eats."}}, {1, {}}, {std::nullopt, {std::uint16_t{2}, "Does it grow?"}}};
  return task;
}

TEST(SortTask, AHomelessTileInABinCostsCreditAndSaysWhy) {
  const SortTask task = animals_and_plants();
  EXPECT_TRUE(assess(task, {{0, 1, std::nullopt}, {}}).correct);
  const Verdict verdict = assess(task, {{0, 1, 0}, {}});
  EXPECT_EQ(verdict.credit_permille, 500);
  EXPECT_EQ(verdict.feedback, "Does it grow?");
  EXPECT_EQ(verdict.misconception, std::uint16_t{2});
  EXPECT_EQ(assess(task, {{1, 1, std::nullopt}, {}}).credit_permille, 500);
}

TEST(SortTask, WhereSomeBelongNowhereOneTileIsEnoughToSubmit) {
  SortTask task = animals_and_plants();
  EXPECT_TRUE(is_complete(task, {{0, std::nullopt, std::nullopt}, {}}));
  task.homes[2].bin = 1;
  EXPECT_FALSE(is_complete(task, {{0, std::nullopt, std::nullopt}, {}}));
}

TEST(PictureMap, APolygonHoldsWhatItsEdgesEnclose) {
  // A letter L: its notch is not inside, though it is in the box around it.
  const PictureShape shape = PicturePolygon{{{0, 0}, {20, 0}, {20, 60}, {60, 60}, {60, 80}, {0, 80}}};
  EXPECT_TRUE(contains(shape, {10, 10}));
  EXPECT_TRUE(contains(shape, {40, 70}));
  EXPECT_FALSE(contains(shape, {40, 30}));
  EXPECT_FALSE(contains(shape, {70, 70}));
  const PictureRectangle box = box_around(shape);
  EXPECT_EQ(box.width, 60);
  EXPECT_EQ(box.height, 80);
}

TEST(PictureMap, AnOutlineOfACircleLiesOnIt) {
  const PictureCircle circle{{100, 100}, 50};
  for (const PicturePoint point : outline_of(circle)) {
    EXPECT_TRUE(contains(circle, point));
    EXPECT_FALSE(contains(PictureCircle{{100, 100}, 47}, point));
  }
}

TEST(HotSpot, OfTwoAreasThatOverlapTheLaterLiesAbove) {
  HotSpot task;
  task.picture = {{}, 100, 100};
  task.areas = {{0, PictureRectangle{{0, 0}, 100, 100}, "land", false, {}},
                {1, PictureCircle{{50, 50}, 40}, "lake", true, {}}};
  HotSpotEntry entry;
  EXPECT_TRUE(enter(task, entry, PointAt{5000, 5000, false}));
  EXPECT_EQ(entry.chosen, Chosen{1});
  ASSERT_TRUE(place_to_touch(task, task.areas[0]));
  EXPECT_TRUE(enter(task, entry, pointing_at(task.picture, *place_to_touch(task, task.areas[0]))));
  EXPECT_EQ(entry.chosen, Chosen{0}) << "one alone is taken";
  task.areas[1].shape = PictureRectangle{{0, 0}, 100, 100};
  EXPECT_FALSE(place_to_touch(task, task.areas[0])) << "it lies wholly below";
}

Plot plane(decltype(Plot::form) form) {
  Plot task;
  task.x = {Rational::whole(-5), Rational::whole(5), Rational::whole(1), 10, 1, ""};
  task.y = task.x;
  task.form = std::move(form);
  return task;
}

Plot line_of(Rational a, Rational b, Rational c) {
  Plot task = plane(PlotLine{{a, b, c}, {}, {}});
  auto& line = std::get<PlotLine>(task.form);
  line.shown = ends_on_grid(task, line.line).value();
  return task;
}

TEST(Plot, AnyTwoPointsOfTheLineAreRight) {
  // y = 2x + 1
  const Plot task = line_of(Rational::whole(2), Rational::whole(-1), Rational::whole(-1));
  EXPECT_TRUE(assess(task, {{PlotPlace{5, 6}, PlotPlace{6, 8}}, 0}).correct);
  EXPECT_TRUE(assess(task, {{PlotPlace{7, 10}, PlotPlace{2, 0}}, 0}).correct);
  EXPECT_EQ(assess(task, {{PlotPlace{5, 6}, PlotPlace{6, 7}}, 0}).credit_permille, 500);
  EXPECT_FALSE(is_complete(task, {{PlotPlace{5, 6}, PlotPlace{5, 6}}, 0})) << "one place gives no line";
  EXPECT_EQ(words_of(task, right_entry_of(task)), "$y = 2x + 1$");
}

TEST(Plot, AnUprightLineIsALine) {
  const Plot task = line_of(Rational::whole(1), Rational(), Rational::whole(3));
  EXPECT_TRUE(assess(task, {{PlotPlace{8, 0}, PlotPlace{8, 9}}, 0}).correct);
  EXPECT_EQ(words_of(task, right_entry_of(task)), "$x = 3$");
}

TEST(Plot, PointsWithoutNamesMayLieInAnyOrder) {
  Plot task = plane(PlotPoints{{{1, 2}, {3, 4}}, {}, {}});
  const PlotEntry other_order{{PlotPlace{3, 4}, PlotPlace{1, 2}}, 0};
  EXPECT_TRUE(assess(task, other_order).correct);
  std::get<PlotPoints>(task.form).names = {"A", "B"};
  EXPECT_EQ(assess(task, other_order).credit_permille, 0);
}

TEST(Plot, ALongDragMovesOneHandleEvenAcrossAnother) {
  const Plot task = plane(PlotPoints{{{1, 2}, {3, 4}}, {}, {}});
  PlotEntry entry{{PlotPlace{0, 0}, PlotPlace{5, 5}}, 1};
  EXPECT_TRUE(enter(task, entry, PointAt{0, 10'000, false}));
  EXPECT_TRUE(enter(task, entry, PointAt{5'000, 5'000, true}));
  EXPECT_TRUE(enter(task, entry, PointAt{10'000, 0, true}));
  EXPECT_EQ(entry.handles[0], (PlotPlace{10, 10}));
  EXPECT_EQ(entry.handles[1], (PlotPlace{5, 5}));
}

TEST(Plot, BarsThatNobodyTouchedStandAtTheBottom) {
  Plot task = plane(PlotBars{{{"a", 0, {}}, {"b", 4, {std::uint16_t{7}, "Four of them."}}}, false});
  task.x.steps = 1;
  PlotEntry entry = empty_entry(task);
  EXPECT_FALSE(is_complete(task, entry));
  EXPECT_TRUE(enter(task, entry, PointAt{9'000, 7'000, false}));
  EXPECT_EQ(entry.handles[1], (PlotPlace{1, 3}));
  EXPECT_EQ(assess(task, entry).feedback, "Four of them.");
  EXPECT_EQ(assess(task, entry).credit_permille, 500);
  EXPECT_TRUE(enter(task, entry, PointAt{100, 6'000, true})) << "the finger has left the bar, and leads it still";
  EXPECT_TRUE(assess(task, entry).correct);
}

}  // namespace
}  // namespace hornbook::engage
