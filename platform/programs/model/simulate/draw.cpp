#include "platform/programs/model/simulate/draw.hpp"

#include <cmath>

#include "runtime/core/portable_math.hpp"

namespace hornbook::simulate {

double uniform(SeededRandom& random) { return static_cast<double>(random.next() >> 11) * 0x1.0p-53; }

double uniform(SeededRandom& random, const Range& range) {
  return range.low + (range.high - range.low) * uniform(random);
}

bool happens(SeededRandom& random, double probability) { return uniform(random) < probability; }

double normal(SeededRandom& random) {
  // The polar method (Marsaglia & Bray 1964); square roots are exact by IEEE 754.
  for (;;) {
    const double x = 2 * uniform(random) - 1;
    const double y = 2 * uniform(random) - 1;
    const double square = x * x + y * y;
    if (square > 0 && square < 1) return x * std::sqrt(-2 * portable_log(square) / square);
  }
}

double log_normal(SeededRandom& random, double median, double log_deviation) {
  return median * portable_exp(log_deviation * normal(random));
}

double shifted(double probability, double shift) { return logistic(logit(probability) + shift); }

SeededRandom stream_of(std::uint64_t seed, std::initializer_list<std::uint64_t> names) {
  for (const std::uint64_t name : names) seed = SeededRandom(seed ^ SeededRandom(name).next()).next();
  return SeededRandom(seed);
}

}  // namespace hornbook::simulate
