// What earlier answers to other items say of this one. Every answer leaves a trace: a short vector that depends on the
// item, its skills and whether it was right. A learner's recent traces are summed with three rates of decay, and an
// item reads the sums with a vector of its own: a linear recurrent network, so that the result is a sum over past
// answers. It is a factorisation of "how much does that answer say about this item" (Koren, Bell & Volinsky 2009,
// "Matrix factorization techniques for recommender systems", made to depend on order as in Piech et al. 2015, "Deep
// knowledge tracing", without their non-linear units).
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "runtime/interpret/response_model/attempt.hpp"

namespace hornbook::interpret {

inline constexpr std::size_t trace_size = 8;
inline constexpr std::array<double, 3> trace_decays = {0.98, 0.85, 0.4};  // what remains after one more answer
inline constexpr std::size_t reading_size = trace_size * trace_decays.size();

using Trace = std::array<double, trace_size>;
using Reading = std::array<double, reading_size>;
using TraceSums = std::array<Trace, trace_decays.size()>;

struct RelatedItems {
  // By item, then wrong and right; by skill the same. An item's trace is the sum of its own and the mean of its
  // skills'.
  std::vector<std::array<float, trace_size>> item_traces;
  std::vector<std::array<float, trace_size>> skill_traces;
  std::vector<std::array<float, reading_size>> item_readings;
  std::vector<std::array<float, reading_size>> skill_readings;

  [[nodiscard]] Trace trace_of(const Attempt& attempt) const;
  [[nodiscard]] Reading reading_of(const Question& question) const;
  // Logits.
  [[nodiscard]] double evidence(const TraceSums& sums, const Question& question) const;
};

[[nodiscard]] double evidence(const TraceSums& sums, const Reading& reading);
void add_trace(TraceSums& sums, const Trace& trace);

}  // namespace hornbook::interpret
