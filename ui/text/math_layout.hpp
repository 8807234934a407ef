// Lays out a formula: pieces between which a line may end.
#pragma once

#include <cstdint>
#include <vector>

#include "ui/text/font_set.hpp"
#include "ui/text/math.hpp"
#include "ui/text/math_box.hpp"

namespace hornbook::ui::text {

// How well a line may end after a piece.
enum class LineEnd : std::uint8_t { Never, Poor, Fair, Good };

// A part of a formula that stays together.
struct MathPiece {
  MathBox box;
  float space_before = 0;  // left out at the start of a line
  LineEnd line_end = LineEnd::Never;
};

// The whole formula in one box.
[[nodiscard]] MathBox lay_out_math(const MathFormula& formula, float size_px, bool bold, FontSet& fonts);

// At least one piece, in order from the left. A line ends best behind a relation or between words, less well behind an
// operator or a comma, and poorly between brackets.
[[nodiscard]] std::vector<MathPiece> lay_out_math_in_pieces(const MathFormula& formula, float size_px, bool bold,
                                                            FontSet& fonts);

}  // namespace hornbook::ui::text
