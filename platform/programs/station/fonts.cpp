#include "platform/programs/station/fonts.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace hornbook::platform {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view font_folders[] = {"/usr/share/fonts", "/usr/local/share/fonts"};

// The usual place first; otherwise anywhere below the font folders. Empty when it is nowhere.
std::string find_font(const fs::path& usual_folder, std::string_view file) {
  std::error_code ignored;
  for (const std::string_view folder : font_folders) {
    const fs::path usual = fs::path(folder) / usual_folder / file;
    if (fs::exists(usual, ignored)) return usual.string();
  }
  for (const std::string_view folder : font_folders) {
    for (const auto& entry : fs::recursive_directory_iterator(folder, ignored)) {
      if (entry.path().filename() == file) return entry.path().string();
    }
  }
  return {};
}

constexpr std::string_view noto = "truetype/noto";

struct Family {
  std::string_view regular, bold;
  std::string_view language = {};
  std::string_view folder = noto;
};
// The scripts' own fonts stand before those of signs, and the one with most characters last.
constexpr Family fallbacks[] = {{"NotoSans-Regular.ttf", "NotoSans-Bold.ttf"},
                                {"NotoSansArabic-Regular.ttf", "NotoSansArabic-Bold.ttf"},
                                {"NotoSansDevanagari-Regular.ttf", "NotoSansDevanagari-Bold.ttf"},
                                {"NotoSansEthiopic-Regular.ttf", "NotoSansEthiopic-Bold.ttf"},
                                {"NotoSansKhmer-Regular.ttf", "NotoSansKhmer-Bold.ttf"},
                                {"NotoSansThai-Regular.ttf", "NotoSansThai-Bold.ttf"},
                                {"NotoSansMyanmar-Regular.ttf", "NotoSansMyanmar-Bold.ttf"},
                                {"NotoNastaliqUrdu-Regular.ttf", "NotoNastaliqUrdu-Bold.ttf", "ur"},
                                {"NotoSansMath-Regular.ttf", ""},
                                {"NotoSansSymbols2-Regular.ttf", ""},
                                {"wqy-microhei.ttc", "", {}, "truetype/wqy"}};

// Only in the usual place: a whole disk is not searched for a script that nobody here may read.
std::string find_fallback(std::string_view folder, std::string_view file) {
  std::error_code ignored;
  const fs::path usual = fs::path(font_folders[0]) / folder / file;
  return !file.empty() && fs::exists(usual, ignored) ? usual.string() : std::string();
}

}  // namespace

Result<ui::text::FontFiles> find_fonts() {
  ui::text::FontFiles files;
  files.reading = find_font("truetype/andika", "Andika-Regular.ttf");
  files.reading_bold = find_font("truetype/andika", "Andika-Bold.ttf");
  if (files.reading.empty() || files.reading_bold.empty()) {
    return fail(ErrorCode::NotFound, "fonts", "the font Andika is missing; install the package fonts-sil-andika");
  }
  files.mathematics = find_font("truetype/dejavu", "DejaVuMathTeXGyre.ttf");
  if (files.mathematics.empty()) {
    return fail(ErrorCode::NotFound, "fonts",
                "the font DejaVu Math TeX Gyre is missing; install the package fonts-dejavu-extra");
  }
  files.reading_italic = find_font("truetype/andika", "Andika-Italic.ttf");
  files.reading_bold_italic = find_font("truetype/andika", "Andika-BoldItalic.ttf");
  for (const Family& family : fallbacks) {
    std::string regular = find_fallback(family.folder, family.regular);
    if (regular.empty()) continue;
    files.fallbacks.push_back(
        {std::move(regular), find_fallback(family.folder, family.bold), std::string(family.language)});
  }
  return files;
}

}  // namespace hornbook::platform
