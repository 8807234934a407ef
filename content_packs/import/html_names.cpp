#include "content_packs/import/html_names.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

namespace hornbook::content {
namespace {

using Named = std::pair<std::string_view, char32_t>;

// Ascending by name.
constexpr std::array<Named, 152> names = {{
    {"AElig", 0xC6},    {"Aacute", 0xC1},   {"Acirc", 0xC2},   {"Agrave", 0xC0},   {"Aring", 0xC5},
    {"Atilde", 0xC3},   {"Auml", 0xC4},     {"Ccedil", 0xC7},  {"Dagger", 0x2021}, {"ETH", 0xD0},
    {"Eacute", 0xC9},   {"Ecirc", 0xCA},    {"Egrave", 0xC8},  {"Euml", 0xCB},     {"Iacute", 0xCD},
    {"Icirc", 0xCE},    {"Igrave", 0xCC},   {"Iuml", 0xCF},    {"Ntilde", 0xD1},   {"OElig", 0x152},
    {"Oacute", 0xD3},   {"Ocirc", 0xD4},    {"Ograve", 0xD2},  {"Oslash", 0xD8},   {"Otilde", 0xD5},
    {"Ouml", 0xD6},     {"Prime", 0x2033},  {"Scaron", 0x160}, {"THORN", 0xDE},    {"Uacute", 0xDA},
    {"Ucirc", 0xDB},    {"Ugrave", 0xD9},   {"Uuml", 0xDC},    {"Yacute", 0xDD},   {"Yuml", 0x178},
    {"aacute", 0xE1},   {"acirc", 0xE2},    {"acute", 0xB4},   {"aelig", 0xE6},    {"agrave", 0xE0},
    {"alpha", 0x3B1},   {"amp", 0x26},      {"apos", 0x27},    {"aring", 0xE5},    {"atilde", 0xE3},
    {"auml", 0xE4},     {"bdquo", 0x201E},  {"beta", 0x3B2},   {"brvbar", 0xA6},   {"bull", 0x2022},
    {"ccedil", 0xE7},   {"cedil", 0xB8},    {"cent", 0xA2},    {"circ", 0x2C6},    {"copy", 0xA9},
    {"curren", 0xA4},   {"dagger", 0x2020}, {"darr", 0x2193},  {"deg", 0xB0},      {"delta", 0x3B4},
    {"divide", 0xF7},   {"eacute", 0xE9},   {"ecirc", 0xEA},   {"egrave", 0xE8},   {"emsp", 0x2003},
    {"ensp", 0x2002},   {"eth", 0xF0},      {"euml", 0xEB},    {"euro", 0x20AC},   {"frac12", 0xBD},
    {"frac14", 0xBC},   {"frac34", 0xBE},   {"frasl", 0x2044}, {"gamma", 0x3B3},   {"ge", 0x2265},
    {"gt", 0x3E},       {"hellip", 0x2026}, {"iacute", 0xED},  {"icirc", 0xEE},    {"iexcl", 0xA1},
    {"igrave", 0xEC},   {"infin", 0x221E},  {"iquest", 0xBF},  {"iuml", 0xEF},     {"laquo", 0xAB},
    {"larr", 0x2190},   {"ldquo", 0x201C},  {"le", 0x2264},    {"lrm", 0x200E},    {"lsaquo", 0x2039},
    {"lsquo", 0x2018},  {"lt", 0x3C},       {"macr", 0xAF},    {"mdash", 0x2014},  {"micro", 0xB5},
    {"middot", 0xB7},   {"minus", 0x2212},  {"mu", 0x3BC},     {"nbsp", 0xA0},     {"ndash", 0x2013},
    {"ne", 0x2260},     {"not", 0xAC},      {"ntilde", 0xF1},  {"oacute", 0xF3},   {"ocirc", 0xF4},
    {"oelig", 0x153},   {"ograve", 0xF2},   {"omega", 0x3C9},  {"ordf", 0xAA},     {"ordm", 0xBA},
    {"oslash", 0xF8},   {"otilde", 0xF5},   {"ouml", 0xF6},    {"para", 0xB6},     {"permil", 0x2030},
    {"pi", 0x3C0},      {"plusmn", 0xB1},   {"pound", 0xA3},   {"prime", 0x2032},  {"quot", 0x22},
    {"raquo", 0xBB},    {"rarr", 0x2192},   {"rdquo", 0x201D}, {"reg", 0xAE},      {"rlm", 0x200F},
    {"rsaquo", 0x203A}, {"rsquo", 0x2019},  {"sbquo", 0x201A}, {"scaron", 0x161},  {"sect", 0xA7},
    {"shy", 0xAD},      {"sigma", 0x3C3},   {"sup1", 0xB9},    {"sup2", 0xB2},     {"sup3", 0xB3},
    {"szlig", 0xDF},    {"thinsp", 0x2009}, {"thorn", 0xFE},   {"tilde", 0x2DC},   {"times", 0xD7},
    {"trade", 0x2122},  {"uacute", 0xFA},   {"uarr", 0x2191},  {"ucirc", 0xFB},    {"ugrave", 0xF9},
    {"uml", 0xA8},      {"uuml", 0xFC},     {"yacute", 0xFD},  {"yen", 0xA5},      {"yuml", 0xFF},
    {"zwj", 0x200D},    {"zwnj", 0x200C},
}};

void append(std::string& text, char32_t sign) {
  if (sign < 0x80) {
    text += static_cast<char>(sign);
  } else if (sign < 0x800) {
    text += static_cast<char>(0xC0 | sign >> 6);
    text += static_cast<char>(0x80 | (sign & 0x3F));
  } else if (sign < 0x10000) {
    text += static_cast<char>(0xE0 | sign >> 12);
    text += static_cast<char>(0x80 | (sign >> 6 & 0x3F));
    text += static_cast<char>(0x80 | (sign & 0x3F));
  } else {
    text += static_cast<char>(0xF0 | sign >> 18);
    text += static_cast<char>(0x80 | (sign >> 12 & 0x3F));
    text += static_cast<char>(0x80 | (sign >> 6 & 0x3F));
    text += static_cast<char>(0x80 | (sign & 0x3F));
  }
}

// "#233" or "#xE9" without the number's sign; nothing for what is no character.
std::optional<char32_t> sign_of_number(std::string_view digits) {
  const bool is_hexadecimal = digits.starts_with('x') || digits.starts_with('X');
  if (is_hexadecimal) digits.remove_prefix(1);
  std::uint32_t number = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), number, is_hexadecimal ? 16 : 10);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  const bool is_character = number >= 0x20 && number <= 0x10FFFF && !(number >= 0xD800 && number <= 0xDFFF);
  return is_character ? std::optional<char32_t>(number) : std::nullopt;
}

std::optional<char32_t> sign_of_name(std::string_view name) {
  if (name.starts_with('#')) return sign_of_number(name.substr(1));
  const auto found = std::lower_bound(names.begin(), names.end(), name,
                                      [](const Named& a, std::string_view b) { return a.first < b; });
  if (found == names.end() || found->first != name) return std::nullopt;
  return found->second;
}

}  // namespace

std::string with_html_names_read(std::string_view text) {
  constexpr std::size_t name_bytes_max = 10;
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t end = text[at] == '&' ? text.find(';', at) : std::string_view::npos;
    const bool is_short = end != std::string_view::npos && end - at - 1 <= name_bytes_max;
    const auto sign = is_short ? sign_of_name(text.substr(at + 1, end - at - 1)) : std::nullopt;
    if (!sign) {
      result += text[at];
      continue;
    }
    append(result, *sign);
    at = end;
  }
  return result;
}

}  // namespace hornbook::content
