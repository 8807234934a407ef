// The model's parameters: versioned, named by hash in every session start.
#pragma once

#include <cstdint>
#include <vector>

#include "runtime/core/bytes.hpp"
#include "runtime/core/error.hpp"
#include "runtime/core/ids.hpp"
#include "runtime/interpret/calibration.hpp"
#include "runtime/interpret/experiments/running_experiment.hpp"
#include "runtime/interpret/typical_times.hpp"

namespace hornbook::interpret {

// Weights of the additive logistic model on the logit scale × 1000, and the rules' thresholds.
struct Parameters {
  std::uint32_t version = 1;
  std::int32_t intercept_milli = 0;
  std::int32_t ability_weight_milli = 1000;
  std::int32_t skill_success_milli = 0;
  std::int32_t skill_failure_milli = 0;
  std::int32_t recent_weight_milli = 0;
  std::int32_t spacing_weight_milli = 0;
  std::int32_t learning_rate_milli = 0;
  // Bayesian knowledge tracing (Corbett & Anderson 1995)
  std::uint16_t initial_permille = 0;
  std::uint16_t learn_permille = 0;
  std::uint16_t slip_permille = 0;
  std::uint16_t guess_permille = 0;
  // Rules
  std::uint16_t mastery_permille = 950;
  std::uint16_t unaided_opportunities_min = 3;
  std::int64_t delayed_check_ms = 20 * 60 * 1000;
  std::uint16_t band_low_permille = 700;
  std::uint16_t band_high_permille = 850;
  Calibration calibration{};                     // empty: items are as hard as their packs say
  std::vector<RunningExperiment> experiments{};  // in ascending order of id; none: nobody is in one
  TypicalTimes times{};                          // empty: items take as long as their packs say, or it is not known
  bool operator==(const Parameters&) const = default;
};

[[nodiscard]] Parameters default_parameters();
// Every version that was ever the default, the oldest first: under these, sessions are replayed.
[[nodiscard]] std::vector<Parameters> shipped_parameters();
[[nodiscard]] Bytes encode(const Parameters& parameters);
[[nodiscard]] Result<Parameters> decode_parameters(ByteView bytes);
[[nodiscard]] Hash hash_of(const Parameters& parameters);

}  // namespace hornbook::interpret
