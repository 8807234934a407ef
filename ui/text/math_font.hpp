// The fonts of a formula: lengths of the OpenType MATH table, signs, and signs that stretch.
//
// Letters, digits and the signs that it has come from the font to read in, so that a child meets the same shapes as in
// the text; everything else, and all that stretches, from the font of mathematics. The axis is that of the font to read
// in, and signs of the font of mathematics are moved to it.
#pragma once

#include <hb-ot.h>

#include <cstdint>

#include "ui/text/font_set.hpp"
#include "ui/text/math.hpp"
#include "ui/text/math_box.hpp"

namespace hornbook::ui::text {

// Sizes are pixels of an em of the font to read in; lengths and places are pixels.
class MathFont {
 public:
  MathFont(FontSet& fonts, bool bold);

  [[nodiscard]] float length(hb_ot_math_constant_t constant, float size_px) const;
  // A constant in hundredths, as a share.
  [[nodiscard]] float share(hb_ot_math_constant_t constant) const;
  // Height of the middle of a minus sign, where fraction bars and brackets are centred.
  [[nodiscard]] float axis(float size_px) const;

  [[nodiscard]] MathBox sign(const MathSymbol& symbol, float size_px) const;
  [[nodiscard]] MathBox digits(const MathNumber& number, float size_px) const;
  [[nodiscard]] MathBox words(const std::string& words, Alphabet alphabet, float size_px) const;

  // The smallest variant at least this high, or one built of parts, centred on the axis.
  [[nodiscard]] MathBox upright(char32_t sign, float height_min, float size_px) const;
  // The same across; on the baseline, as wide as possible up to the width for an accent, at least as wide otherwise.
  [[nodiscard]] MathBox across(char32_t sign, float width, bool at_most, float size_px) const;
  // One glyph of the font of mathematics, on the baseline.
  [[nodiscard]] MathBox mark(char32_t sign, float size_px) const;

  // How far a script moves towards its base at one corner (MathKernInfo); a height above the script's or base's
  // baseline.
  [[nodiscard]] float kern(const PlacedGlyph& glyph, hb_ot_math_kern_t corner, float height) const;
  // Where an accent's middle goes over a glyph, from its pen.
  [[nodiscard]] float accent_place(const MathBox& base) const;

 private:
  struct Choice {
    FontIndex font = 0;
    char32_t character = 0;
  };
  [[nodiscard]] Choice choose(char32_t character, Alphabet alphabet) const;
  [[nodiscard]] Choice choose_letter(char32_t character, Alphabet alphabet) const;
  [[nodiscard]] MathBox glyph(FontIndex font, std::uint32_t glyph, float size_px) const;
  [[nodiscard]] MathBox assembled(const std::uint32_t glyph, hb_direction_t direction, float length,
                                  float size_px) const;
  [[nodiscard]] float factor(FontIndex font) const;

  FontSet& fonts_;
  bool bold_;
  FontIndex mathematics_;
  float factor_;        // of the font of mathematics
  float units_per_em_;  // of it
};

}  // namespace hornbook::ui::text
