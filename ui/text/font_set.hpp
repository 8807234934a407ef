// The fonts of the station: one to read in, and others for the scripts and signs that it does not have.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/core/error.hpp"

struct hb_font_t;

namespace hornbook::ui::text {

// Paths of font files, found by the composition root.
struct FontFiles {
  struct Fallback {
    std::string regular;
    std::string bold;           // empty: the regular one
    std::string language = {};  // BCP 47, without subtags: for its texts alone, and before the others; empty: for all
  };
  std::string reading;
  std::string reading_bold;
  std::vector<Fallback> fallbacks;  // tried in this order; one that cannot be opened is passed over
  // For the variables of mathematics; empty: they stand upright.
  std::string reading_italic;
  std::string reading_bold_italic;
  std::string mathematics;  // with an OpenType MATH table
};

// A font of the set: an index into regular and bold faces.
using FontIndex = std::uint8_t;

// 8-bit coverage. `left` and `top` place the bitmap's top left corner from the pen on the baseline, y upwards, in
// pixels.
struct GlyphBitmap {
  int left = 0, top = 0;
  int width = 0, height = 0;
  std::vector<std::uint8_t> coverage;  // width × height
};

// Of an em, upwards from the baseline.
struct FontMetrics {
  float cap_height = 0.7f;
  float x_height = 0.5f;
  float math_axis = 0.3f;  // the height of a minus sign, where fraction bars go
};

class Font;

// Not thread-safe. Faces are opened when they are first needed.
class FontSet {
 public:
  // NotFound when the font to read in, its bold face or the font of mathematics cannot be opened.
  [[nodiscard]] static Result<FontSet> open(const FontFiles& files);
  FontSet(FontSet&&) noexcept;
  FontSet& operator=(FontSet&&) noexcept;
  ~FontSet();

  // The first font that has every character of the cluster: `preferred` before all others, then the font to read in,
  // those of the text's language (BCP 47) and those for all; the font to read in when none has them.
  [[nodiscard]] FontIndex font_for(std::span<const char32_t> cluster, bool bold, std::string_view language,
                                   FontIndex preferred);
  [[nodiscard]] static FontIndex reading(bool bold) { return bold ? 1 : 0; }
  // The slanted face of the font to read in; the upright one where there is none.
  [[nodiscard]] FontIndex italic(bool bold);
  [[nodiscard]] FontIndex mathematics() const;
  [[nodiscard]] bool has(FontIndex font, char32_t character);

  // For shaping; positions come in units of 1/units_per_em.
  [[nodiscard]] hb_font_t* shaper(FontIndex font);
  [[nodiscard]] float units_per_em(FontIndex font);
  // What a size is multiplied by, so that small letters of all fonts look equally large.
  [[nodiscard]] float size_factor(FontIndex font);
  [[nodiscard]] const FontMetrics& metrics(FontIndex font);

  // An empty bitmap for a space and for a glyph that FreeType refuses.
  [[nodiscard]] GlyphBitmap rasterise(FontIndex font, std::uint32_t glyph, float size_px);

 private:
  struct State;
  explicit FontSet(std::unique_ptr<State> state);
  Font* opened(FontIndex font);
  std::unique_ptr<State> state_;
};

}  // namespace hornbook::ui::text
