#include "runtime/interpret/response_model/response_model.hpp"

#include "runtime/core/limits.hpp"
#include "runtime/core/portable_math.hpp"

namespace hornbook::interpret {
namespace {

double& part(ResponsePrediction& prediction, Group group) {
  return prediction.contributions[static_cast<std::size_t>(group)];
}

void add_expectation(ResponsePrediction& prediction) {
  const FilterExpectation& expectation = prediction.expectation;
  part(prediction, Group::Start) += expectation.base;
  part(prediction, Group::ThisItem) += expectation.item;
  part(prediction, Group::ThisSkill) += expectation.skills;
  part(prediction, Group::SkillSoFar) += expectation.practice + expectation.skill_ability;
  part(prediction, Group::Ability) += expectation.ability;
}

void add_terms(ResponsePrediction& prediction, const AdditiveTerms& terms, const Features& features) {
  part(prediction, Group::Start) += terms.start;
  for (const SmoothTerm& term : terms.smooth) part(prediction, about(term.feature).group) += term.at(features);
  for (const PairTerm& term : terms.pairs) part(prediction, Group::Interplay) += term.at(features);
}

// One Newton step of the effect's posterior.
void learn(EffectTable& table, std::uint32_t index, const Attempt& attempt, double p) {
  if (index >= table.effects.size()) table.effects.resize(std::size_t{index} + 1);
  Effect& effect = table.effects[index];
  effect.information += p * (1 - p);
  effect.value += ((attempt.correct ? 1 : 0) - p) / (effect.information + 1 / table.prior_variance);
}

}  // namespace

ResponsePrediction predict(const ResponseModel& model, const LearnerHistory& history, const Question& question) {
  ResponsePrediction prediction;
  prediction.expectation = expect(history, question, model.population);
  add_expectation(prediction);
  add_terms(prediction, model.terms, features_of(history, question, prediction.expectation, model.population));
  for (double& contribution : prediction.contributions) contribution *= model.terms.scale;
  part(prediction, Group::Start) += model.population.place.at(0).value;
  for (const double contribution : prediction.contributions) prediction.logit += contribution;
  prediction.probability = logistic(prediction.logit);
  return prediction;
}

void take_answer(const ResponseModel& model, LearnerHistory& history, const Attempt& attempt,
                 const ResponsePrediction& prediction) {
  move_beliefs(history, attempt, prediction.expectation, model.population);
  count_answer(history, attempt, prediction.expectation.probability, model.population);
}

void learn_of_population(ResponseModel& model, const Attempt& attempt, const ResponsePrediction& prediction) {
  learn(model.population.place, 0, attempt, prediction.probability);
  const std::uint32_t item = attempt.question.item;
  if (item < limits::model_items_max)  // no_index is above it
    learn(model.population.items, item, attempt, prediction.expectation.probability);
}

}  // namespace hornbook::interpret
