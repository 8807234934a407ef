// The fonts that toolchains/packages.txt installs, for tests that set type.
#pragma once

#include "ui/text/font_set.hpp"

namespace hornbook::tests {

[[nodiscard]] inline ui::text::FontFiles font_files() {
  const std::string andika = "/usr/share/fonts/truetype/andika/Andika-";
  const std::string noto = "/usr/share/fonts/truetype/noto/NotoSans";
  ui::text::FontFiles files{
      andika + "Regular.ttf", andika + "Bold.ttf",       {},
      andika + "Italic.ttf",  andika + "BoldItalic.ttf", "/usr/share/fonts/truetype/dejavu/DejaVuMathTeXGyre.ttf"};
  for (const char* script : {"", "Arabic", "Devanagari"}) {
    files.fallbacks.push_back({noto + script + "-Regular.ttf", noto + script + "-Bold.ttf"});
  }
  return files;
}

}  // namespace hornbook::tests
