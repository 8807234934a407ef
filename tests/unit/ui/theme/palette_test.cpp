#include "ui/theme/palette.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>

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

// What an eye sees that misses the cones for red, green or blue, and what every eye sees. Source: Machado, Oliveira and
// Fernandes 2009, "A physiologically-based model for simulation of color vision deficiency", IEEE Transactions on
// Visualization and Computer Graphics 15(6), table of severity 1.0; of linear light.
using Matrix = std::array<std::array<double, 3>, 3>;
constexpr std::array<Matrix, 4> eyes{{
    {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
    {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}},
    {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}},
    {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}},
}};
using Triple = std::array<double, 3>;
Triple times(const Matrix& matrix, const Triple& value) {
  Triple result{};
  for (std::size_t row = 0; row < 3; ++row)
    for (std::size_t column = 0; column < 3; ++column) result.at(row) += matrix.at(row).at(column) * value.at(column);
  return result;
}

// CIE L*a*b* under D65 (CIE 15:2004) of a colour as that eye sees it.
Triple seen(Color color, const Matrix& eye) {
  constexpr Matrix to_xyz{
      {{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.072175}, {0.0193339, 0.119192, 0.9503041}}};
  constexpr Triple white{0.95047, 1, 1.08883};
  const auto linear = [](std::uint8_t channel) {
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  Triple light = times(eye, {linear(color.red), linear(color.green), linear(color.blue)});
  for (double& part : light) part = std::clamp(part, 0.0, 1.0);
  Triple f = times(to_xyz, light);
  for (std::size_t at = 0; at < 3; ++at) {
    const double share = f.at(at) / white.at(at);
    f.at(at) = share > 0.008856 ? std::cbrt(share) : 7.787 * share + 16.0 / 116;
  }
  return {116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])};
}

double difference(Color one, Color other, const Matrix& eye) {
  const Triple first = seen(one, eye);
  const Triple second = seen(other, eye);
  return std::hypot(first[0] - second[0], first[1] - second[1], first[2] - second[2]);
}

// 2.3 is a difference that is just noticed (Mahy, Van Eycken and Oosterlinck 1994).
TEST(Palette, Pens_AreToldApartByEveryEyeInEveryTheme) {
  constexpr std::array pens{Paint::PenInk, Paint::PenBlue,   Paint::PenGreen,
                            Paint::PenRed, Paint::PenPurple, Paint::PenOrange};
  for (const ThemeName theme : all_themes) {
    const double wanted = theme == ThemeName::Calm ? 12 : 20;  // the calm theme has no strong colours
    for (const Matrix& eye : eyes)
      for (std::size_t one = 0; one < pens.size(); ++one)
        for (std::size_t other = 0; other < one; ++other)
          EXPECT_GE(difference(palette_of(theme).of(pens.at(one)), palette_of(theme).of(pens.at(other)), eye), wanted)
              << "theme " << static_cast<int>(theme) << ", pens " << one << " and " << other;
  }
}

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
