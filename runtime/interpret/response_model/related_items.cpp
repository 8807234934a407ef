#include "runtime/interpret/response_model/related_items.hpp"

namespace hornbook::interpret {
namespace {

template <std::size_t size>
void add_scaled(std::array<double, size>& sum, const std::array<float, size>& values, double factor) {
  for (std::size_t at = 0; at < size; ++at) sum[at] += factor * static_cast<double>(values[at]);
}

}  // namespace

Trace RelatedItems::trace_of(const Attempt& attempt) const {
  Trace trace{};
  const std::size_t outcome = attempt.correct ? 1 : 0;
  const std::size_t own = std::size_t{attempt.question.item} * 2 + outcome;
  if (own < item_traces.size()) add_scaled(trace, item_traces[own], 1);
  const double share = share_of_each(attempt.question.skills.size());
  for (const std::uint32_t skill : attempt.question.skills) {
    const std::size_t place = std::size_t{skill} * 2 + outcome;
    if (place < skill_traces.size()) add_scaled(trace, skill_traces[place], share);
  }
  return trace;
}

Reading RelatedItems::reading_of(const Question& question) const {
  Reading reading{};
  if (question.item < item_readings.size()) add_scaled(reading, item_readings[question.item], 1);
  const double share = share_of_each(question.skills.size());
  for (const std::uint32_t skill : question.skills) {
    if (skill < skill_readings.size()) add_scaled(reading, skill_readings[skill], share);
  }
  return reading;
}

double RelatedItems::evidence(const TraceSums& sums, const Question& question) const {
  return interpret::evidence(sums, reading_of(question));
}

double evidence(const TraceSums& sums, const Reading& reading) {
  double sum = 0;
  for (std::size_t decay = 0; decay < sums.size(); ++decay) {
    for (std::size_t at = 0; at < trace_size; ++at) sum += sums[decay][at] * reading[decay * trace_size + at];
  }
  return sum;
}

void add_trace(TraceSums& sums, const Trace& trace) {
  for (std::size_t decay = 0; decay < sums.size(); ++decay) {
    const double kept = trace_decays[decay];
    for (std::size_t at = 0; at < trace_size; ++at) sums[decay][at] = kept * sums[decay][at] + (1 - kept) * trace[at];
  }
}

}  // namespace hornbook::interpret
