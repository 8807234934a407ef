#include "content_packs/import/csv/decimal_comma.hpp"

#include <algorithm>
#include <array>

#include "content_packs/import/spelling.hpp"

namespace hornbook::content::csv {
namespace {

constexpr std::string_view digits = "0123456789";

constexpr std::array<std::string_view, 45> with_comma{
    "af", "az", "be", "bg", "bs", "ca", "cs", "da", "de", "el", "es", "et", "eu", "fi", "fr",
    "gl", "hr", "hu", "hy", "id", "is", "it", "ka", "kk", "ky", "lt", "lv", "mk", "nb", "nl",
    "nn", "no", "pl", "pt", "ro", "ru", "rw", "sk", "sl", "sq", "sr", "sv", "tr", "uk", "vi"};
constexpr std::array<std::string_view, 15> with_point{"de-CH", "de-LI", "it-CH", "es-419", "es-CU",
                                                      "es-DO", "es-GT", "es-HN", "es-MX",  "es-NI",
                                                      "es-PA", "es-PE", "es-PR", "es-SV",  "es-US"};

bool is_among(std::string_view name, const auto& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string_view without_sign(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  return text;
}

// Digits, or groups of three of them with points between.
bool is_whole_number(std::string_view text) {
  std::size_t group = std::min(text.find('.'), text.size());
  const bool is_grouped = group < text.size();
  if (group == 0 || (is_grouped && group > 3)) return false;
  if (text.substr(0, group).find_first_not_of(digits) != std::string_view::npos) return false;
  for (; group < text.size(); group += 4) {
    const std::string_view three = text.substr(group + 1, 3);
    const bool ends = group + 4 == text.size() || (group + 4 < text.size() && text[group + 4] == '.');
    if (three.size() < 3 || !ends || three.find_first_not_of(digits) != std::string_view::npos) return false;
  }
  return true;
}

}  // namespace

bool has_decimal_comma(std::string_view language) {
  return is_among(language.substr(0, language.find('-')), with_comma) && !is_among(language, with_point);
}

std::string with_decimal_point(std::string text, std::string_view language) {
  const bool has_several_points = std::count(text.begin(), text.end(), '.') > 1;
  if (has_several_points && is_point_or_thousands(text, language)) return replaced(std::move(text), ".", "");
  const std::size_t comma = text.find(',');
  const bool has_one = comma != std::string::npos && text.find(',', comma + 1) == std::string::npos;
  if (!has_one) return text;
  const std::string whole(text, 0, comma);
  const std::size_t end = std::min(text.find_first_not_of(digits, comma + 1), text.size());
  if (!is_whole_number(without_sign(whole)) || end == comma + 1) return text;
  const std::string_view unsigned_whole = without_sign(whole);
  const bool could_be_thousands = end == comma + 4 && unsigned_whole.size() <= 3 && unsigned_whole.front() != '0';
  const bool has_more = end < text.size();
  if (!has_decimal_comma(language) && (!has_more || could_be_thousands)) return text;
  return replaced(whole, ".", "") + "." + text.substr(comma + 1);
}

bool is_point_or_thousands(std::string_view text, std::string_view language) {
  if (!has_decimal_comma(language)) return false;
  text = without_sign(text);
  const std::size_t end = std::min(text.find_first_not_of("0123456789."), text.size());
  const std::string_view number = text.substr(0, end);
  return number.find('.') != std::string_view::npos && number.front() != '0' && is_whole_number(number);
}

}  // namespace hornbook::content::csv
