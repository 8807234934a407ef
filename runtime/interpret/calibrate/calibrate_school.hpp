// A school's own parameters from what all its learners answered: how hard items are, and how probable a first right
// answer is. The effects are those of the response model (fit_effects.hpp).
#pragma once

#include <optional>
#include <vector>

#include "runtime/interpret/calibrate/attempt_log.hpp"
#include "runtime/interpret/parameters.hpp"

namespace hornbook::interpret {

// Values of fewer learners are not told: what nine did could be worked out from what a tenth knows of them (Sweeney
// 2002, "k-anonymity"; ten is what agencies use for tables on pupils).
inline constexpr std::uint32_t learners_of_value_min = 10;

// First tries that were right without a hint, one a learner.
struct TimesOfItem {
  std::uint32_t pack_ms = 0;  // what the pack says; 0: nothing
  std::vector<std::uint32_t> times_ms;
};

// The answers of a school, and the names behind the numbers of the log.
struct SchoolAttempts {
  AttemptLog log;
  std::vector<CalibratedValue> items;  // with the difficulty that the pack says
  std::vector<SkillKey> skills;
  std::vector<TimesOfItem> times{};  // of each of `items`, as far as they are measured
};

// `rules` with the school's start, difficulties and typical times; nothing when no item was answered by enough
// learners. Values are rounded to a twentieth of a logit, so that one learner's answers leave no trace in them.
// Deterministic.
[[nodiscard]] std::optional<Parameters> calibrate(const SchoolAttempts& attempts, const Parameters& rules);

}  // namespace hornbook::interpret
