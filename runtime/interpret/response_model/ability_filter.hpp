// A learner's ability, overall and by skill, as normal beliefs that every answer moves: assumed-density filtering of a
// dynamic Rasch model. The step is a Laplace approximation (Glickman 1999, "Parameter estimation in large dynamic
// paired comparison experiments"; Elo rating with a step that follows from the uncertainty, Pelánek 2016).
#pragma once

#include "runtime/interpret/response_model/learner_history.hpp"
#include "runtime/interpret/response_model/population.hpp"

namespace hornbook::interpret {

// One skill of a question, as it is believed just before the answer.
struct SkillBefore {
  Belief ability;  // what is particular to this skill; the variance has grown with the time since
  double opportunities = 0;
};
[[nodiscard]] Belief faded(const Belief& skill, double days, const AbilityPrior& prior);

// The parts of the expectation, logits; each is already divided by what uncertainty takes off (`scale`).
struct FilterExpectation {
  double item = 0;
  double skills = 0;    // what the skills are like for everybody
  double practice = 0;  // what so many opportunities bring
  double ability = 0;
  double skill_ability = 0;  // what is particular to this learner in these skills
  double base = 0;
  double variance = 0;  // of the learner's part, before the division
  double scale = 1;
  double logit = 0;
  double probability = 0.5;
};

// `ability` is the learner's overall; the effects are those of the item and the mean of its skills'.
[[nodiscard]] FilterExpectation expect(const Belief& ability, std::span<const SkillBefore> skills,
                                       const Population& population, double item_effect, double skills_effect);
[[nodiscard]] FilterExpectation expect(const LearnerHistory& history, const Question& question,
                                       const Population& population);
// The same with other effects of the item and of its skills (their mean) than the population's.
[[nodiscard]] FilterExpectation expect(const LearnerHistory& history, const Question& question,
                                       const Population& population, double item_effect, double skills_effect);

// What an answer does to the beliefs: the learner's, and that in one of `skills` skills, which is as before the answer.
class BeliefStep {
 public:
  BeliefStep(bool correct, const FilterExpectation& expectation, double weight = 1);
  void move_ability(Belief& ability, const AbilityPrior& prior) const;
  [[nodiscard]] Belief moved_skill(const Belief& before, double share, const AbilityPrior& prior) const;

 private:
  double information_;
  double gain_;
  double surprise_;
};

// Moves the beliefs; `expectation` is what `expect` gave before the answer.
void move_beliefs(LearnerHistory& history, const Attempt& attempt, const FilterExpectation& expectation,
                  const Population& population);

[[nodiscard]] double mean_skill_effect(const Question& question, const Population& population);

}  // namespace hornbook::interpret
