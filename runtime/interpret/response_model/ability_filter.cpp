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

double faded_variance(const SkillHistory& skill, const Question& question, const AbilityPrior& prior) {
  return skill.ability.variance + prior.forgetting * portable_log(1 + days_since(skill, question));
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
  FilterExpectation result;
  result.variance = history.ability.variance;
  double opportunities = 0;
  double skill_ability = 0;
  const double share = question.skills.empty() ? 0 : 1.0 / static_cast<double>(question.skills.size());
  for (const std::uint32_t index : question.skills) {
    const auto found = history.skills.find(index);
    if (found == history.skills.end()) {
      result.variance += share * share * population.prior.skill_variance;
      continue;
    }
    const SkillHistory& skill = found->second;
    skill_ability += share * skill.ability.mean;
    opportunities += share * skill.opportunities;
    result.variance += share * share * faded_variance(skill, question, population.prior);
  }
  result.scale = 1 / std::sqrt(1 + uncertainty_factor * result.variance);
  result.base = result.scale * population.base;
  result.item = result.scale * item_effect;
  result.skills = result.scale * skills_effect;
  result.practice = result.scale * population.practice[practice_step(opportunities)];
  result.ability = result.scale * history.ability.mean;
  result.skill_ability = result.scale * skill_ability;
  result.logit = result.base + result.item + result.skills + result.practice + result.ability + result.skill_ability;
  result.probability = logistic(result.logit);
  return result;
}

void move_beliefs(LearnerHistory& history, const Attempt& attempt, const FilterExpectation& expectation,
                  const Population& population) {
  const AbilityPrior& prior = population.prior;
  const double p = expectation.probability;
  const double information = std::max(information_min, p * (1 - p));
  const double gain = 1 / (1 + information * expectation.variance);
  const double surprise = (attempt.correct ? 1 : 0) - p;
  Belief& ability = history.ability;
  ability.mean += ability.variance * surprise * gain;
  ability.variance += prior.ability_drift - ability.variance * ability.variance * information * gain;
  const std::span<const std::uint32_t> skills = attempt.question.skills;
  const double share = skills.empty() ? 0 : 1.0 / static_cast<double>(skills.size());
  for (const std::uint32_t index : skills) {
    SkillHistory& skill = history.skills.try_emplace(index, new_skill(population)).first->second;
    const double variance = faded_variance(skill, attempt.question, prior);
    skill.ability.mean += variance * share * surprise * gain;
    skill.ability.variance = variance - variance * variance * share * share * information * gain + prior.skill_drift;
  }
}

}  // namespace hornbook::interpret
