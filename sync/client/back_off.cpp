#include "sync/client/back_off.hpp"

#include <algorithm>

namespace hornbook::device {
namespace {

constexpr std::uint32_t doublings_max = 20;  // the longest --every is less than first_failure_ms doubled that often

}  // namespace

std::int64_t BackOff::after_success() {
  failures_ = 0;
  const std::int64_t by_chance_ms = every_ms_ / 10;
  return every_ms_ - static_cast<std::int64_t>(random_.below(static_cast<std::uint64_t>(by_chance_ms) + 1));
}

std::int64_t BackOff::after_failure() {
  const std::int64_t longest_ms = std::min(every_ms_, first_failure_ms << failures_);
  failures_ = std::min(failures_ + 1, doublings_max);
  return static_cast<std::int64_t>(random_.below(static_cast<std::uint64_t>(longest_ms) + 1));
}

}  // namespace hornbook::device
