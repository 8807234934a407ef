#include "runtime/interpret/response_model/additive_terms.hpp"

#include <algorithm>

namespace hornbook::interpret {

std::size_t bin_of(std::span<const float> cuts, float value) {
  return static_cast<std::size_t>(std::upper_bound(cuts.begin(), cuts.end(), value) - cuts.begin());
}

double SmoothTerm::at(const Features& features) const {
  return static_cast<double>(values[bin_of(cuts, features[feature])]);
}

double PairTerm::at(const Features& features) const {
  const std::size_t row = bin_of(first_cuts, features[first]);
  const std::size_t column = bin_of(second_cuts, features[second]);
  return static_cast<double>(values[row * (second_cuts.size() + 1) + column]);
}

}  // namespace hornbook::interpret
