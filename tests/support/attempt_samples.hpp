// Logs of attempts by a rule that is known: a Rasch model with practice, so that what is fitted can be compared.
#pragma once

#include <cmath>
#include <vector>

#include "runtime/core/seeded_random.hpp"
#include "runtime/interpret/calibrate/attempt_log.hpp"

namespace hornbook::test {

inline double uniform(SeededRandom& random) { return static_cast<double>(random.next() >> 11) * 0x1p-53; }

struct RaschLog {
  std::uint32_t learners = 200;
  std::uint32_t items = 40;
  std::uint32_t skills = 8;
  std::uint32_t answers = 40;  // of each learner
  double ability_spread = 2;   // abilities are uniform in ± this
  double practice = 0.1;       // logits an opportunity brings
  std::uint64_t seed = 1;

  // Evenly from hard to easy; the items of a skill are spread over the whole range.
  [[nodiscard]] double easiness(std::uint32_t item) const { return 3.0 * item / (items - 1) - 1.5; }
};

// Learners take the items in an order of their own; item i practises skill i mod skills, a minute an answer.
inline interpret::AttemptLog make_log(const RaschLog& rule) {
  SeededRandom random(rule.seed);
  interpret::AttemptLog log;
  for (std::uint32_t learner = 0; learner < rule.learners; ++learner) {
    log.begin_learner();
    const double ability = rule.ability_spread * (2 * uniform(random) - 1);
    std::vector<std::uint32_t> opportunities(rule.skills);
    for (std::uint32_t answer = 0; answer < rule.answers; ++answer) {
      const auto item = static_cast<std::uint32_t>(random.below(rule.items));
      const std::uint32_t skill = item % rule.skills;
      const double logit = ability + rule.easiness(item) + rule.practice * opportunities[skill]++;
      const bool is_correct = uniform(random) < 1 / (1 + std::exp(-logit));
      log.add(item, {&skill, 1}, 60.0 * answer, is_correct);
    }
  }
  return log;
}

}  // namespace hornbook::test
