#include "ui/theme/atlas.hpp"

#include <gtest/gtest.h>

#include "runtime/core/limits.hpp"
#include "ui/theme/coverage.hpp"

namespace hornbook::ui {
namespace {

std::vector<std::uint8_t> coverage(int width, int height, std::uint8_t value) {
  return std::vector<std::uint8_t>(static_cast<std::size_t>(width * height), value);
}

bool overlap(const AtlasRegion& one, const AtlasRegion& other) {
  return one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height &&
         other.y < one.y + one.height;
}

TEST(Atlas, ManyPictures_NeitherOverlapNorLeaveTheAtlas) {
  Atlas atlas;
  std::vector<AtlasRegion> regions;
  for (int number = 0; number < 300; ++number) {
    const int width = 5 + number * 7 % 60;
    const int height = 5 + number * 11 % 50;
    const auto region = atlas.add_coverage(width, height, coverage(width, height, 255));
    ASSERT_TRUE(region);
    EXPECT_LE(region->x + region->width, atlas.width());
    EXPECT_LE(region->y + region->height, atlas.height());
    for (const AtlasRegion& other : regions) ASSERT_FALSE(overlap(*region, other));
    regions.push_back(*region);
  }
}

TEST(Atlas, Coverage_BecomesWhiteOfThatAlpha) {
  Atlas atlas;
  const AtlasRegion region = atlas.add_coverage(3, 2, coverage(3, 2, 77)).value();
  const auto at = static_cast<std::size_t>((region.y + 1) * atlas.width() + region.x + 2) * 4;
  EXPECT_EQ(atlas.pixels()[at], 255);
  EXPECT_EQ(atlas.pixels()[at + 3], 77);
}

TEST(Atlas, Change_IsReportedOnceWithItsPlace) {
  Atlas atlas;
  ASSERT_TRUE(atlas.take_changed());
  EXPECT_FALSE(atlas.take_changed());
  const std::uint64_t before = atlas.version();
  const AtlasRegion region = atlas.add_coverage(10, 20, coverage(10, 20, 1)).value();
  EXPECT_GT(atlas.version(), before);
  const AtlasRegion changed = atlas.take_changed().value();
  EXPECT_EQ(changed.x, region.x);
  EXPECT_EQ(changed.width, 10);
  EXPECT_EQ(changed.height, 20);
}

TEST(Atlas, ReplacedPixels_AreReportedAndTakeNoMoreRoom) {
  Atlas atlas;
  const AtlasRegion region = atlas.add(2, 2, std::vector<std::uint8_t>(16, 10)).value();
  static_cast<void>(atlas.take_changed());
  atlas.replace(region, std::vector<std::uint8_t>(16, 200));
  EXPECT_EQ(atlas.pixels()[static_cast<std::size_t>(region.y * atlas.width() + region.x) * 4], 200);
  EXPECT_EQ(atlas.take_changed().value().width, 2);
  atlas.replace(region, std::vector<std::uint8_t>(15, 7));
  EXPECT_FALSE(atlas.take_changed()) << "too few pixels change nothing";
}

TEST(Atlas, Growing_KeepsPlacesAndPixels) {
  Atlas atlas;
  const AtlasRegion first = atlas.add_coverage(8, 8, coverage(8, 8, 99)).value();
  const int height = atlas.height();
  while (atlas.height() == height) ASSERT_TRUE(atlas.add_coverage(500, 100, coverage(500, 100, 1)));
  const auto at = static_cast<std::size_t>(first.y * atlas.width() + first.x) * 4 + 3;
  EXPECT_EQ(atlas.pixels()[at], 99);
  const AtlasRegion changed = atlas.take_changed().value();
  EXPECT_EQ(changed.height, atlas.height());
}

TEST(Atlas, Full_IsSaidAndEndsWithClear) {
  Atlas atlas;
  const auto big = coverage(1000, 500, 1);
  int added = 0;
  while (atlas.add_coverage(1000, 500, big)) ASSERT_LT(++added, 20);
  EXPECT_TRUE(atlas.full());
  EXPECT_LE(atlas.height(), static_cast<int>(limits::atlas_height_px_max));
  atlas.clear();
  EXPECT_FALSE(atlas.full());
  EXPECT_TRUE(atlas.add_coverage(1000, 500, big));
}

TEST(Coverage, Disc_IsFullInsideEmptyOutsideAndHalfOnTheEdge) {
  EXPECT_FLOAT_EQ(disc_coverage(0, 0, 10), 1);
  EXPECT_FLOAT_EQ(disc_coverage(12, 0, 10), 0);
  EXPECT_FLOAT_EQ(disc_coverage(10, 0, 10), 0.5f);
}

TEST(Coverage, Wedge_GoesClockwiseFromTwelve) {
  EXPECT_FLOAT_EQ(wedge_coverage(5, -5, 0.25f), 1);
  EXPECT_FLOAT_EQ(wedge_coverage(5, 5, 0.25f), 0);
  EXPECT_FLOAT_EQ(wedge_coverage(5, 5, 0.5f), 1);
  EXPECT_FLOAT_EQ(wedge_coverage(-5, 5, 0.5f), 0);
  EXPECT_FLOAT_EQ(wedge_coverage(-5, 5, 0.75f), 1);
  EXPECT_FLOAT_EQ(wedge_coverage(-5, -5, 0.75f), 0);
  EXPECT_FLOAT_EQ(wedge_coverage(-5, -5, 1), 1);
  EXPECT_FLOAT_EQ(wedge_coverage(5, -5, 0), 0);
}

}  // namespace
}  // namespace hornbook::ui
