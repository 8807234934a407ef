// How long a first right answer usually takes, from those of a school: the median of its learners, which the odd pause
// and the lucky guess do not move, drawn to what is expected while they are few.
#pragma once

#include <span>

#include "runtime/interpret/calibrate/calibrate_school.hpp"

namespace hornbook::interpret {

// Of one item, one time a learner, each in milliseconds and above 0; at least one. `expected_ms`: what the pack says,
// or else what is usual at the school. The median of ln times, with a weight of the answers against `expected_weight`.
[[nodiscard]] std::uint32_t typical_ms(std::span<const std::uint32_t> times_ms, std::uint32_t expected_ms);

// Of all items that enough learners answered rightly, rounded to whole seconds; empty when there is none.
[[nodiscard]] TypicalTimes typical_times(const SchoolAttempts& attempts);

// ln times of learners at one item spread by about 1 (a factor of 2.5 among learners, of 2 within one:
// detect/pace.cpp), a median of n of them by 1.57 / n (squared); items' own by about .35 around what is expected: five
// answers are worth as much.
inline constexpr double expected_weight = 5;

}  // namespace hornbook::interpret
