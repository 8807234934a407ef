#include "ui/text/math_font.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "runtime/core/limits.hpp"
#include "ui/semantics/utf8.hpp"
#include "ui/text/math_alphabets.hpp"
#include "ui/text/math_tokens.hpp"
#include "ui/text/shape.hpp"

namespace hornbook::ui::text {

MathFont::MathFont(FontSet& fonts, bool bold)
    : fonts_(fonts),
      bold_(bold),
      mathematics_(fonts.mathematics()),
      factor_(fonts.size_factor(mathematics_)),
      units_per_em_(fonts.units_per_em(mathematics_)) {}

float MathFont::length(hb_ot_math_constant_t constant, float size_px) const {
  const auto units = hb_ot_math_get_constant(fonts_.shaper(mathematics_), constant);
  return static_cast<float>(units) / units_per_em_ * factor_ * size_px;
}

float MathFont::share(hb_ot_math_constant_t constant) const {
  return static_cast<float>(hb_ot_math_get_constant(fonts_.shaper(mathematics_), constant)) / 100;
}

float MathFont::axis(float size_px) const { return fonts_.metrics(FontSet::reading(bold_)).math_axis * size_px; }

// The faces of the font to read in are of one design and need no matching.
float MathFont::factor(FontIndex font) const {
  if (font == mathematics_) return factor_;
  return font == fonts_.italic(false) || font == fonts_.italic(true) || font <= FontSet::reading(true)
             ? 1
             : fonts_.size_factor(font);
}

MathBox MathFont::glyph(FontIndex font, std::uint32_t glyph, float size_px) const {
  hb_font_t* shaper = fonts_.shaper(font);
  const float scaled = size_px * factor(font);
  const float pixels = scaled / fonts_.units_per_em(font);
  MathBox box;
  box.glyphs.push_back({font, glyph, scaled, 0, 0});
  box.width = static_cast<float>(hb_font_get_glyph_h_advance(shaper, glyph)) * pixels;
  hb_glyph_extents_t ink{};
  if (hb_font_get_glyph_extents(shaper, glyph, &ink) != 0) {
    box.ascent = static_cast<float>(ink.y_bearing) * pixels;
    box.descent = -static_cast<float>(ink.y_bearing + ink.height) * pixels;
  }
  if (font == mathematics_) {
    box.italic = static_cast<float>(hb_ot_math_get_glyph_italics_correction(shaper, glyph)) * pixels;
    box.nucleus = box.glyphs[0];
  } else if (font == fonts_.italic(bold_) || font == fonts_.italic(true)) {
    // A font without a MATH table: the ink says how far it leans.
    box.italic = std::max(0.0f, static_cast<float>(ink.x_bearing + ink.width) * pixels - box.width);
    box.slanted = true;
    box.nucleus = box.glyphs[0];
  }
  return box;
}

MathFont::Choice MathFont::choose_letter(char32_t character, Alphabet alphabet) const {
  switch (alphabet) {
    case Alphabet::Usual:
    case Alphabet::Italic:
      return {fonts_.italic(bold_), character};
    case Alphabet::Bold:
      return {FontSet::reading(true), character};
    case Alphabet::BoldItalic:
      return {fonts_.italic(true), character};
    case Alphabet::Upright:
      return {FontSet::reading(bold_), character};
    default:
      return {mathematics_, in_alphabet(character, alphabet)};
  }
}

MathFont::Choice MathFont::choose(char32_t character, Alphabet alphabet) const {
  const bool letter = is_latin_letter(character) || is_greek_small(character);
  if (letter || (is_digit(character) && alphabet != Alphabet::Usual && alphabet != Alphabet::Italic)) {
    const bool digit = is_digit(character);
    const Choice choice =
        choose_letter(character, digit && alphabet == Alphabet::BoldItalic ? Alphabet::Bold : alphabet);
    if (fonts_.has(choice.font, choice.character)) return choice;
    const char32_t slanted = slanted_greek(choice.character);
    if (choice.font == fonts_.italic(bold_) && fonts_.has(mathematics_, slanted)) return {mathematics_, slanted};
  }
  const FontIndex reading = FontSet::reading(bold_ || alphabet == Alphabet::Bold || alphabet == Alphabet::BoldItalic);
  if (fonts_.has(reading, character)) return {reading, character};
  if (fonts_.has(mathematics_, character)) return {mathematics_, character};
  return {fonts_.font_for(std::span(&character, 1), bold_, {}, reading), character};
}

MathBox MathFont::sign(const MathSymbol& symbol, float size_px) const {
  const Choice choice = choose(symbol.character, symbol.alphabet);
  hb_codepoint_t found = 0;
  hb_font_get_nominal_glyph(fonts_.shaper(choice.font), choice.character, &found);
  MathBox box = glyph(choice.font, found, size_px);
  const bool on_axis =
      symbol.kind == MathClass::Binary || symbol.kind == MathClass::Relation || symbol.character == U'⋯';
  if (choice.font == mathematics_ && on_axis) {
    const float rise = std::round(axis(size_px) - length(HB_OT_MATH_CONSTANT_AXIS_HEIGHT, size_px));
    box.move(0, -rise);
    box.ascent += rise;
    box.descent -= rise;
    box.nucleus.reset();
  }
  box.character = true;
  return box;
}

MathBox MathFont::digits(const MathNumber& number, float size_px) const {
  MathBox box;
  for (const char digit : number.digits) {
    const Choice choice = choose(static_cast<unsigned char>(digit), number.alphabet);
    hb_codepoint_t found = 0;
    hb_font_get_nominal_glyph(fonts_.shaper(choice.font), choice.character, &found);
    box.add(glyph(choice.font, found, size_px), box.width, 0);
  }
  box.character = true;
  return box;
}

MathBox MathFont::words(const std::string& words, Alphabet alphabet, float size_px) const {
  StyledText text;
  for (std::size_t at = 0; at < words.size();) {
    const Utf8Character character = decode_utf8(words, at);
    text.characters += in_alphabet(character.code, alphabet);
    at += character.bytes;
  }
  const bool bold = bold_ || alphabet == Alphabet::Bold || alphabet == Alphabet::BoldItalic;
  text.bold.assign(text.characters.size(), bold);
  MathBox box;
  for (const ShapedRun& run : shape(text, size_px, "en", fonts_).runs) {
    const float pixels = run.size_px / fonts_.units_per_em(run.font);
    for (const ShapedGlyph& shaped : run.glyphs) {
      MathBox letter;
      hb_glyph_extents_t ink{};
      hb_font_get_glyph_extents(fonts_.shaper(run.font), shaped.glyph, &ink);
      letter.glyphs.push_back({run.font, shaped.glyph, run.size_px, shaped.x, shaped.y});
      letter.width = shaped.advance;
      letter.ascent = static_cast<float>(ink.y_bearing) * pixels;
      letter.descent = -static_cast<float>(ink.y_bearing + ink.height) * pixels;
      box.add(std::move(letter), box.width, 0);
    }
  }
  box.character = true;
  return box;
}

float MathFont::kern(const PlacedGlyph& glyph, hb_ot_math_kern_t corner, float height) const {
  if (glyph.font != mathematics_) return 0;
  const float pixels = glyph.size_px / units_per_em_;
  const auto units = static_cast<hb_position_t>(height / pixels);
  const auto found = hb_ot_math_get_glyph_kerning(fonts_.shaper(mathematics_), glyph.glyph, corner, units);
  return static_cast<float>(found) * pixels;
}

float MathFont::accent_place(const MathBox& base) const {
  if (!base.nucleus) return base.width / 2;
  const PlacedGlyph& glyph = *base.nucleus;
  const float pixels = glyph.size_px / fonts_.units_per_em(glyph.font);
  if (glyph.font == mathematics_) {
    const auto units = hb_ot_math_get_glyph_top_accent_attachment(fonts_.shaper(glyph.font), glyph.glyph);
    return static_cast<float>(units) * pixels;
  }
  // A slanted letter's top stands to the right of its middle.
  return base.width / 2 + base.italic / 2;
}

}  // namespace hornbook::ui::text
