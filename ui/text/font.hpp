// One face of a font file: its tables for shaping (HarfBuzz) and its outlines for rasterising (FreeType).
#pragma once

#include <ft2build.h>
#include FT_FREETYPE_H
#include <hb.h>

#include <memory>
#include <string>

#include "runtime/core/error.hpp"
#include "ui/text/font_set.hpp"

namespace hornbook::ui::text {

template <auto release>
struct Release {
  template <class Handle>
  void operator()(Handle* handle) const {
    release(handle);
  }
};
using Library = std::unique_ptr<FT_LibraryRec_, Release<FT_Done_FreeType>>;
using Outlines = std::unique_ptr<FT_FaceRec_, Release<FT_Done_Face>>;
using Tables = std::unique_ptr<hb_face_t, Release<hb_face_destroy>>;
using Shaper = std::unique_ptr<hb_font_t, Release<hb_font_destroy>>;

// Borrows the library, which must outlive it.
class Font {
 public:
  // NotFound when the file is not there or no font.
  [[nodiscard]] static Result<Font> open(FT_Library library, std::string path);

  [[nodiscard]] bool has(char32_t character) const;
  [[nodiscard]] bool has_mathematics() const;  // an OpenType MATH table
  [[nodiscard]] hb_font_t* shaper() const { return shaper_.get(); }
  [[nodiscard]] float units_per_em() const { return units_per_em_; }
  [[nodiscard]] const FontMetrics& metrics() const { return metrics_; }
  [[nodiscard]] GlyphBitmap rasterise(std::uint32_t glyph, float size_px);

 private:
  Font(FT_Library library, std::string path, Tables tables);
  void read_metrics();

  FT_Library library_;
  std::string path_;
  Tables tables_;
  Shaper shaper_;
  Outlines outlines_;  // opened by the first glyph that is rasterised
  float size_px_ = 0;
  float units_per_em_ = 1000;
  FontMetrics metrics_;
};

}  // namespace hornbook::ui::text
