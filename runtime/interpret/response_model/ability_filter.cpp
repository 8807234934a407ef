#include "runtime/interpret/response_model/ability_filter.hpp"

#include <algorithm>
#include <cmath>

#include "runtime/core/portable_math.hpp"

namespace hornbook::interpret {
namespace {

constexpr double seconds_per_day = 86400;
// A normal belief over a logit, averaged through the logistic: divide by √(1 + π v / 8) (MacKay 1992).
constexpr double uncertainty_factor = 0.392699081698724;
constexpr double information_min = 0.02;  // of one answer, so that a certain expectation can still be moved

double days_since(const SkillHistory& skill, const Question& question) {
  if (skill.last_seconds < 0 || question.seconds <= skill.last_seconds) return 0;
  return (question.seconds - skill.last_seconds) / seconds_per_day;
}

}  // namespace

double mean_skill_effect(const Question& question, const Population& population) {
  return mean_over(question.skills, [&](std::uint32_t skill) { return population.skills.at(skill).value; });
}

FilterExpectation expect(const LearnerHistory& history, const Question& question, const Population& population) {
  return expect(history, question, population, population.items.at(question.item).value,
                mean_skill_effect(question, population));
}

FilterExpectation expect(const LearnerHistory& history, const Question& question, const Population& population,
                         double item_effect, double skills_effect) {
  std::vector<SkillBefore> skills;
  skills.reserve(question.skills.size());
  for (const std::uint32_t index : question.skills) {
    const auto found = history.skills.find(index);
    if (found == history.skills.end())
      skills.push_back({{0, population.prior.skill_variance}, 0});
    else
      skills.push_back({faded(found->second.ability, days_since(found->second, question), population.prior),
                        static_cast<double>(found->second.opportunities)});
  }
  return expect(history.ability, skills, population, item_effect, skills_effect);
}

Belief faded(const Belief& skill, double days, const AbilityPrior& prior) {
  return {skill.mean, skill.variance + prior.forgetting * portable_log(1 + days)};
}

FilterExpectation expect(const Belief& ability, std::span<const SkillBefore> skills, const Population& population,
                         double item_effect, double skills_effect) {
  FilterExpectation result;
  result.variance = ability.variance;
  double opportunities = 0;
  double skill_ability = 0;
  const double share = skills.empty() ? 0 : 1.0 / static_cast<double>(skills.size());
  for (const SkillBefore& skill : skills) {
    skill_ability += share * skill.ability.mean;
    opportunities += share * skill.opportunities;
    result.variance += share * share * skill.ability.variance;
  }
  result.scale = 1 / std::sqrt(1 + uncertainty_factor * result.variance);
  result.base = result.scale * population.base;
  result.item = result.scale * item_effect;
  result.skills = result.scale * skills_effect;
  result.practice = result.scale * population.practice[practice_step(opportunities)];
  result.ability = result.scale * ability.mean;
  result.skill_ability = result.scale * skill_ability;
  result.logit = result.base + result.item + result.skills + result.practice + result.ability + result.skill_ability;
  result.probability = logistic(result.logit);
  return result;
}

BeliefStep::BeliefStep(bool correct, const FilterExpectation& expectation, double weight) {
  const double p = expectation.probability;
  information_ = weight * std::max(information_min, p * (1 - p));
  gain_ = 1 / (1 + information_ * expectation.variance);
  surprise_ = weight * ((correct ? 1 : 0) - p);
}

void BeliefStep::move_ability(Belief& ability, const AbilityPrior& prior) const {
  ability.mean += ability.variance * surprise_ * gain_;
  ability.variance += prior.ability_drift - ability.variance * ability.variance * information_ * gain_;
}

Belief BeliefStep::moved_skill(const Belief& before, double share, const AbilityPrior& prior) const {
  const double variance = before.variance;
  return {before.mean + variance * share * surprise_ * gain_,
          variance - variance * variance * share * share * information_ * gain_ + prior.skill_drift};
}

void move_beliefs(LearnerHistory& history, const Attempt& attempt, const FilterExpectation& expectation,
                  const Population& population) {
  const AbilityPrior& prior = population.prior;
  const BeliefStep step(attempt.correct, expectation);
  step.move_ability(history.ability, prior);
  const std::span<const std::uint32_t> skills = attempt.question.skills;
  const double share = skills.empty() ? 0 : 1.0 / static_cast<double>(skills.size());
  for (const std::uint32_t index : skills) {
    SkillHistory& skill = history.skills.try_emplace(index, new_skill(population)).first->second;
    skill.ability = step.moved_skill(faded(skill.ability, days_since(skill, attempt.question), prior), share, prior);
  }
}

}  // namespace hornbook::interpret
