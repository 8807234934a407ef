#include "ui/theme/palette.hpp"

#include <algorithm>
#include <cmath>

namespace hornbook::ui {
namespace {

constexpr Color rgb(std::uint32_t value) {
  return {static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>((value >> 8) & 0xFF),
          static_cast<std::uint8_t>(value & 0xFF)};
}

// In the order of Paint: None, Paper, Leaf, Ink, QuietInk, Line, Horn, OnHorn, Marigold, OnMarigold, MarigoldInk,
// Green, OnGreen, GreenSoft, Clay, ClaySoft, Sky, Plum, Moss, Sand, HornSoft, then the pens: PenInk, PenBlue, PenGreen,
// PenRed, PenPurple, PenOrange.
constexpr Palette light{
    {rgb(0x000000), rgb(0xFBF6EC), rgb(0xFFFFFF), rgb(0x23303F), rgb(0x56616D), rgb(0xDDD2BF), rgb(0x0B6E6E),
     rgb(0xFFFFFF), rgb(0xF6C15B), rgb(0x23303F), rgb(0x8F5200), rgb(0x2F7443), rgb(0xFFFFFF), rgb(0xE6F2E7),
     rgb(0xB24A33), rgb(0xFCEDE7), rgb(0xCFE4F5), rgb(0xE8D6EC), rgb(0xDCE6C3), rgb(0xF2E4C8), rgb(0xE0F0ED),
     rgb(0x23303F), rgb(0x1D4FE0), rgb(0x3C9C6A), rgb(0x8A1414), rgb(0x9458BE), rgb(0xDC6A07)},
    false};
constexpr Palette dark{
    {rgb(0x000000), rgb(0x1C2128), rgb(0x272E37), rgb(0xF3EEE3), rgb(0xB9C0C8), rgb(0x3B444F), rgb(0x5CC4BE),
     rgb(0x10201F), rgb(0xF6C15B), rgb(0x23303F), rgb(0xF6C15B), rgb(0x7CC48C), rgb(0x10201A), rgb(0x24392C),
     rgb(0xF09A84), rgb(0x43302C), rgb(0x2F4A63), rgb(0x4B3A55), rgb(0x3C4A2C), rgb(0x4D4330), rgb(0x1F403F),
     rgb(0xF3EEE3), rgb(0x798CEE), rgb(0x2BD571), rgb(0xF5352A), rgb(0x9A80AE), rgb(0xFFB020)},
    false};
constexpr Palette contrast{
    {rgb(0x000000), rgb(0x000000), rgb(0x000000), rgb(0xFFFFFF), rgb(0xFFFFFF), rgb(0xFFFFFF), rgb(0xFFE600),
     rgb(0x000000), rgb(0xFFE600), rgb(0x000000), rgb(0xFFE600), rgb(0xFFFFFF), rgb(0x000000), rgb(0x000000),
     rgb(0xFFE600), rgb(0x000000), rgb(0x1A1A1A), rgb(0x1A1A1A), rgb(0x1A1A1A), rgb(0x1A1A1A), rgb(0x1A1A1A),
     rgb(0xFFFFFF), rgb(0x9EBBEA), rgb(0x11FF00), rgb(0xFA8597), rgb(0xC472FF), rgb(0xF3CC7F)},
    true};
constexpr Palette calm{
    {rgb(0x000000), rgb(0xF4F1EA), rgb(0xFAF8F3), rgb(0x2E3338), rgb(0x575C60), rgb(0xD9D5CC), rgb(0x3B444D),
     rgb(0xFAF8F3), rgb(0xE6E1D5), rgb(0x2E3338), rgb(0x3B444D), rgb(0x3B444D), rgb(0xFAF8F3), rgb(0xEBE7DE),
     rgb(0x3B444D), rgb(0xEBE7DE), rgb(0xE6E1D5), rgb(0xE6E1D5), rgb(0xE6E1D5), rgb(0xE6E1D5), rgb(0xEBE7DE),
     rgb(0x2E3338), rgb(0x4D60C0), rgb(0x4C9A63), rgb(0x7A3A2E), rgb(0xA9679C), rgb(0xB0742C)},
    false};

constexpr std::array<PaintPair, 30> text_on_ground{{
    {Paint::Ink, Paint::Paper},         {Paint::Ink, Paint::Leaf},
    {Paint::Ink, Paint::GreenSoft},     {Paint::Ink, Paint::ClaySoft},
    {Paint::Ink, Paint::HornSoft},      {Paint::Ink, Paint::Sky},
    {Paint::Ink, Paint::Plum},          {Paint::Ink, Paint::Moss},
    {Paint::Ink, Paint::Sand},          {Paint::QuietInk, Paint::Paper},
    {Paint::QuietInk, Paint::Leaf},     {Paint::QuietInk, Paint::GreenSoft},
    {Paint::QuietInk, Paint::ClaySoft}, {Paint::QuietInk, Paint::HornSoft},
    {Paint::OnHorn, Paint::Horn},       {Paint::OnMarigold, Paint::Marigold},
    {Paint::OnGreen, Paint::Green},     {Paint::MarigoldInk, Paint::Paper},
    {Paint::MarigoldInk, Paint::Leaf},  {Paint::Horn, Paint::Paper},
    {Paint::Horn, Paint::Leaf},         {Paint::Horn, Paint::HornSoft},
    {Paint::Green, Paint::Paper},       {Paint::Green, Paint::Leaf},
    {Paint::Green, Paint::GreenSoft},   {Paint::Clay, Paint::Paper},
    {Paint::Clay, Paint::Leaf},         {Paint::Clay, Paint::ClaySoft},
    {Paint::Ink, Paint::Line},          {Paint::QuietInk, Paint::Sand},
}};
// Edges, marks and the shaded parts of figures.
constexpr std::array<PaintPair, 16> shape_on_ground{{
    {Paint::QuietInk, Paint::Paper},
    {Paint::QuietInk, Paint::Leaf},
    {Paint::Horn, Paint::Paper},
    {Paint::Horn, Paint::Leaf},
    {Paint::Horn, Paint::HornSoft},
    {Paint::Green, Paint::Leaf},
    {Paint::Green, Paint::GreenSoft},
    {Paint::Clay, Paint::Leaf},
    {Paint::Clay, Paint::ClaySoft},
    {Paint::Ink, Paint::Leaf},
    {Paint::PenInk, Paint::Leaf},
    {Paint::PenBlue, Paint::Leaf},
    {Paint::PenGreen, Paint::Leaf},
    {Paint::PenRed, Paint::Leaf},
    {Paint::PenPurple, Paint::Leaf},
    {Paint::PenOrange, Paint::Leaf},
}};

double linear(std::uint8_t channel) {
  const double value = channel / 255.0;
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(Color color) {
  return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
}

}  // namespace

std::optional<ThemeName> theme_named(std::string_view name) {
  if (name == "light") return ThemeName::Light;
  if (name == "dark") return ThemeName::Dark;
  if (name == "contrast") return ThemeName::Contrast;
  if (name == "calm") return ThemeName::Calm;
  return std::nullopt;
}

const Palette& palette_of(ThemeName theme) {
  switch (theme) {
    case ThemeName::Dark:
      return dark;
    case ThemeName::Contrast:
      return contrast;
    case ThemeName::Calm:
      return calm;
    default:
      return light;
  }
}

double contrast_ratio(Color one, Color other) {
  const double first = luminance(one);
  const double second = luminance(other);
  return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

std::span<const PaintPair> text_pairs() { return text_on_ground; }
std::span<const PaintPair> shape_pairs() { return shape_on_ground; }

}  // namespace hornbook::ui
