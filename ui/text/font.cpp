#include "ui/text/font.hpp"

#include <hb-ot.h>

#include <cmath>
#include <cstring>
#include <utility>

namespace hornbook::ui::text {
namespace {

using Blob = std::unique_ptr<hb_blob_t, Release<hb_blob_destroy>>;
constexpr float sixty_fourths = 64;

void copy_coverage(const FT_Bitmap& from, GlyphBitmap& to) {
  to.coverage.resize(static_cast<std::size_t>(to.width) * static_cast<std::size_t>(to.height));
  const auto width = static_cast<std::size_t>(to.width);
  for (std::size_t row = 0; row < static_cast<std::size_t>(to.height); ++row) {
    const unsigned char* line = from.buffer + static_cast<std::ptrdiff_t>(row) * from.pitch;
    std::memcpy(to.coverage.data() + row * width, line, width);
  }
}

}  // namespace

Result<Font> Font::open(FT_Library library, std::string path) {
  const Blob blob(hb_blob_create_from_file_or_fail(path.c_str()));
  Tables tables(blob ? hb_face_create(blob.get(), 0) : nullptr);
  if (!tables || hb_face_get_glyph_count(tables.get()) == 0) {
    return fail(ErrorCode::NotFound, "font", "a font file is missing or damaged: " + path);
  }
  return Font(library, std::move(path), std::move(tables));
}

Font::Font(FT_Library library, std::string path, Tables tables)
    : library_(library), path_(std::move(path)), tables_(std::move(tables)), shaper_(hb_font_create(tables_.get())) {
  hb_ot_font_set_funcs(shaper_.get());
  units_per_em_ = static_cast<float>(hb_face_get_upem(tables_.get()));
  read_metrics();
}

void Font::read_metrics() {
  hb_position_t value = 0;
  if (hb_ot_metrics_get_position(shaper_.get(), HB_OT_METRICS_TAG_CAP_HEIGHT, &value) && value > 0) {
    metrics_.cap_height = static_cast<float>(value) / units_per_em_;
  }
  if (hb_ot_metrics_get_position(shaper_.get(), HB_OT_METRICS_TAG_X_HEIGHT, &value) && value > 0) {
    metrics_.x_height = static_cast<float>(value) / units_per_em_;
  }
  hb_codepoint_t minus = 0;
  hb_glyph_extents_t extents{};
  if (hb_font_get_nominal_glyph(shaper_.get(), U'−', &minus) &&
      hb_font_get_glyph_extents(shaper_.get(), minus, &extents)) {
    const float middle = static_cast<float>(extents.y_bearing) + static_cast<float>(extents.height) / 2;
    metrics_.math_axis = middle / units_per_em_;
  }
}

bool Font::has(char32_t character) const {
  hb_codepoint_t glyph = 0;
  return hb_font_get_nominal_glyph(shaper_.get(), character, &glyph) != 0;
}

bool Font::has_mathematics() const { return hb_ot_math_has_data(tables_.get()) != 0; }

GlyphBitmap Font::rasterise(std::uint32_t glyph, float size_px) {
  if (!outlines_) {
    FT_Face face = nullptr;
    if (FT_New_Face(library_, path_.c_str(), 0, &face) != 0) return {};
    outlines_.reset(face);
  }
  if (size_px_ != size_px) {
    if (FT_Set_Char_Size(outlines_.get(), 0, std::lround(size_px * sixty_fourths), 72, 72) != 0) return {};
    size_px_ = size_px;
  }
  if (FT_Load_Glyph(outlines_.get(), glyph, FT_LOAD_TARGET_LIGHT | FT_LOAD_RENDER) != 0) return {};
  const FT_GlyphSlot slot = outlines_->glyph;
  if (slot->bitmap.pixel_mode != FT_PIXEL_MODE_GRAY || slot->bitmap.width == 0) return {};
  GlyphBitmap bitmap{slot->bitmap_left,
                     slot->bitmap_top,
                     static_cast<int>(slot->bitmap.width),
                     static_cast<int>(slot->bitmap.rows),
                     {}};
  copy_coverage(slot->bitmap, bitmap);
  return bitmap;
}

}  // namespace hornbook::ui::text
