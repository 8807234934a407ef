#include "runtime/interpret/detect/pace.hpp"

#include <algorithm>

#include "runtime/core/portable_math.hpp"

namespace hornbook::interpret::detect {
namespace {

// An item of which nothing is known takes some 20 s; learners, and packs, differ by a factor of about 2.5 (one standard
// deviation), answers of one learner by a factor of 2.
constexpr double usual_seconds = 20;
constexpr double variance_among_learners = 0.6;
constexpr double variance_within = 0.4;
constexpr double weight_of_variance = 12;  // answers that the last number is worth
// Kinds of task differ by a factor of about 1.5 for one learner.
constexpr double weight_of_no_difference = 4;
// What is remembered is worth at most so many answers: people become faster.
constexpr double weight_max = 60;
// An answer further off counts as if it were this far, in squared standard deviations.
constexpr double outlier_square = 4;

double usual(std::uint32_t typical_ms) {
  return portable_log(typical_ms > 0 ? static_cast<double>(typical_ms) / 1000 : usual_seconds);
}

double within(const Mean& squares) {
  return (squares.value * squares.weight + variance_within * weight_of_variance) /
         (squares.weight + weight_of_variance);
}

// Of learners' offsets, in answers.
double weight_of_population(double variance) { return variance / variance_among_learners; }

double shrunk(const Mean& mean, double towards_zero) { return mean.value * mean.weight / (mean.weight + towards_zero); }

double offset_of_kind(const Pace& pace, std::uint8_t kind) {
  const auto found = pace.kinds.find(kind);
  return found == pace.kinds.end() ? 0 : shrunk(found->second, weight_of_no_difference);
}

void move(Mean& mean, double towards, double weight) {
  mean.weight = std::min(mean.weight + weight, weight_max);
  if (mean.weight > 0) mean.value += weight / mean.weight * (towards - mean.value);
}

}  // namespace

namespace {
double root(double square) { return portable_exp(portable_log(square) / 2); }
}  // namespace

double log_density(const LogTime& time, double log_seconds) {
  const double off = log_seconds - time.mean;
  const double variance = off > 0 ? time.variance : time.variance_below;
  return -0.5 * off * off / variance - portable_log((root(time.variance) + root(time.variance_below)) / 2);
}

double own_pace(const Pace& pace) {
  return shrunk(pace.offset, weight_of_population((within(pace.above) + within(pace.below)) / 2));
}

LogTime expected_time(const Pace& pace, std::uint8_t kind, std::uint32_t typical_ms) {
  const double population = weight_of_population((within(pace.above) + within(pace.below)) / 2);
  const double offset = own_pace(pace) + offset_of_kind(pace, kind);
  const double unsure = 1 + 1 / (pace.offset.weight + population);
  return {usual(typical_ms) + offset, within(pace.above) * unsure, within(pace.below) * unsure};
}

void take_time(Pace& pace, std::uint8_t kind, std::uint32_t typical_ms, double log_seconds, double weight) {
  if (weight <= 0) return;
  const LogTime expected = expected_time(pace, kind, typical_ms);
  double off = log_seconds - expected.mean;
  const double variance = off > 0 ? expected.variance : expected.variance_below;
  const double square = off * off / variance;
  if (square > outlier_square) off *= outlier_square / square;
  const double seen = expected.mean + off - usual(typical_ms);
  // Less what the belief itself was unsure of.
  Mean& side = off > 0 ? pace.above : pace.below;
  move(side, off * off * within(side) / variance, weight);
  move(pace.offset, seen - offset_of_kind(pace, kind), weight);
  move(pace.kinds[kind], seen - pace.offset.value, weight);
}

}  // namespace hornbook::interpret::detect
