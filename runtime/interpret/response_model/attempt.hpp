// A question put to a learner, and what became of it, as the response model sees them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>

namespace hornbook::interpret {

inline constexpr std::uint32_t no_index = std::numeric_limits<std::uint32_t>::max();
inline constexpr double no_time = -1;

struct Question {
  std::uint32_t item = no_index;            // no_index: not known
  std::span<const std::uint32_t> skills{};  // the skills it practises; may be empty
  double seconds = no_time;                 // when it is answered, on the wall clock; negative: not known
};

struct Attempt {
  Question question;
  bool correct = false;
};

// What each of `count` skills of a question weighs; 0 when there are none.
[[nodiscard]] inline double share_of_each(std::size_t count) {
  return count == 0 ? 0 : 1.0 / static_cast<double>(count);
}

// The mean of value_of(skill) over the skills of a question; 0 when there are none.
template <class ValueOf>
[[nodiscard]] double mean_over(std::span<const std::uint32_t> skills, ValueOf&& value_of) {
  double sum = 0;
  for (const std::uint32_t skill : skills) sum += value_of(skill);
  return skills.empty() ? 0 : sum / static_cast<double>(skills.size());
}

}  // namespace hornbook::interpret
