#include "sync/delivery/utc_time.hpp"

#include <array>
#include <chrono>

namespace hornbook::delivery {
namespace {

constexpr std::string_view shape = "0000-00-00T00:00:00Z";

// The digits of `text` from `at` on; the shape was checked.
int number(std::string_view text, std::size_t at, std::size_t digits) {
  int value = 0;
  for (const char c : text.substr(at, digits)) value = value * 10 + (c - '0');
  return value;
}

bool has_shape(std::string_view text) {
  if (text.size() != shape.size()) return false;
  for (std::size_t i = 0; i < shape.size(); ++i) {
    const bool is_digit = text[i] >= '0' && text[i] <= '9';
    if (shape[i] == '0' ? !is_digit : text[i] != shape[i]) return false;
  }
  return true;
}

void append_digits(std::string& out, std::int64_t value, int digits) {
  std::string text = std::to_string(value);
  if (text.size() < static_cast<std::size_t>(digits))
    text.insert(0, static_cast<std::size_t>(digits) - text.size(), '0');
  out += text;
}

}  // namespace

Result<UnixMs> parse_utc_time(std::string_view text) {
  namespace chrono = std::chrono;
  const auto malformed = [] { return fail(ErrorCode::BadInput, "time", "it must look like 2030-01-01T00:00:00Z"); };
  if (!has_shape(text)) return malformed();
  const chrono::year_month_day date(chrono::year(number(text, 0, 4)),
                                    chrono::month(static_cast<unsigned>(number(text, 5, 2))),
                                    chrono::day(static_cast<unsigned>(number(text, 8, 2))));
  const int hour = number(text, 11, 2);
  const int minute = number(text, 14, 2);
  const int second = number(text, 17, 2);
  if (!date.ok() || hour > 23 || minute > 59 || second > 59) return malformed();
  const std::int64_t days = chrono::sys_days(date).time_since_epoch().count();
  return (((days * 24 + hour) * 60 + minute) * 60 + second) * 1000;
}

std::string to_utc_time(UnixMs time) {
  namespace chrono = std::chrono;
  const chrono::sys_time<chrono::seconds> seconds(chrono::floor<chrono::seconds>(chrono::milliseconds(time)));
  const auto day = chrono::floor<chrono::days>(seconds);
  const chrono::year_month_day date(day);
  const std::int64_t rest = (seconds - day).count();
  std::string out;
  append_digits(out, static_cast<int>(date.year()), 4);
  append_digits(out += '-', static_cast<unsigned>(date.month()), 2);
  append_digits(out += '-', static_cast<unsigned>(date.day()), 2);
  append_digits(out += 'T', rest / 3600, 2);
  append_digits(out += ':', rest / 60 % 60, 2);
  append_digits(out += ':', rest % 60, 2);
  return out += 'Z';
}

}  // namespace hornbook::delivery
