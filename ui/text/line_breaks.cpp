#include "ui/text/line_breaks.hpp"

#include <linebreak.h>
#include <thai/thbrk.h>
#include <thai/thwbrk.h>

#include <algorithm>
#include <memory>

#include "ui/text/font.hpp"

namespace hornbook::ui::text {
namespace {

using ThaiWords = std::unique_ptr<ThBrk, Release<th_brk_delete>>;

bool is_thai(char32_t character) { return character >= 0x0E00 && character < 0x0E80; }

// Adds the breaks inside one stretch of Thai; none without the dictionary, which is a file of the package libthai-data.
void break_thai(const std::wstring& stretch, std::uint8_t* breaks) {
  static const ThaiWords words(th_brk_new(nullptr));
  if (!words) return;
  std::vector<int> found(stretch.size());
  const int count = th_brk_wc_find_breaks(words.get(), stretch.c_str(), found.data(), found.size());
  for (int at = 0; at < count; ++at) {
    const int before = found[static_cast<std::size_t>(at)];
    if (before > 0) breaks[before - 1] = break_between_words;
  }
}

void add_thai_breaks(const std::u32string& text, std::vector<std::uint8_t>& breaks) {
  for (auto start = text.begin(); start != text.end();) {
    start = std::find_if(start, text.end(), is_thai);
    const auto end = std::find_if_not(start, text.end(), is_thai);
    if (start != end) break_thai(std::wstring(start, end), &breaks[static_cast<std::size_t>(start - text.begin())]);
    start = end;
  }
}

}  // namespace

std::vector<std::uint8_t> line_breaks(const std::u32string& text, std::string_view language) {
  // libunibreak's tables are made ready once, before the first text.
  static const bool ready = (init_linebreak(), true);
  static_cast<void>(ready);
  const std::vector<utf32_t> codes(text.begin(), text.end());
  std::vector<char> found(text.size());
  const std::string tag(language.substr(0, language.find('-')));
  set_linebreaks_utf32(codes.data(), codes.size(), tag.c_str(), found.data());
  std::vector<std::uint8_t> breaks;
  breaks.reserve(found.size());
  for (const char chance : found)
    breaks.push_back(chance == LINEBREAK_ALLOWBREAK || chance == LINEBREAK_MUSTBREAK ? break_between_words : 0);
  add_thai_breaks(text, breaks);
  return breaks;
}

}  // namespace hornbook::ui::text
