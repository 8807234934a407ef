#include "tests/support/pango_reference.hpp"

// Its headers need this order.
#include <fontconfig/fontconfig.h>

#include <fontconfig/fcfreetype.h>
#include <pango/pangofc-font.h>
#include <pango/pangofc-fontmap.h>
#include <pango/pangoft2.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace hornbook::tests {
namespace {

template <auto release>
struct Release {
  template <class Handle>
  void operator()(Handle* handle) const {
    release(handle);
  }
};
template <class Object>
using Owned = std::unique_ptr<Object, Release<g_object_unref>>;
using Layout = Owned<PangoLayout>;
using Description = std::unique_ptr<PangoFontDescription, Release<pango_font_description_free>>;

constexpr float units = PANGO_SCALE;

const FcChar8* fc(const std::string& text) { return reinterpret_cast<const FcChar8*>(text.c_str()); }

// Fontconfig's own settings would choose hinting, which moves glyphs to whole pixels.
void unhinted(FcPattern* pattern, gpointer) {
  FcPatternDel(pattern, FC_HINTING);
  FcPatternAddBool(pattern, FC_HINTING, FcFalse);
  FcPatternDel(pattern, FC_HINT_STYLE);
  FcPatternAddInteger(pattern, FC_HINT_STYLE, FC_HINT_NONE);
  FcPatternDel(pattern, FC_ANTIALIAS);
  FcPatternAddBool(pattern, FC_ANTIALIAS, FcTrue);
}

std::string file_of(PangoFont* font) {
  FcChar8* file = nullptr;
  FcPattern* pattern = pango_fc_font_get_pattern(PANGO_FC_FONT(font));
  return FcPatternGetString(pattern, FC_FILE, 0, &file) == FcResultMatch ? reinterpret_cast<const char*>(file) : "";
}

}  // namespace

struct Pango::State {
  Owned<PangoFontMap> fonts;
  std::map<std::string, Description> descriptions;

  Layout layout(const PangoText& text) const {
    const Owned<PangoContext> context(pango_font_map_create_context(fonts.get()));
    pango_context_set_round_glyph_positions(context.get(), FALSE);
    pango_context_set_language(context.get(), pango_language_from_string(text.language.c_str()));
    pango_context_set_base_dir(context.get(), text.right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
    Layout layout(pango_layout_new(context.get()));
    pango_layout_set_auto_dir(layout.get(), FALSE);
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_width(layout.get(), static_cast<int>(std::lround(text.width_px * units)));
    pango_layout_set_text(layout.get(), text.text.c_str(), static_cast<int>(text.text.size()));
    PangoAttrList* attributes = pango_attr_list_new();
    pango_attr_list_insert(attributes, pango_attr_fallback_new(FALSE));
    pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(FALSE));
    for (std::size_t at = 0; at < text.stretches.size(); ++at) {
      add_font(*attributes, text.stretches[at],
               at + 1 < text.stretches.size() ? text.stretches[at + 1].begin_bytes : text.text.size());
    }
    pango_layout_set_attributes(layout.get(), attributes);
    pango_attr_list_unref(attributes);
    return layout;
  }

  void add_font(PangoAttrList& attributes, const PangoStretch& stretch, std::size_t end_bytes) const {
    const Description sized(pango_font_description_copy(descriptions.at(stretch.font_file).get()));
    pango_font_description_set_absolute_size(sized.get(), static_cast<double>(stretch.size_px * units));
    PangoAttribute* attribute = pango_attr_font_desc_new(sized.get());
    attribute->start_index = static_cast<guint>(stretch.begin_bytes);
    attribute->end_index = static_cast<guint>(end_bytes);
    pango_attr_list_insert(&attributes, attribute);
  }
};

Pango::Pango(const std::vector<std::string>& font_files) : state_(std::make_unique<State>()) {
  FcConfig* config = FcConfigCreate();
  for (const std::string& file : font_files) {
    FcConfigAppFontAddFile(config, fc(file));
    int faces = 0;
    FcPattern* pattern = FcFreeTypeQuery(fc(file), 0, nullptr, &faces);
    if (pattern == nullptr) continue;
    state_->descriptions.emplace(file, Description(pango_fc_font_description_from_pattern(pattern, FALSE)));
    FcPatternDestroy(pattern);
  }
  state_->fonts.reset(pango_ft2_font_map_new());
  pango_ft2_font_map_set_resolution(PANGO_FT2_FONT_MAP(state_->fonts.get()), 72, 72);
  pango_fc_font_map_set_default_substitute(PANGO_FC_FONT_MAP(state_->fonts.get()), unhinted, nullptr, nullptr);
  pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(state_->fonts.get()), config);
  FcConfigDestroy(config);
}

Pango::~Pango() = default;

std::vector<PangoLine> Pango::set(const PangoText& text) {
  const Layout layout = state_->layout(text);
  std::vector<PangoLine> lines;
  for (GSList* at = pango_layout_get_lines_readonly(layout.get()); at != nullptr; at = at->next) {
    const auto* from = static_cast<PangoLayoutLine*>(at->data);
    PangoLine line;
    int pen = 0;
    for (GSList* entry = from->runs; entry != nullptr; entry = entry->next) {
      const auto* run = static_cast<PangoGlyphItem*>(entry->data);
      const std::string file = file_of(run->item->analysis.font);
      for (int glyph = 0; glyph < run->glyphs->num_glyphs; ++glyph) {
        const PangoGlyphInfo& info = run->glyphs->glyphs[glyph];
        const auto byte = static_cast<std::size_t>(run->item->offset + run->glyphs->log_clusters[glyph]);
        line.glyphs.push_back({file, info.glyph, byte, static_cast<float>(pen + info.geometry.x_offset) / units,
                               static_cast<float>(info.geometry.y_offset) / units});
        pen += info.geometry.width;
      }
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

PangoPicture Pango::draw(const PangoText& text) {
  const Layout layout = state_->layout(text);
  PangoRectangle ink;
  PangoRectangle logical;
  pango_layout_get_pixel_extents(layout.get(), &ink, &logical);
  const int left = std::min(ink.x, logical.x);
  const int top = std::min(ink.y, logical.y);
  PangoPicture picture{std::max(ink.x + ink.width, logical.x + logical.width) - left,
                       std::max(ink.y + ink.height, logical.y + logical.height) - top,
                       {}};
  picture.coverage.resize(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height));
  FT_Bitmap bitmap{};
  bitmap.width = static_cast<unsigned>(picture.width);
  bitmap.rows = static_cast<unsigned>(picture.height);
  bitmap.pitch = picture.width;
  bitmap.buffer = picture.coverage.data();
  bitmap.num_grays = 256;
  bitmap.pixel_mode = FT_PIXEL_MODE_GRAY;
  pango_ft2_render_layout(&bitmap, layout.get(), -left, -top);
  return picture;
}

}  // namespace hornbook::tests
