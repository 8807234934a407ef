// The fonts that toolchains/packages.txt installs, for tests that set type.
#pragma once

#include "ui/text/font_set.hpp"

namespace hornbook::tests {

[[nodiscard]] inline ui::text::FontFiles font_files() {
  const std::string andika = "/usr/share/fonts/truetype/andika/Andika-";
  const std::string noto = "/usr/share/fonts/truetype/noto/Noto";
  ui::text::FontFiles files{
      andika + "Regular.ttf", andika + "Bold.ttf",       {},
      andika + "Italic.ttf",  andika + "BoldItalic.ttf", "/usr/share/fonts/truetype/dejavu/DejaVuMathTeXGyre.ttf"};
  for (const char* script : {"", "Arabic", "Devanagari", "Ethiopic", "Khmer", "Thai", "Myanmar"}) {
    const std::string family = noto + "Sans" + script;
    files.fallbacks.push_back({family + "-Regular.ttf", family + "-Bold.ttf"});
  }
  files.fallbacks.push_back({noto + "NastaliqUrdu-Regular.ttf", noto + "NastaliqUrdu-Bold.ttf", "ur"});
  files.fallbacks.push_back({"/usr/share/fonts/truetype/wqy/wqy-microhei.ttc", ""});
  return files;
}

}  // namespace hornbook::tests
