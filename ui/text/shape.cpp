#include "ui/text/shape.hpp"

#include <fribidi.h>
#include <hb.h>

#include <algorithm>
#include <memory>

#include "ui/semantics/language.hpp"
#include "ui/text/font.hpp"
#include "ui/text/line_breaks.hpp"

namespace hornbook::ui::text {
namespace {

using Buffer = std::unique_ptr<hb_buffer_t, Release<hb_buffer_destroy>>;

struct Character {
  std::uint8_t level = 0;
  hb_script_t script = HB_SCRIPT_COMMON;
  FontIndex font = 0;
};

// The language says where a paragraph begins (UAX #9, HL1), so that an Arabic sentence may begin with a Latin name. One
// whose letters all run the other way is not in that language, such as a word that nobody has translated yet, and runs
// its own way.
bool runs_right_to_left(const std::vector<FriBidiCharType>& types, std::string_view language) {
  const bool from_right = is_right_to_left(language);
  const auto runs = [](bool right) {
    return [right](FriBidiCharType type) { return FRIBIDI_IS_STRONG(type) && (FRIBIDI_IS_RTL(type) != 0) == right; };
  };
  const bool own_letters = std::any_of(types.begin(), types.end(), runs(from_right));
  const bool other_letters = std::any_of(types.begin(), types.end(), runs(!from_right));
  return own_letters || !other_letters ? from_right : !from_right;
}

std::vector<FriBidiLevel> levels_of(const std::u32string& text, std::string_view language) {
  const auto count = static_cast<FriBidiStrIndex>(text.size());
  const std::vector<FriBidiChar> characters(text.begin(), text.end());
  std::vector<FriBidiCharType> types(text.size());
  std::vector<FriBidiBracketType> brackets(text.size());
  std::vector<FriBidiLevel> levels(text.size());
  fribidi_get_bidi_types(characters.data(), count, types.data());
  fribidi_get_bracket_types(characters.data(), count, types.data(), brackets.data());
  const bool right_to_left = runs_right_to_left(types, language);
  FriBidiParType base = right_to_left ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
  if (fribidi_get_par_embedding_levels_ex(types.data(), brackets.data(), count, &base, levels.data()) == 0) {
    levels.assign(text.size(), right_to_left ? FriBidiLevel{1} : FriBidiLevel{0});
  }
  return levels;
}

bool continues_cluster(char32_t character) {
  switch (hb_unicode_general_category(hb_unicode_funcs_get_default(), character)) {
    case HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK:
    case HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK:
    case HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK:
    case HB_UNICODE_GENERAL_CATEGORY_FORMAT:
      return true;
    default:
      return false;
  }
}

bool has_own_script(hb_script_t script) {
  return script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED && script != HB_SCRIPT_UNKNOWN;
}

// A character of no script of its own takes that of the one before it, and at the start that of the first that has one.
void find_scripts(const std::u32string& text, std::vector<Character>& characters) {
  hb_script_t current = HB_SCRIPT_COMMON;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const hb_script_t own = hb_unicode_script(hb_unicode_funcs_get_default(), text[at]);
    if (has_own_script(own)) {
      for (std::size_t before = at; current == HB_SCRIPT_COMMON && before > 0; --before) {
        characters[before - 1].script = own;
      }
      current = own;
    }
    characters[at].script = current;
  }
}

void find_fonts(const StyledText& text, std::string_view language, FontSet& fonts, std::vector<Character>& characters) {
  const std::u32string& all = text.characters;
  std::size_t start = 0;
  while (start < all.size()) {
    std::size_t end = start + 1;
    while (end < all.size() && continues_cluster(all[end])) ++end;
    const bool bold = text.bold[start];
    const bool same_style = start > 0 && text.bold[start - 1] == bold;
    // A space or sign stays in the font of its neighbour; letters and digits start the search anew.
    const bool digit = all[start] >= U'0' && all[start] <= U'9';
    const bool follows =
        same_style && !digit && !has_own_script(hb_unicode_script(hb_unicode_funcs_get_default(), all[start]));
    const FontIndex preferred = follows ? characters[start - 1].font : FontSet::reading(bold);
    const FontIndex font = fonts.font_for(std::span(all).subspan(start, end - start), bold, language, preferred);
    for (; start < end; ++start) characters[start].font = font;
  }
}

void shape_run(const std::u32string& text, const Character& character, std::string_view language, FontSet& fonts,
               ShapedRun& run) {
  const Buffer buffer(hb_buffer_create());
  const auto* codes = reinterpret_cast<const std::uint32_t*>(text.data());
  hb_buffer_add_utf32(buffer.get(), codes, static_cast<int>(text.size()), run.begin,
                      static_cast<int>(run.end - run.begin));
  hb_buffer_set_direction(buffer.get(), run.level % 2 == 1 ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
  hb_buffer_set_script(buffer.get(), character.script);
  hb_buffer_set_language(buffer.get(), hb_language_from_string(language.data(), static_cast<int>(language.size())));
  hb_shape(fonts.shaper(run.font), buffer.get(), nullptr, 0);
  unsigned int count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer.get(), &count);
  const float pixels = run.size_px / fonts.units_per_em(run.font);
  run.glyphs.reserve(count);
  hb_glyph_extents_t ink{};
  for (unsigned int at = 0; at < count; ++at) {
    run.glyphs.push_back({infos[at].codepoint, infos[at].cluster, static_cast<float>(positions[at].x_advance) * pixels,
                          static_cast<float>(positions[at].x_offset) * pixels,
                          -static_cast<float>(positions[at].y_offset) * pixels});
    if (!hb_font_get_glyph_extents(fonts.shaper(run.font), infos[at].codepoint, &ink) || ink.height == 0) continue;
    const hb_position_t top = positions[at].y_offset + ink.y_bearing;
    run.ascent = std::max(run.ascent, static_cast<float>(top) * pixels);
    run.descent = std::max(run.descent, static_cast<float>(-top - ink.height) * pixels);
  }
}

}  // namespace

Shaped shape(const StyledText& text, float size_px, std::string_view language, FontSet& fonts) {
  const std::u32string& all = text.characters;
  if (all.empty()) return {};
  std::vector<Character> characters(all.size());
  const std::vector<FriBidiLevel> levels = levels_of(all, language);
  for (std::size_t at = 0; at < all.size(); ++at) characters[at].level = static_cast<std::uint8_t>(levels[at]);
  find_scripts(all, characters);
  find_fonts(text, language, fonts, characters);
  Shaped shaped;
  std::size_t start = 0;
  while (start < all.size()) {
    const Character& first = characters[start];
    std::size_t end = start + 1;
    while (end < all.size() && characters[end].level == first.level && characters[end].script == first.script &&
           characters[end].font == first.font) {
      ++end;
    }
    ShapedRun run{static_cast<std::uint32_t>(start),
                  static_cast<std::uint32_t>(end),
                  first.level,
                  first.font,
                  size_px * fonts.size_factor(first.font),
                  0,
                  0,
                  {}};
    shape_run(all, first, language, fonts, run);
    shaped.runs.push_back(std::move(run));
    start = end;
  }
  shaped.breaks = line_breaks(all, language);
  return shaped;
}

}  // namespace hornbook::ui::text
