// How long this learner usually takes, on the scale of ln seconds: a normal belief that starts from a population and is
// moved by each honest answer. Times of people are log-normal (van der Linden 2006, "A lognormal model for response
// times on test items"). Everything that asks "was this fast, was this slow?" asks it here, so that slow and fast
// learners are each measured by themselves.
#pragma once

#include <cstdint>
#include <map>

namespace hornbook::interpret::detect {

// A distribution of ln seconds: normal on either side of the middle, each with its own spread (a split normal), because
// times of items with an upper limit, or with a gamma distribution, are not log-normal.
struct LogTime {
  double mean = 0;
  double variance = 1;  // above the middle
  double variance_below = 1;
};
// ln of the density at x, without the constant that all share.
[[nodiscard]] double log_density(const LogTime& time, double log_seconds);

struct Mean {
  double value = 0;
  double weight = 0;
  bool operator==(const Mean&) const = default;
};

struct Pace {
  Mean offset;  // of ln time from what is usual for the item
  Mean above;   // squares of what is above it
  Mean below;
  std::map<std::uint8_t, Mean> kinds;  // further offset of each kind of task
  bool operator==(const Pace&) const = default;
};

// What an honest first try by this learner will take. `typical_ms` as in ItemShown.
[[nodiscard]] LogTime expected_time(const Pace& pace, std::uint8_t kind, std::uint32_t typical_ms);
// By how much, in ln time, this learner is slower than the usual; nearer to 0 the fewer times are known.
[[nodiscard]] double own_pace(const Pace& pace);
// `weight`: how probable it is that this was an honest first try, 0 … 1.
void take_time(Pace& pace, std::uint8_t kind, std::uint32_t typical_ms, double log_seconds, double weight);

}  // namespace hornbook::interpret::detect
