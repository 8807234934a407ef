#include "ui/semantics/language.hpp"

#include <algorithm>
#include <array>

namespace hornbook::ui {
namespace {

constexpr std::array<std::string_view, 6> right_to_left_scripts{"Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm"};
constexpr std::array<std::string_view, 13> right_to_left_languages{"ar", "he",  "iw", "fa", "ur", "ps", "sd",
                                                                   "ug", "ckb", "yi", "dv", "ks", "syr"};
constexpr std::size_t script_subtag_bytes = 4;

}  // namespace

bool is_right_to_left(std::string_view language) {
  const std::size_t end_of_primary = language.find('-');
  if (end_of_primary != std::string_view::npos) {
    const std::string_view rest = language.substr(end_of_primary + 1);
    const std::string_view subtag = rest.substr(0, rest.find('-'));
    if (subtag.size() == script_subtag_bytes) {
      return std::find(right_to_left_scripts.begin(), right_to_left_scripts.end(), subtag) !=
             right_to_left_scripts.end();
    }
  }
  const std::string_view primary = language.substr(0, end_of_primary);
  return std::find(right_to_left_languages.begin(), right_to_left_languages.end(), primary) !=
         right_to_left_languages.end();
}

}  // namespace hornbook::ui
