// What all learners together have shown: how hard items and skills are, what practice brings, how abilities are spread,
// what follows upon what. Estimated from a log by runtime/interpret/calibrate; every value is on the logit scale.
#pragma once

#include <array>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "runtime/interpret/response_model/attempt.hpp"
#include "runtime/interpret/response_model/related_items.hpp"

namespace hornbook::interpret {

// An effect with a normal prior of mean 0, as its posterior mode and the information in the answers behind it: the sum
// of p (1 − p), so that the mode's variance is 1 / (information + 1 / prior variance).
struct Effect {
  double value = 0;
  double information = 0;
};

struct EffectTable {
  std::vector<Effect> effects;
  double prior_variance = 0.5;

  // The prior's mean for what was never seen.
  [[nodiscard]] Effect at(std::uint32_t index) const { return index < effects.size() ? effects[index] : Effect{}; }
};

// Priors of the ability filter (ability_filter.hpp).
struct AbilityPrior {
  double ability_variance = 0.5;
  double skill_variance = 0.3;
  double ability_drift = 0.002;  // variance gained with every answer
  double skill_drift = 0.01;     // the same, of the skills that it practised
  double forgetting = 0.01;      // variance gained per ln(1 + days) since the skill was last practised
};

// What an answer may depend on beside item and learner: the circumstances in which the item comes (context_keys.hpp).
inline constexpr std::size_t context_count = 6;
using ContextEffects = std::unordered_map<std::uint64_t, float>;

// The typical time between one answer and the next at an item, as ln(1 + seconds).
struct TypicalGap {
  float mean = 0;
  float count = 0;
};

inline constexpr std::size_t practice_steps = 24;
// Where in `Population::practice` a skill stands after `opportunities` answers; several skills: their mean.
[[nodiscard]] std::size_t practice_step(double opportunities);

struct Population {
  double base = 0;
  EffectTable place{{Effect{}}, 0.001};  // what this school or station adds for everybody; learned as answers come
  EffectTable skills;
  EffectTable items;  // what an item adds to its skills
  std::array<double, practice_steps> practice{};
  AbilityPrior prior;
  std::array<ContextEffects, context_count> contexts;
  std::vector<TypicalGap> gaps;  // by item
  float typical_gap = 3;
  RelatedItems related;

  // The typical gap of the item, drawn towards that of all items as long as little is known; ln(1 + seconds).
  [[nodiscard]] double gap_of(std::uint32_t item) const;
};

}  // namespace hornbook::interpret
