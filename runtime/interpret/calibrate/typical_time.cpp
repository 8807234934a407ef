#include "runtime/interpret/calibrate/typical_time.hpp"

#include <algorithm>

#include "runtime/core/limits.hpp"
#include "runtime/core/portable_math.hpp"

namespace hornbook::interpret {
namespace {

constexpr std::uint32_t second_ms = 1000;

double log_median(std::span<const std::uint32_t> times_ms) {
  std::vector<std::uint32_t> sorted(times_ms.begin(), times_ms.end());
  std::ranges::sort(sorted);
  const std::size_t middle = sorted.size() / 2;
  const double upper = portable_log(sorted[middle]);
  return sorted.size() % 2 == 1 ? upper : (portable_log(sorted[middle - 1]) + upper) / 2;
}

std::uint32_t rounded(double ms) {
  const auto seconds = static_cast<std::uint32_t>(ms / second_ms + 0.5);
  return std::clamp(seconds * second_ms, second_ms, typical_ms_max);
}

}  // namespace

std::uint32_t typical_ms(std::span<const std::uint32_t> times_ms, std::uint32_t expected_ms) {
  const auto answers = static_cast<double>(times_ms.size());
  const double seen = log_median(times_ms);
  const double expected = expected_ms > 0 ? portable_log(expected_ms) : seen;
  return rounded(portable_exp((seen * answers + expected * expected_weight) / (answers + expected_weight)));
}

TypicalTimes typical_times(const SchoolAttempts& attempts) {
  const auto has_enough = [](const TimesOfItem& item) { return item.times_ms.size() >= learners_of_value_min; };
  std::vector<std::uint32_t> medians;
  for (const TimesOfItem& item : attempts.times)
    if (has_enough(item)) medians.push_back(static_cast<std::uint32_t>(portable_exp(log_median(item.times_ms)) + 0.5));
  if (medians.empty()) return {};
  TypicalTimes result;
  result.usual_ms = rounded(portable_exp(log_median(medians)));
  for (std::size_t item = 0; item < attempts.times.size(); ++item) {
    const TimesOfItem& times = attempts.times[item];
    if (!has_enough(times) || result.items.size() == limits::pack_items_max) continue;
    const std::uint32_t expected = times.pack_ms > 0 ? times.pack_ms : result.usual_ms;
    result.items.push_back({attempts.items[item].key, typical_ms(times.times_ms, expected)});
  }
  std::ranges::sort(result.items, {}, &TypicalTime::key);
  return result;
}

}  // namespace hornbook::interpret
