#include "ui/theme/palette.hpp"

#include <gtest/gtest.h>

namespace hornbook::ui {
namespace {

void expect_contrast(std::span<const PaintPair> pairs, double least) {
  for (const ThemeName theme : all_themes) {
    const Palette& palette = palette_of(theme);
    const double wanted = theme == ThemeName::Contrast ? 7.0 : least;
    for (const PaintPair& pair : pairs) {
      // White lines in the contrast theme are edges; nothing is written on them.
      if (theme == ThemeName::Contrast && pair.ground == Paint::Line) continue;
      EXPECT_GE(contrast_ratio(palette.of(pair.front), palette.of(pair.ground)), wanted)
          << "theme " << static_cast<int>(theme) << ", paint " << static_cast<int>(pair.front) << " on "
          << static_cast<int>(pair.ground);
    }
  }
}

TEST(Palette, EveryTextOnItsGround_CanBeRead) { expect_contrast(text_pairs(), 4.5); }
TEST(Palette, EveryShapeOnItsGround_CanBeSeen) { expect_contrast(shape_pairs(), 3.0); }

TEST(ContrastRatio, BlackOnWhite_Is21AndNearColoursAreBelowTheLimit) {
  EXPECT_NEAR(contrast_ratio({0, 0, 0}, {255, 255, 255}), 21, 0.01);
  EXPECT_NEAR(contrast_ratio({119, 119, 119}, {255, 255, 255}), 4.48, 0.01);
  EXPECT_NEAR(contrast_ratio({10, 20, 30}, {10, 20, 30}), 1, 0.001);
}

TEST(ThemeNamed, EveryThemesWord_IsKnownAndOthersAreNot) {
  EXPECT_EQ(theme_named("dark"), ThemeName::Dark);
  EXPECT_EQ(theme_named("contrast"), ThemeName::Contrast);
  EXPECT_EQ(theme_named("neon"), std::nullopt);
}

}  // namespace
}  // namespace hornbook::ui
