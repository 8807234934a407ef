// How old a relay is, in days that it has lived. Mail expires by this and not by the date, because a hub's date may
// jump: years ahead must not throw everybody's mail away, years back must not keep it for ever. While the relay runs it
// counts monotonic time; a time that it was switched off counts by the date, and at most `off_ms_max` of it. Thread
// rule: one thread at a time.
#pragma once

#include <filesystem>

#include "runtime/core/error.hpp"
#include "runtime/core/time.hpp"

namespace hornbook::relay {

class RelayClock {
 public:
  static constexpr std::int64_t off_ms_max = 7LL * 24 * 60 * 60'000;

  // `file`: where the age is kept; a new relay has none. A damaged one begins anew: mail is kept longer then.
  [[nodiscard]] static RelayClock open(std::filesystem::path file, const Clock& clock);
  [[nodiscard]] std::uint64_t day() const;
  [[nodiscard]] Done save() const;

 private:
  RelayClock(std::filesystem::path file, const Clock& clock) : file_(std::move(file)), clock_(&clock) {}
  [[nodiscard]] std::int64_t age_ms() const { return age_at_start_ms_ + clock_->monotonic_ms() - started_ms_; }

  std::filesystem::path file_;
  const Clock* clock_;
  MonotonicMs started_ms_ = 0;
  std::int64_t age_at_start_ms_ = 0;
};

}  // namespace hornbook::relay
