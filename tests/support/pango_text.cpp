#include "tests/support/pango_text.hpp"

#include "ui/semantics/language.hpp"
#include "ui/semantics/utf8.hpp"
#include "ui/text/shape.hpp"

namespace hornbook::tests {

std::vector<std::string> font_file_paths() {
  const ui::text::FontFiles files = font_files();
  std::vector<std::string> all{files.reading, files.reading_bold};
  for (const ui::text::FontFiles::Fallback& fallback : files.fallbacks) {
    all.push_back(fallback.regular);
    all.push_back(fallback.bold.empty() ? fallback.regular : fallback.bold);
  }
  return all;
}

PangoText pango_text(std::string_view words, std::string_view language, float size_px, float width_px,
                     ui::text::FontSet& fonts) {
  ui::text::StyledText styled;
  std::vector<std::size_t> bytes;
  for (std::size_t at = 0; at < words.size();) {
    const ui::Utf8Character character = ui::decode_utf8(words, at);
    styled.characters += character.code;
    styled.bold.push_back(false);
    bytes.push_back(at);
    at += character.bytes;
  }
  PangoText text{std::string(words), std::string(language), ui::is_right_to_left(language), {}, width_px};
  const std::vector<std::string> paths = font_file_paths();
  for (const ui::text::ShapedRun& run : ui::text::shape(styled, size_px, language, fonts).runs)
    text.stretches.push_back({bytes[run.begin], paths[run.font], run.size_px});
  return text;
}

}  // namespace hornbook::tests
