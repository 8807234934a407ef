// Signs that stretch: larger variants, and glyphs built of parts (OpenType MATH, MathVariants).
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "runtime/core/limits.hpp"
#include "ui/text/math_font.hpp"

namespace hornbook::ui::text {
namespace {

constexpr unsigned int variants_max = 16;
constexpr unsigned int parts_max = 8;

// Of one sign, the smallest first, and their lengths; none when the font has the sign in one size.
struct Variants {
  std::array<hb_ot_math_glyph_variant_t, variants_max> glyphs{};
  unsigned int count = 0;
};

Variants variants_of(hb_font_t* font, std::uint32_t glyph, hb_direction_t direction) {
  Variants variants;
  variants.count = variants_max;
  hb_ot_math_get_glyph_variants(font, glyph, direction, 0, &variants.count, variants.glyphs.data());
  return variants;
}

struct Assembly {
  std::array<hb_ot_math_glyph_part_t, parts_max> parts{};
  unsigned int count = 0;
};

Assembly assembly_of(hb_font_t* font, std::uint32_t glyph, hb_direction_t direction) {
  Assembly assembly;
  assembly.count = parts_max;
  hb_position_t italics = 0;
  const unsigned int total =
      hb_ot_math_get_glyph_assembly(font, glyph, direction, 0, &assembly.count, assembly.parts.data(), &italics);
  if (total == 0) assembly.count = 0;
  return assembly;
}

// The parts in order, extenders as often as needed, and how much two neighbours overlap.
struct Chain {
  std::vector<hb_ot_math_glyph_part_t> parts;
  float overlap = 0;  // font units
};

float length_of(const std::vector<hb_ot_math_glyph_part_t>& parts, float overlap) {
  float length = 0;
  for (const hb_ot_math_glyph_part_t& part : parts) length += static_cast<float>(part.full_advance);
  return length - overlap * static_cast<float>(parts.size() - 1);
}

std::vector<hb_ot_math_glyph_part_t> repeated(const Assembly& assembly, std::size_t times) {
  std::vector<hb_ot_math_glyph_part_t> parts;
  for (unsigned int at = 0; at < assembly.count; ++at) {
    const hb_ot_math_glyph_part_t& part = assembly.parts[at];
    const bool extender = (part.flags & HB_OT_MATH_GLYPH_PART_FLAG_EXTENDER) != 0;
    parts.insert(parts.end(), extender ? times : 1, part);
  }
  return parts;
}

// As few extenders as reach the length with the smallest overlap; then overlaps grow evenly until the length is met.
Chain chain_for(const Assembly& assembly, float length, float overlap_min) {
  Chain chain;
  for (std::size_t times = 0; times <= limits::math_extenders_max; ++times) {
    chain.parts = repeated(assembly, times);
    if (!chain.parts.empty() && length_of(chain.parts, overlap_min) >= length) break;
  }
  chain.overlap = overlap_min;
  if (chain.parts.size() < 2) return chain;
  const auto joints = static_cast<float>(chain.parts.size() - 1);
  float overlap_max = static_cast<float>(chain.parts[0].end_connector_length);
  for (std::size_t at = 0; at + 1 < chain.parts.size(); ++at) {
    overlap_max = std::min({overlap_max, static_cast<float>(chain.parts[at].end_connector_length),
                            static_cast<float>(chain.parts[at + 1].start_connector_length)});
  }
  const float wanted = overlap_min + (length_of(chain.parts, overlap_min) - length) / joints;
  chain.overlap = std::max(overlap_min, std::min(wanted, overlap_max));
  return chain;
}

}  // namespace

MathBox MathFont::assembled(std::uint32_t base, hb_direction_t direction, float length, float size_px) const {
  hb_font_t* font = fonts_.shaper(mathematics_);
  const float pixels = size_px * factor_ / units_per_em_;
  const Assembly assembly = assembly_of(font, base, direction);
  MathBox box;
  if (assembly.count == 0) return box;
  const auto overlap_min = static_cast<float>(hb_ot_math_get_min_connector_overlap(font, direction));
  const Chain chain = chain_for(assembly, length / pixels, overlap_min);
  const bool upwards = direction == HB_DIRECTION_BTT;
  float pen = 0;  // font units along the sign
  for (const hb_ot_math_glyph_part_t& part : chain.parts) {
    MathBox piece = glyph(mathematics_, part.glyph, size_px);
    // A part stands on its own baseline; its lower or left end goes where the last one ended.
    hb_glyph_extents_t ink{};
    hb_font_get_glyph_extents(font, part.glyph, &ink);
    if (upwards) {
      const float bottom = static_cast<float>(ink.y_bearing + ink.height) * pixels;
      box.add(std::move(piece), 0, -std::round(pen * pixels - bottom));
    } else {
      const float left = static_cast<float>(ink.x_bearing) * pixels;
      piece.width = static_cast<float>(part.full_advance) * pixels;
      box.add(std::move(piece), pen * pixels - left, 0);
    }
    pen += static_cast<float>(part.full_advance) - chain.overlap;
  }
  if (!upwards) box.width = (pen + chain.overlap) * pixels;
  return box;
}

MathBox MathFont::upright(char32_t sign, float height_min, float size_px) const {
  hb_font_t* font = fonts_.shaper(mathematics_);
  hb_codepoint_t base = 0;
  if (hb_font_get_nominal_glyph(font, sign, &base) == 0) return this->sign(MathSymbol{sign}, size_px);
  const float pixels = size_px * factor_ / units_per_em_;
  const Variants variants = variants_of(font, base, HB_DIRECTION_BTT);
  std::uint32_t chosen = base;
  bool high_enough = false;
  for (unsigned int at = 0; at < variants.count && !high_enough; ++at) {
    chosen = variants.glyphs[at].glyph;
    high_enough = static_cast<float>(variants.glyphs[at].advance) * pixels >= height_min;
  }
  MathBox box;
  if (!high_enough) box = assembled(base, HB_DIRECTION_BTT, height_min, size_px);
  if (box.empty()) box = glyph(mathematics_, chosen, size_px);
  const float italic = box.italic;
  const float rise = std::round(axis(size_px) - (box.ascent - box.descent) / 2);
  box.move(0, -rise);
  box.ascent += rise;
  box.descent -= rise;
  box.nucleus.reset();
  box.italic = italic;
  return box;
}

MathBox MathFont::mark(char32_t sign, float size_px) const {
  hb_codepoint_t found = 0;
  hb_font_get_nominal_glyph(fonts_.shaper(mathematics_), sign, &found);
  return glyph(mathematics_, found, size_px);
}

MathBox MathFont::across(char32_t sign, float width, bool at_most, float size_px) const {
  hb_font_t* font = fonts_.shaper(mathematics_);
  hb_codepoint_t base = 0;
  if (hb_font_get_nominal_glyph(font, sign, &base) == 0) return this->sign(MathSymbol{sign}, size_px);
  const float pixels = size_px * factor_ / units_per_em_;
  const Variants variants = variants_of(font, base, HB_DIRECTION_LTR);
  std::uint32_t chosen = base;
  bool wide_enough = false;
  for (unsigned int at = 0; at < variants.count; ++at) {
    const float advance = static_cast<float>(variants.glyphs[at].advance) * pixels;
    if (at_most && at > 0 && advance > width) break;
    chosen = variants.glyphs[at].glyph;
    wide_enough = advance >= width;
    if (wide_enough) break;
  }
  MathBox box;
  if (!wide_enough && !at_most) box = assembled(base, HB_DIRECTION_LTR, width, size_px);
  return box.empty() ? glyph(mathematics_, chosen, size_px) : box;
}

}  // namespace hornbook::ui::text
