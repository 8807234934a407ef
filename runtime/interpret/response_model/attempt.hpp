// A question put to a learner, and what became of it, as the response model sees them.
#pragma once

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

}  // namespace hornbook::interpret
