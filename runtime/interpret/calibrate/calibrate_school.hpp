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

// The answers of a school, and the names behind the numbers of the log.
struct SchoolAttempts {
  AttemptLog log;
  std::vector<CalibratedValue> items;  // with the difficulty that the pack says
  std::vector<SkillKey> skills;
};

// `rules` with the school's start and difficulties; nothing when no item was answered by enough learners. Values are
// rounded to a twentieth of a logit, so that one learner's answers leave no trace in them. Deterministic.
[[nodiscard]] std::optional<Parameters> calibrate(const SchoolAttempts& attempts, const Parameters& rules);

}  // namespace hornbook::interpret
