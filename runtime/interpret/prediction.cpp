#include "runtime/interpret/prediction.hpp"

#include "runtime/core/portable_math.hpp"
#include "runtime/interpret/answer_model.hpp"

namespace hornbook::interpret {
namespace {

constexpr double ms_per_day = 24.0 * 60 * 60 * 1000;
// Beyond this, P is so near 0 or 1 that its logit loses digits; the contributions are scaled down together.
constexpr double logit_max = 10;

double& part(Prediction& prediction, Contribution contribution) {
  return prediction.contributions[static_cast<std::size_t>(contribution)];
}

double practice(const SkillState& skill, const Parameters& parameters) {
  const double right = portable_log(1.0 + skill.correct);
  const double wrong = portable_log(1.0 + (skill.opportunities - skill.correct));
  return (parameters.skill_success_milli * right + parameters.skill_failure_milli * wrong) / 1000;
}

double since(const SkillState& skill, UnixMs now, const Parameters& parameters) {
  if (now <= skill.last_seen_ms) return 0;
  const double days = static_cast<double>(now - skill.last_seen_ms) / ms_per_day;
  return -parameters.spacing_weight_milli * portable_log(1 + days) / 1000;
}

void add_skills(Prediction& prediction, const LearnerState& state, const Curriculum& curriculum,
                std::span<const std::uint16_t> skills, UnixMs now, const Parameters& parameters) {
  const auto share = 1.0 / static_cast<double>(skills.size());
  for (const std::uint16_t index : skills) {
    const auto found = state.skills.find(curriculum.skills[index].key);
    if (found == state.skills.end()) continue;
    const SkillState& skill = found->second;
    part(prediction, Contribution::SkillPractice) += share * practice(skill, parameters);
    part(prediction, Contribution::Lately) += share * parameters.recent_weight_milli * (skill.recent - 0.5) / 1000;
    part(prediction, Contribution::TimeSince) += share * since(skill, now, parameters);
  }
}

// The gradual account's parts by its share; what knowledge tracing adds is what the skill has shown so far.
Prediction predict_by_both_accounts(const LearnerState& state, const QuestionAsked& question,
                                    const Parameters& parameters) {
  const AnswerOdds odds = answer_odds(state, question, parameters);
  Prediction prediction;
  prediction.success = odds.probability;
  const FilterExpectation& gradual = odds.gradual;
  part(prediction, Contribution::Start) = odds.gradual_share * (gradual.base + gradual.skills);  // with the school's
  part(prediction, Contribution::Ability) = odds.gradual_share * gradual.ability;
  part(prediction, Contribution::ThisItem) = odds.gradual_share * gradual.item;
  part(prediction, Contribution::Lately) = odds.gradual_share * gradual.skill_ability;
  double rest = logit(odds.probability);
  for (const double contribution : prediction.contributions) rest = rest - contribution;
  part(prediction, Contribution::SkillPractice) = rest;
  return prediction;
}

}  // namespace

Prediction predict(const LearnerState& state, const Curriculum& curriculum, std::uint32_t item_index, UnixMs now,
                   const Parameters& parameters) {
  return predict_step(state, curriculum, item_index, curriculum.items[item_index].skills, now, parameters);
}

Prediction predict_step(const LearnerState& state, const Curriculum& curriculum, std::uint32_t item_index,
                        std::span<const std::uint16_t> skills, UnixMs now, const Parameters& parameters) {
  if (parameters.version >= answer_model_since)
    return predict_by_both_accounts(state, {curriculum, curriculum.items[item_index], skills, now}, parameters);
  Prediction prediction;
  part(prediction, Contribution::Start) = parameters.intercept_milli / 1000.0;
  part(prediction, Contribution::Ability) = parameters.ability_weight_milli * state.ability / 1000;
  const ItemNode& item = curriculum.items[item_index];
  part(prediction, Contribution::ThisItem) = -difficulty_milli_of(item, curriculum, parameters.calibration) / 1000.0;
  add_skills(prediction, state, curriculum, skills, now, parameters);
  double sum = 0;
  for (const double contribution : prediction.contributions) sum = sum + contribution;
  const double size = sum < 0 ? -sum : sum;
  if (size > logit_max) {
    const double scale = logit_max / size;
    sum = 0;
    for (double& contribution : prediction.contributions) {
      contribution = contribution * scale;
      sum = sum + contribution;
    }
  }
  prediction.success = logistic(sum);
  return prediction;
}

SkillStanding standing(const SkillState* skill, const Parameters& parameters) {
  if (skill == nullptr || skill->opportunities == 0) return SkillStanding::NotStarted;
  if (skill->belief.answers > 0 && parameters.version >= answer_model_since)
    return skill->belief.mastered ? SkillStanding::Mastered : SkillStanding::Practising;
  const bool is_mastered = skill->known * 1000 >= parameters.mastery_permille &&
                           skill->unaided_correct >= parameters.unaided_opportunities_min && skill->delayed_correct;
  return is_mastered ? SkillStanding::Mastered : SkillStanding::Practising;
}

}  // namespace hornbook::interpret
