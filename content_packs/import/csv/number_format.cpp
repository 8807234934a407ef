#include "content_packs/import/csv/number_format.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>

#include "content_packs/import/spelling.hpp"

namespace hornbook::content::csv {
namespace {

constexpr int figures_max = 11;         // as spreadsheets show a number without a format
constexpr double days_max = 2'958'465;  // 31 December 9999

std::string plain(double number, std::chars_format format, int precision) {
  std::array<char, 400> buffer{};
  const auto [end, failure] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, format, precision);
  return failure == std::errc() ? std::string(buffer.data(), end) : std::string();
}

std::string with_sign(std::string number, char decimal_sign) {
  std::replace(number.begin(), number.end(), '.', decimal_sign);
  return number;
}

// Without words between quotes, colours, conditions and languages between brackets, and the sections of other signs.
std::string bare(std::string_view code) {
  std::string result;
  bool is_quoted = false, is_bracketed = false;
  for (std::size_t at = 0; at < code.size(); ++at) {
    const char c = code[at];
    if (c == '"') {
      is_quoted = !is_quoted;
    } else if (is_quoted || is_bracketed) {
      is_bracketed = is_bracketed && c != ']';
    } else if (c == '\\' || c == '_' || c == '*') {
      if (c == '\\' && at + 1 < code.size()) result += code[at + 1];
      ++at;
    } else if (c == ';') {
      break;
    } else if (c == '[') {
      is_bracketed = true;
    } else {
      result += c;
    }
  }
  return result;
}

std::string fixed(double number, const std::string& code) {
  const std::size_t point = code.find('.');
  const auto decimals = point == std::string::npos
                            ? 0
                            : std::count_if(code.begin() + static_cast<std::ptrdiff_t>(point), code.end(),
                                            [](char c) { return c == '0' || c == '#'; });
  return plain(number, std::chars_format::fixed, static_cast<int>(std::min<std::ptrdiff_t>(decimals, 20)));
}

// The nearest with a denominator of so many figures, as "1 1/2".
std::string fraction(double number, const std::string& code) {
  const std::size_t slash = code.find('/');
  const bool is_long = slash + 2 < code.size() && code[slash + 2] == '?';
  const double most = is_long ? 99 : 9;
  const double size = std::abs(number), whole = std::floor(size);
  double above = 0, below = 1, error = 2;
  for (double denominator = 1; denominator <= most; ++denominator) {
    const double numerator = std::round((size - whole) * denominator);
    const double found = std::abs((size - whole) - numerator / denominator);
    if (found < error - 1e-12) {
      above = numerator;
      below = denominator;
      error = found;
    }
  }
  const double units = whole + (above == below ? 1 : 0);
  std::string text = number < 0 ? "-" : "";
  const bool has_part = above > 0 && above < below;
  if (units > 0 || !has_part) text += plain(units, std::chars_format::fixed, 0);
  if (!has_part) return text;
  return text + (units > 0 ? " " : "") + plain(above, std::chars_format::fixed, 0) + "/" +
         plain(below, std::chars_format::fixed, 0);
}

bool is_date(const std::string& code) {
  return code.find_first_of("ymdhs") != std::string::npos && code.find_first_of("0#?") == std::string::npos;
}

std::string padded(int number, std::size_t digits) {
  const std::string text = std::to_string(number);
  return std::string(digits - std::min(digits, text.size()), '0') + text;
}

struct Moment {
  int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0;
};

// Day 60 of the count from 1900 is a 29 February that never was.
Moment moment_of(double number, bool is_1904) {
  double day = std::floor(number);
  double seconds = std::round((number - day) * 86'400);
  if (seconds >= 86'400) {
    seconds = 0;
    ++day;
  }
  const std::chrono::sys_days first = is_1904 ? std::chrono::sys_days(std::chrono::year(1904) / 1 / 1)
                                              : std::chrono::sys_days(std::chrono::year(1899) / 12 / 30);
  const std::chrono::days after(static_cast<int>(day) + (!is_1904 && day < 60 ? 1 : 0));
  const std::chrono::year_month_day date(first + after);
  const int all = static_cast<int>(seconds);
  return {static_cast<int>(date.year()),
          static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day())),
          all / 3600,
          all / 60 % 60,
          all % 60};
}

std::string date(double number, const std::string& code, bool is_1904) {
  const Moment moment = moment_of(number, is_1904);
  const bool has_names = code.find("mmm") != std::string::npos || code.find("ddd") != std::string::npos ||
                         code.find("am/pm") != std::string::npos;
  std::string result;
  bool is_time = false;  // then "m" is a minute
  const std::string wanted = has_names ? "yyyy-mm-dd" : code;
  for (std::size_t at = 0; at < wanted.size();) {
    const std::size_t end = std::min(wanted.find_first_not_of(wanted[at], at), wanted.size());
    const std::size_t digits = end - at;
    const char c = wanted[at];
    const std::size_t next = wanted.find_first_of("ymdhs", end);
    const bool is_minute = c == 'm' && (is_time || (next != std::string::npos && wanted[next] == 's'));
    is_time = c == 'h' || (is_time && std::string_view("ymd").find(c) == std::string_view::npos);
    if (c == 'y') result += digits > 2 ? padded(moment.year, 4) : padded(moment.year % 100, 2);
    if (c == 'm') result += padded(is_minute ? moment.minute : moment.month, digits);
    if (c == 'd') result += padded(moment.day, digits);
    if (c == 'h') result += padded(moment.hour, digits);
    if (c == 's') result += padded(moment.second, digits);
    if (std::string_view("ymdhs").find(c) == std::string_view::npos) result += wanted.substr(at, digits);
    at = end;
  }
  return result;
}

}  // namespace

std::string_view built_in_format(int number) {
  constexpr std::array<std::pair<int, std::string_view>, 21> known{{{1, "0"},
                                                                    {2, "0.00"},
                                                                    {3, "#,##0"},
                                                                    {4, "#,##0.00"},
                                                                    {9, "0%"},
                                                                    {10, "0.00%"},
                                                                    {12, "# ?/?"},
                                                                    {13, "# ?\?/?\?"},
                                                                    {14, "yyyy-mm-dd"},
                                                                    {15, "yyyy-mm-dd"},
                                                                    {16, "yyyy-mm-dd"},
                                                                    {17, "yyyy-mm-dd"},
                                                                    {18, "h:mm"},
                                                                    {19, "h:mm:ss"},
                                                                    {20, "h:mm"},
                                                                    {21, "h:mm:ss"},
                                                                    {22, "yyyy-mm-dd h:mm"},
                                                                    {37, "#,##0"},
                                                                    {38, "#,##0"},
                                                                    {39, "#,##0.00"},
                                                                    {40, "#,##0.00"}}};
  for (const auto& [each, code] : known)
    if (each == number) return code;
  return {};
}

std::string shown(double number, std::string_view code, char decimal_sign, bool is_1904) {
  const std::string wanted = in_small_letters(bare(code));
  const bool has_digits = wanted.find_first_of("0#?") != std::string::npos;
  const bool is_day = number >= 0 && number <= days_max && is_date(wanted) && wanted != "general";
  if (is_day) return date(number, wanted, is_1904);
  if (has_digits && wanted.find('/') != std::string::npos && std::abs(number) < 1e9) return fraction(number, wanted);
  if (has_digits && wanted.find('%') != std::string::npos)
    return with_sign(fixed(number * 100, wanted), decimal_sign) + "%";
  if (has_digits && wanted.find_first_of("e@") == std::string::npos)
    return with_sign(fixed(number, wanted), decimal_sign);
  return with_sign(plain(number, std::chars_format::general, figures_max), decimal_sign);
}

}  // namespace hornbook::content::csv
