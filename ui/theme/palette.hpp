// The values behind the roles of colour, for each theme. High contrast, low stimulus and dark are themes of their own,
// not filters over the light one.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "ui/semantics/look.hpp"

namespace hornbook::ui {

struct Color {
  std::uint8_t red = 0, green = 0, blue = 0;
  bool operator==(const Color&) const = default;
};

enum class ThemeName : std::uint8_t { Light, Dark, Contrast, Calm };
inline constexpr std::array<ThemeName, 4> all_themes{ThemeName::Light, ThemeName::Dark, ThemeName::Contrast,
                                                     ThemeName::Calm};

// "light", "dark", "contrast", "calm"; nothing for another word.
[[nodiscard]] std::optional<ThemeName> theme_named(std::string_view name);

struct Palette {
  std::array<Color, 27> colors{};  // by Paint
  // Where no shadow can be told from the ground, cards get an edge instead.
  bool edges_for_shadows = false;
  [[nodiscard]] Color of(Paint paint) const { return colors[static_cast<std::size_t>(paint)]; }
};
[[nodiscard]] const Palette& palette_of(ThemeName theme);

// The contrast of two colours, 1 … 21. Source: WCAG 2.2, "contrast ratio" and "relative luminance".
[[nodiscard]] double contrast_ratio(Color one, Color other);

// What may stand on what. Text needs 4.5 : 1, a shape that says something 3 : 1, everything in the contrast theme 7
// : 1.
struct PaintPair {
  Paint front = Paint::None, ground = Paint::None;
};
[[nodiscard]] std::span<const PaintPair> text_pairs();
[[nodiscard]] std::span<const PaintPair> shape_pairs();

}  // namespace hornbook::ui
