#include "ui/text/font_set.hpp"

#include <hb.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "runtime/core/limits.hpp"
#include "ui/text/font.hpp"

namespace hornbook::ui::text {
namespace {

// Stands for mathematics inside a line.
constexpr char32_t object_character = 0xFFFC;

constexpr std::size_t special_fonts = 3;

// Characters that no font needs to have: joiners, variation selectors, directional marks.
bool is_invisible(char32_t character) {
  return (character >= 0x200B && character <= 0x200F) || (character >= 0xFE00 && character <= 0xFE0F) ||
         (character >= 0x202A && character <= 0x202E) || (character >= 0x2060 && character <= 0x2069) ||
         character == 0xFEFF || character == object_character || character < 0x20;
}

}  // namespace

struct FontSet::State {
  struct Slot {
    std::string path;
    std::string language = {};  // the only one that it is for
    std::optional<Font> font = {};
    bool tried = false;
  };
  Library library;          // before the slots: it must outlive the faces
  std::vector<Slot> slots;  // regular and bold by turns; the font to read in first
  std::size_t fallbacks_end =
      0;  // behind it: the slanted faces and the font of mathematics, which nothing falls back on
};

FontSet::FontSet(std::unique_ptr<State> state) : state_(std::move(state)) {}
FontSet::FontSet(FontSet&&) noexcept = default;
FontSet& FontSet::operator=(FontSet&&) noexcept = default;
FontSet::~FontSet() = default;

Result<FontSet> FontSet::open(const FontFiles& files) {
  FT_Library library = nullptr;
  if (FT_Init_FreeType(&library) != 0) return fail(ErrorCode::OurBug, "font", "FreeType could not be started");
  auto state = std::make_unique<State>();
  state->library.reset(library);
  const auto add = [&](const std::string& path, const std::string& language = {}) {
    state->slots.push_back({path, language});
  };
  add(files.reading);
  add(files.reading_bold);
  for (const FontFiles::Fallback& fallback : files.fallbacks) {
    if (state->slots.size() + 2 + special_fonts > limits::fonts_max) break;
    add(fallback.regular, fallback.language);
    add(fallback.bold.empty() ? fallback.regular : fallback.bold, fallback.language);
  }
  state->fallbacks_end = state->slots.size();
  for (const std::string& path : {files.reading_italic, files.reading_bold_italic, files.mathematics}) add(path);
  FontSet set(std::move(state));
  if (const Font* font = set.opened(set.mathematics()); font == nullptr || !font->has_mathematics()) {
    return fail(ErrorCode::NotFound, "font", "install the font of mathematics that is missing: " + files.mathematics);
  }
  for (const bool bold : {false, true}) {
    if (set.opened(reading(bold)) == nullptr) {
      return fail(ErrorCode::NotFound, "font",
                  "install the font that is missing: " + (bold ? files.reading_bold : files.reading));
    }
  }
  return set;
}

Font* FontSet::opened(FontIndex index) {
  State::Slot& slot = state_->slots[index];
  if (!slot.tried) {
    slot.tried = true;
    if (auto font = Font::open(state_->library.get(), slot.path)) slot.font.emplace(std::move(*font));
  }
  return slot.font ? &*slot.font : nullptr;
}

FontIndex FontSet::font_for(std::span<const char32_t> cluster, bool bold, std::string_view language,
                            FontIndex preferred) {
  const auto has_all = [&](std::size_t index) {
    const Font* font = opened(static_cast<FontIndex>(index));
    return font != nullptr && std::all_of(cluster.begin(), cluster.end(), [&](char32_t character) {
             return is_invisible(character) || font->has(character);
           });
  };
  if (has_all(preferred)) return preferred;
  if (has_all(reading(bold))) return reading(bold);
  const std::string_view own = language.substr(0, language.find('-'));
  for (const std::string_view of : {own, std::string_view()}) {
    for (std::size_t index = 2u + reading(bold); index < state_->fallbacks_end; index += 2) {
      if (state_->slots[index].language == of && has_all(index)) return static_cast<FontIndex>(index);
    }
  }
  return reading(bold);
}

FontIndex FontSet::italic(bool bold) {
  const auto index = static_cast<FontIndex>(state_->fallbacks_end + (bold ? 1 : 0));
  return opened(index) != nullptr ? index : reading(bold);
}

FontIndex FontSet::mathematics() const { return static_cast<FontIndex>(state_->fallbacks_end + 2); }

bool FontSet::has(FontIndex font, char32_t character) { return opened(font)->has(character); }

// Only fonts that font_for has returned are asked about, and those are open.
hb_font_t* FontSet::shaper(FontIndex font) { return opened(font)->shaper(); }
float FontSet::units_per_em(FontIndex font) { return opened(font)->units_per_em(); }
const FontMetrics& FontSet::metrics(FontIndex font) { return opened(font)->metrics(); }

float FontSet::size_factor(FontIndex font) {
  const float ratio = metrics(reading(false)).x_height / metrics(font).x_height;
  return std::clamp(ratio, 0.8f, 1.25f);
}

GlyphBitmap FontSet::rasterise(FontIndex font, std::uint32_t glyph, float size_px) {
  return opened(font)->rasterise(glyph, size_px);
}

}  // namespace hornbook::ui::text
