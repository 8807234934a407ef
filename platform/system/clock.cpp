#include "platform/system/clock.hpp"

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <string>

namespace hornbook::platform {
namespace {

// What a school's machine keeps without a time server: minutes, not seconds. Better knowledge comes with the school's
// signed times.
constexpr std::int64_t wall_clock_uncertainty_ms = 5 * 60 * 1000;

std::int64_t microseconds(clockid_t clock) {
  timespec time{};
  ::clock_gettime(clock, &time);
  return static_cast<std::int64_t>(time.tv_sec) * 1'000'000 + time.tv_nsec / 1000;
}

Result<int> digits(std::string_view text, std::size_t at, std::size_t count, int least, int greatest) {
  int value = -1;
  if (at + count <= text.size()) {
    const char* first = text.data() + at;
    const auto [end, error] = std::from_chars(first, first + count, value);
    if (error != std::errc() || end != first + count) value = -1;
  }
  if (value < least || value > greatest) {
    return fail(ErrorCode::BadInput, "clock", "write the time as 2026-09-01T08:30:00Z");
  }
  return value;
}

Done expect_marks(std::string_view text) {
  const bool right_length = text.size() == 16 || text.size() == 19;
  if (!right_length || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' ||
      (text.size() == 19 && text[16] != ':')) {
    return fail(ErrorCode::BadInput, "clock", "write the time as 2026-09-01T08:30:00Z");
  }
  return {};
}

}  // namespace

MonotonicMs SystemClock::monotonic_ms() const { return microseconds(CLOCK_BOOTTIME) / 1000; }

TimeEstimate SystemClock::now() const {
  return {microseconds(CLOCK_REALTIME) / 1000 + shift_ms_, wall_clock_uncertainty_ms};
}

TimeEstimate ScriptedClock::now() const { return {start_ + elapsed_ms_, 1000}; }

std::int64_t stopwatch_us() { return microseconds(CLOCK_MONOTONIC); }

std::int64_t processor_us() { return microseconds(CLOCK_PROCESS_CPUTIME_ID); }

std::int64_t since_process_start_us() {
  // Field 22 of proc(5)'s stat: the start, in clock ticks since boot; the name in field 2 may hold spaces.
  std::FILE* file = std::fopen("/proc/self/stat", "re");
  if (file == nullptr) return 0;
  char buffer[1024] = {};
  const std::size_t size = std::fread(buffer, 1, sizeof buffer - 1, file);
  std::fclose(file);
  std::string_view rest(buffer, size);
  rest.remove_prefix(std::min(rest.size(), rest.rfind(')') + 1));
  for (int field = 3; field <= 22 && !rest.empty(); ++field)
    rest.remove_prefix(std::min(rest.size(), rest.find(' ') + 1));
  std::int64_t ticks = 0;
  std::from_chars(rest.data(), rest.data() + rest.size(), ticks);
  if (ticks <= 0) return 0;
  return microseconds(CLOCK_BOOTTIME) - ticks * (1'000'000 / ::sysconf(_SC_CLK_TCK));
}

std::int64_t ms_until_midnight(UnixMs now) {
  const auto seconds = static_cast<std::time_t>(now / 1000);
  std::tm local{};
  ::localtime_r(&seconds, &local);
  local.tm_hour = local.tm_min = local.tm_sec = 0;
  ++local.tm_mday;
  local.tm_isdst = -1;
  return std::max<std::int64_t>(1, std::int64_t{::mktime(&local)} * 1000 - now);
}

Result<UnixMs> parse_utc(std::string_view text) {
  if (!text.empty() && text.back() == 'Z') text.remove_suffix(1);
  TRY_DONE(expect_marks(text));
  TRY_ASSIGN(const int year, digits(text, 0, 4, 1970, 9999));
  TRY_ASSIGN(const int month, digits(text, 5, 2, 1, 12));
  TRY_ASSIGN(const int day, digits(text, 8, 2, 1, 31));
  TRY_ASSIGN(const int hour, digits(text, 11, 2, 0, 23));
  TRY_ASSIGN(const int minute, digits(text, 14, 2, 0, 59));
  TRY_ASSIGN(const int second, text.size() == 19 ? digits(text, 17, 2, 0, 59) : Result<int>(0));
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return fail(ErrorCode::BadInput, "clock", "there is no such day");
  const std::int64_t days = std::chrono::sys_days(date).time_since_epoch().count();
  return ((days * 24 + hour) * 60 + minute) * 60'000 + second * 1000;
}

}  // namespace hornbook::platform
