// The learned part of the response model: a start, smooth terms of one feature and a few of two. A generalised additive
// model (Hastie & Tibshirani 1990; with pairs: Lou, Caruana, Gehrke & Hooker 2013, "Accurate intelligible models with
// pairwise interactions"). Terms are step functions over bins, centred: over the calibration's answers each has mean 0.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "runtime/interpret/response_model/features.hpp"

namespace hornbook::interpret {

// The bin of a value: the number of cuts at or below it. Cuts rise.
using Cuts = std::vector<float>;
[[nodiscard]] std::size_t bin_of(std::span<const float> cuts, float value);

struct SmoothTerm {
  std::size_t feature = 0;
  Cuts cuts;
  std::vector<float> values;  // logits; one more than cuts
  [[nodiscard]] double at(const Features& features) const;
};

struct PairTerm {
  std::size_t first = 0;
  std::size_t second = 0;
  Cuts first_cuts;
  Cuts second_cuts;
  std::vector<float> values;  // by bin of the first, then of the second
  [[nodiscard]] double at(const Features& features) const;
};

struct AdditiveTerms {
  double scale = 1;  // of the whole sum: below 1 where it was too sure of learners kept aside
  double start = 0;
  std::vector<SmoothTerm> smooth;
  std::vector<PairTerm> pairs;
};

}  // namespace hornbook::interpret
