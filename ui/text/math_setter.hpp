// Sets rows of mathematics as boxes, after Appendix G of The TeXbook with the lengths of the OpenType MATH table.
//
// Heights within a formula are whole pixels, so that bars, roots and the glyphs beside them meet when they are drawn.
#pragma once

#include <string>
#include <vector>

#include "ui/text/math.hpp"
#include "ui/text/math_box.hpp"
#include "ui/text/math_font.hpp"

namespace hornbook::ui::text {

struct MathStyle {
  MathSize size = MathSize::Text;
  bool cramped = false;  // superscripts are raised less, as under a root

  [[nodiscard]] bool display() const { return size == MathSize::Display; }
  [[nodiscard]] MathStyle cramp() const { return {size, true}; }
  // Of a superscript; a subscript's is the same, cramped.
  [[nodiscard]] MathStyle script() const;
  // Of a numerator; a denominator's is the same, cramped.
  [[nodiscard]] MathStyle fraction_part() const;
};

// One item of a row with what stands before it.
struct MathAtom {
  MathBox box;
  float space_before = 0;
  MathClass kind = MathClass::Ordinary;
  bool after_space = false;  // a space of the formula's own stands before it
  bool ends_word = false;    // words that end with a space
};

class MathSetter {
 public:
  MathSetter(FontSet& fonts, float size_px, bool bold) : font_(fonts, bold), size_px_(size_px) {}

  [[nodiscard]] MathBox row(const MathRow& items, MathStyle style);
  [[nodiscard]] std::vector<MathAtom> atoms(const MathRow& items, MathStyle style);

 private:
  using Constant = hb_ot_math_constant_t;
  [[nodiscard]] float size(MathStyle style) const;
  [[nodiscard]] float length(Constant constant, MathStyle style) const { return font_.length(constant, size(style)); }
  // Of lines: at least a pixel, whole pixels.
  [[nodiscard]] float thickness(Constant constant, MathStyle style) const;

  [[nodiscard]] MathBox item(const MathItem& item, MathStyle style);
  // By what they are.
  [[nodiscard]] MathBox set(const MathSymbol& symbol, MathStyle style);
  [[nodiscard]] MathBox set(const MathNumber& number, MathStyle style);
  [[nodiscard]] MathBox set(const MathText& words, MathStyle style);
  [[nodiscard]] MathBox set(const MathName& name, MathStyle style);
  [[nodiscard]] MathBox set(const MathSpace& space, MathStyle style);
  [[nodiscard]] MathBox set(const MathSizeSwitch&, MathStyle) { return {}; }
  [[nodiscard]] MathBox set(const MathBlank& blank, MathStyle style);
  [[nodiscard]] MathBox set(const MathGroup& group, MathStyle style);
  [[nodiscard]] MathBox set(const MathFraction& fraction, MathStyle style);
  [[nodiscard]] MathBox set(const MathRoot& root, MathStyle style);
  [[nodiscard]] MathBox set(const MathScripts& scripts, MathStyle style);
  [[nodiscard]] MathBox set(const MathFence& fence, MathStyle style);
  [[nodiscard]] MathBox set(const MathDelimiter& delimiter, MathStyle style);
  [[nodiscard]] MathBox set(const MathTable& table, MathStyle style);
  [[nodiscard]] MathBox set(const MathAccent& accent, MathStyle style);
  [[nodiscard]] MathBox set(const MathStack& stack, MathStyle style);
  [[nodiscard]] MathBox set(const MathArrow& arrow, MathStyle style);
  [[nodiscard]] MathBox set(const MathFrame& frame, MathStyle style);
  [[nodiscard]] MathBox set(const MathPhantom& phantom, MathStyle style);
  [[nodiscard]] MathBox set(const MathUnknown& unknown, MathStyle style);

  [[nodiscard]] MathBox barred(MathBox numerator, MathBox denominator, MathStyle style);
  [[nodiscard]] MathBox stacked(MathBox top, MathBox bottom, MathStyle style);
  [[nodiscard]] MathBox slashed(const MathFraction& fraction, MathStyle style);
  [[nodiscard]] MathBox between(char32_t opening, MathBox content, char32_t closing, MathStyle style);
  // A delimiter that holds this content.
  [[nodiscard]] MathBox delimiter(char32_t sign, const MathBox& content, MathStyle style);
  [[nodiscard]] MathBox beside(MathBox base, const MathScripts& scripts, MathStyle style);
  [[nodiscard]] MathBox limits(MathBox base, MathBox above, MathBox below, MathStyle style);
  [[nodiscard]] MathBox raised_signs(MathBox base, const MathRow& signs, MathStyle style);
  [[nodiscard]] MathBox lined(MathBox base, bool below, MathStyle style);
  [[nodiscard]] MathBox division(const MathFrame& frame, MathStyle style);
  void draw_frame(MathBox& box, const MathBox& content, float padding, std::uint16_t lines, MathStyle style);

  MathFont font_;
  float size_px_;
};

// The space between neighbours, in ems (The TeXbook, page 170); `tight` in scripts.
[[nodiscard]] float space_between(MathClass left, MathClass right, bool tight);

}  // namespace hornbook::ui::text
