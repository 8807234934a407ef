#include "runtime/interpret/response_model/learner_history.hpp"

#include <algorithm>

#include "runtime/core/portable_math.hpp"
#include "runtime/interpret/response_model/population.hpp"

namespace hornbook::interpret {
namespace {

constexpr double session_pause_seconds = 30 * 60;

// Weights of the newest answer: from a slow memory of some 25 answers to the latest two or three.
constexpr std::array<double, 3> success_steps = {0.04, 0.15, 0.4};
constexpr std::array<double, 4> surprise_steps = {0.02, 0.08, 0.2, 0.5};
constexpr std::array<double, 2> skill_success_steps = {0.15, 0.4};
constexpr std::array<double, 3> skill_surprise_steps = {0.1, 0.25, 0.5};
constexpr double pace_step = 0.1;
constexpr double pace_max = 3;

// Knowledge tracing (Corbett & Anderson 1995) with one set of parameters for all skills; what is particular to a skill
// is in its effects.
constexpr double initially_known = 0.3;
constexpr double learn = 0.1;
constexpr double guess = 0.25;
constexpr double slip = 0.1;

double traced(double known, bool correct) {
  const double likely = correct ? known * (1 - slip) : known * slip;
  const double unlikely = correct ? (1 - known) * guess : (1 - known) * (1 - guess);
  const double posterior = likely / (likely + unlikely);
  return posterior + (1 - posterior) * learn;
}

template <std::size_t size>
void step_towards(std::array<double, size>& values, const std::array<double, size>& steps, double target) {
  for (std::size_t at = 0; at < size; ++at) values[at] += steps[at] * (target - values[at]);
}

void count_pace(LearnerHistory& history, const Question& question, const Population& population) {
  const double gap = gap_before(history, question);
  if (gap < 0) return;
  history.last_pace = std::clamp(gap - population.gap_of(question.item), -pace_max, pace_max);
  history.pace += pace_step * (history.last_pace - history.pace);
  if (question.seconds - history.last_seconds > session_pause_seconds) history.answers_in_session = 0;
}

void count_skill(SkillHistory& skill, const LearnerHistory& history, const Attempt& attempt, double surprise) {
  ++skill.opportunities;
  skill.correct += attempt.correct ? 1 : 0;
  step_towards(skill.success, skill_success_steps, attempt.correct ? 1 : 0);
  step_towards(skill.surprise, skill_surprise_steps, surprise);
  skill.known = traced(skill.known, attempt.correct);
  skill.streak = attempt.correct ? std::max(1, skill.streak + 1) : std::min(-1, skill.streak - 1);
  skill.outcomes.add(attempt.correct);
  skill.last_seconds = attempt.question.seconds;
  skill.last_answer = history.answers;
  skill.last_item = attempt.question.item;
}

void count_item(ItemHistory& item, const LearnerHistory& history, const Attempt& attempt) {
  ++item.answers;
  item.correct += attempt.correct ? 1 : 0;
  item.last_correct = attempt.correct;
  item.last_seconds = attempt.question.seconds;
  item.last_answer = history.answers;
}

}  // namespace

std::uint32_t LatestOutcomes::latest(unsigned count) const {
  std::uint32_t below = 1;
  for (unsigned at = 0; at < count; ++at) below *= 3;
  return code % below;
}

LearnerHistory new_learner(const Population& population) {
  LearnerHistory history;
  history.ability.variance = population.prior.ability_variance;
  return history;
}

SkillHistory new_skill(const Population& population) {
  SkillHistory skill;
  skill.ability.variance = population.prior.skill_variance;
  skill.known = initially_known;
  return skill;
}

double gap_before(const LearnerHistory& history, const Question& question) {
  if (history.last_seconds < 0 || question.seconds < 0) return -1;
  return portable_log(1 + std::max(0.0, question.seconds - history.last_seconds));
}

void count_answer(LearnerHistory& history, const Attempt& attempt, double expected, const Population& population) {
  const Question& question = attempt.question;
  count_pace(history, question, population);
  const double outcome = attempt.correct ? 1 : 0;
  const double surprise = outcome - expected;
  step_towards(history.success, success_steps, outcome);
  step_towards(history.surprise, surprise_steps, surprise);
  for (const std::uint32_t index : question.skills) {
    SkillHistory& skill = history.skills.try_emplace(index, new_skill(population)).first->second;
    count_skill(skill, history, attempt, surprise);
  }
  if (question.item != no_index) count_item(history.items[question.item], history, attempt);
  const bool is_same_skills = std::ranges::equal(history.last_skills, question.skills);
  history.answers_in_row_on_skills = is_same_skills ? history.answers_in_row_on_skills + 1 : 0;
  history.last_skills.assign(question.skills.begin(), question.skills.end());
  history.outcomes.add(attempt.correct);
  history.last_item = question.item;
  history.last_correct = attempt.correct;
  if (question.seconds >= 0) history.last_seconds = question.seconds;
  ++history.answers;
  ++history.answers_in_session;
  history.correct += attempt.correct ? 1 : 0;
  add_trace(history.traces, population.related.trace_of(attempt));
}

}  // namespace hornbook::interpret
