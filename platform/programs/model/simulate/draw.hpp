// Draws from the usual distributions, the same on every processor: only runtime/core/seeded_random and
// runtime/core/portable_math stand behind them.
#pragma once

#include <initializer_list>

#include "runtime/core/seeded_random.hpp"

namespace hornbook::simulate {

// From what a parameter is drawn, evenly.
struct Range {
  double low = 0;
  double high = 0;
};

[[nodiscard]] double uniform(SeededRandom& random);  // [0, 1)
[[nodiscard]] double uniform(SeededRandom& random, const Range& range);
[[nodiscard]] bool happens(SeededRandom& random, double probability);
[[nodiscard]] double normal(SeededRandom& random);  // mean 0, standard deviation 1
// Times of people are skewed: log-normal (van der Linden 2006, "A lognormal model for response times on test items").
[[nodiscard]] double log_normal(SeededRandom& random, double median, double log_deviation);

// A probability moved by `shift` logits.
[[nodiscard]] double shifted(double probability, double shift);

// Independent streams from one seed, named by numbers.
[[nodiscard]] SeededRandom stream_of(std::uint64_t seed, std::initializer_list<std::uint64_t> names);

}  // namespace hornbook::simulate
