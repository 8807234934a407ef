#include "runtime/interpret/response_model/population.hpp"

#include <algorithm>

#include "runtime/core/portable_math.hpp"

namespace hornbook::interpret {

std::size_t practice_step(double opportunities) {
  constexpr double single_steps = 10;  // then three steps an octave
  if (opportunities < single_steps) return static_cast<std::size_t>(opportunities);
  const double octaves = portable_log(opportunities / single_steps) / portable_log(2);
  return std::min(practice_steps - 1, static_cast<std::size_t>(single_steps + 3 * octaves));
}

double Population::gap_of(std::uint32_t item) const {
  constexpr float prior_count = 5;
  if (item >= gaps.size()) return typical_gap;
  const TypicalGap& gap = gaps[item];
  return (gap.mean * gap.count + typical_gap * prior_count) / (gap.count + prior_count);
}

}  // namespace hornbook::interpret
