#include "runtime/interpret/answer_model.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "runtime/core/portable_math.hpp"

namespace hornbook::interpret {
namespace {

constexpr double ms_a_day = 24.0 * 60 * 60 * 1000;
// A pack's difficulties are an author's estimates: they count for this share.
constexpr double difficulty_trust = 0.7;
constexpr double told_difficulty_max = 3;
// Logits of slip and guess a logit of the item's difficulty.
constexpr double difficulty_of_tracing = 0.35;
// Share of what is known that is forgotten a day without practice: about 14 % a month.
constexpr double forgotten_a_day = 0.005;
// Logits of P(known) at first a logit of ability.
constexpr double known_by_ability = 0.7;
// What is left of learning while no prerequisite is known (mastery of these is what makes practice pay: Bloom 1968).
constexpr double learning_unprepared = 0.3;
// A right answer with hints lowers P(known) by this share of what a wrong one does.
constexpr double hinted_share = 0.5;
// Before any answer the two accounts are as likely as each other; beyond the bound no learner could change any more.
constexpr double gradual_log_odds_max = 12;
// Mastery by the gradual account: P(right on an average item) ≥ logistic(1.8) = .86, just above the .85 of mastery
// learning (Bloom 1968 asks for 80 to 90 %).
constexpr double mastered_logit = 1.8;
constexpr double mastery_sure = 0.9;
constexpr double mastery_doubtful = 0.8;  // a mistake that leaves less than this ends mastery
constexpr std::uint32_t unaided_in_row_min = 2;
constexpr std::uint32_t telling_in_row_min = 2;
// Φ(z) ≈ logistic(1.702 z), at most .01 off (Haley 1952).
constexpr double normal_as_logistic = 1.702;

// 0 is a time that is not known.
double days_between(UnixMs then, UnixMs now) {
  return then == 0 || now <= then ? 0 : static_cast<double>(now - then) / ms_a_day;
}

// As the school calibrated it, or else as the pack's author did.
double difficulty_as_told(const QuestionAsked& question, const Parameters& parameters) {
  const std::int32_t milli = difficulty_milli_of(question.item, question.curriculum, parameters.calibration);
  return std::clamp(milli / 1000.0, -told_difficulty_max, told_difficulty_max);
}

// What uncertainty takes off the logit of somebody of whom nothing is known. A school's values have it taken off.
double scale_at_first() {
  const Population& population = station_population();
  const std::array<SkillBefore, 1> unmet{{{{0, population.prior.skill_variance}, 0}}};
  return expect({0, population.prior.ability_variance}, unmet, population, 0, 0).scale;
}

double difficulty_of(const QuestionAsked& question, const Parameters& parameters) {
  const double told = difficulty_as_told(question, parameters);
  return parameters.calibration.empty() ? difficulty_trust * told : told / scale_at_first();
}

// By how much a new learner's start at this school differs from what a station expects of anybody.
double start_of_school(const Parameters& parameters) {
  if (parameters.calibration.empty()) return 0;
  return parameters.intercept_milli / 1000.0 / scale_at_first() - station_population().base;
}

Belief ability_of(const LearnerState& state) {
  const double at_first = station_population().prior.ability_variance;
  return {state.ability, state.ability_variance > 0 ? state.ability_variance : at_first};
}

Belief ability_in(const SkillState& skill) {
  return skill.belief.answers > 0 ? skill.belief.ability : Belief{0, station_population().prior.skill_variance};
}

SkillKey key_at(const QuestionAsked& question, std::size_t at) {
  return question.curriculum.skills[question.skills[at]].key;
}

std::vector<SkillBefore> skills_before(const LearnerState& state, const QuestionAsked& question) {
  const AbilityPrior& prior = station_population().prior;
  std::vector<SkillBefore> result;
  result.reserve(question.skills.size());
  for (std::size_t at = 0; at < question.skills.size(); ++at) {
    const auto found = state.skills.find(key_at(question, at));
    if (found == state.skills.end()) {
      result.push_back({{0, prior.skill_variance}, 0});
      continue;
    }
    const SkillState& skill = found->second;
    result.push_back({faded(ability_in(skill), days_between(skill.last_seen_ms, question.now), prior),
                      static_cast<double>(skill.opportunities)});
  }
  return result;
}

double known_now(const LearnerState& state, SkillKey key, UnixMs now, const Parameters& parameters) {
  const auto found = state.skills.find(key);
  if (found == state.skills.end()) return known_at_first(state, parameters);
  return found->second.known * portable_exp(-forgotten_a_day * days_between(found->second.last_seen_ms, now));
}

SlipAndGuess slip_and_guess(const QuestionAsked& question, const Parameters& parameters) {
  return slip_and_guess(difficulty_as_told(question, parameters), parameters);
}

double gradual_share_of(const LearnerState& state) { return logistic(state.gradual_log_odds); }

// P(known) of one skill after the answer, before anything is learned of it. `others`: P(all other skills are known).
double known_after(double known, double others, bool right, const SlipAndGuess& rates) {
  const double right_if_known = others * (1 - rates.slip) + (1 - others) * rates.guess;
  const double if_known = right ? right_if_known : 1 - right_if_known;
  const double if_not = right ? rates.guess : 1 - rates.guess;
  return known * if_known / (known * if_known + (1 - known) * if_not);
}

double learning(const LearnerState& state, const QuestionAsked& question, std::size_t at,
                const Parameters& parameters) {
  double ready = 1;
  for (const std::uint16_t index : question.curriculum.skills[question.skills[at]].prerequisites)
    ready *= known_now(state, question.curriculum.skills[index].key, question.now, parameters);
  return parameters.learn_permille / 1000.0 * (learning_unprepared + (1 - learning_unprepared) * ready);
}

// What is known of each skill after the answer.
std::vector<double> trace(const LearnerState& state, const QuestionAsked& question, const AnswerSeen& seen,
                          const Parameters& parameters) {
  const SlipAndGuess rates = slip_and_guess(question, parameters);
  std::vector<double> before;
  for (std::size_t at = 0; at < question.skills.size(); ++at)
    before.push_back(known_now(state, key_at(question, at), question.now, parameters));
  std::vector<double> after;
  for (std::size_t at = 0; at < before.size(); ++at) {
    double others = 1;
    for (std::size_t other = 0; other < before.size(); ++other)
      if (other != at) others *= before[other];
    const double posterior = known_after(before[at], others, seen.correct && seen.unaided, rates);
    const double weight = seen.weight * (seen.correct && !seen.unaided ? hinted_share : 1);
    const double known = before[at] + weight * (posterior - before[at]);
    after.push_back(known + (1 - known) * learning(state, question, at, parameters) * seen.weight);
  }
  return after;
}

Rating rating_of(const AnswerSeen& seen, const SkillState& skill) {
  constexpr std::uint32_t fluent_in_row = 3;
  if (!seen.correct) return Rating::Again;
  if (!seen.unaided) return Rating::Hard;
  return seen.fast && skill.unaided_in_row >= fluent_in_row ? Rating::Easy : Rating::Good;
}

void review(SkillState& skill, UnixMs now, const AnswerSeen& seen) {
  static const Fsrs fsrs(fsrs_default_weights);
  SkillBelief& belief = skill.belief;
  // What was never right cannot be forgotten: the memory begins with the first right answer.
  if (belief.memory.stability <= 0 && !seen.correct) return;
  const Rating rating = rating_of(seen, skill);
  belief.memory = belief.memory.stability > 0 ? fsrs.after(belief.memory, days_between(belief.reviewed_ms, now), rating)
                                              : fsrs.first(rating);
  belief.reviewed_ms = now;
}

Population make_station_population() {
  Population population;
  population.base = -0.3;
  population.prior = {0.8, 1, 0.002, 0.03, 0.02};
  // Success grows by .15 logits with each answer, within what additive factor models find (Cen, Koedinger & Junker
  // 2006), up to 20 answers: less than most learn, so that who is slow is not believed to be there; the drift makes up
  // for it. From the tenth on, a step of the table is a third of an octave.
  constexpr double logits_an_answer = 0.15;
  constexpr double answers_max = 20;
  constexpr double single_steps = 10;
  const double octave = portable_log(2);
  for (std::size_t step = 0; step < practice_steps; ++step) {
    const auto place = static_cast<double>(step);
    const double answers =
        place < single_steps ? place : single_steps * portable_exp((place - single_steps) / 3 * octave);
    population.practice[step] = logits_an_answer * std::min(answers, answers_max);
  }
  return population;
}

// P(mastered) as the accounts see it, by their shares.
double mastery_by_both(const LearnerState& state, const SkillState& skill, const Parameters& parameters) {
  const Population& population = station_population();
  const Belief ability = ability_of(state);
  const Belief own = ability_in(skill);
  const double mean = population.base + start_of_school(parameters) +
                      population.practice[practice_step(skill.opportunities)] + ability.mean + own.mean;
  const double deviation = std::sqrt(ability.variance + own.variance);
  const double gradual = logistic(normal_as_logistic * (mean - mastered_logit) / deviation);
  const double share = gradual_share_of(state);
  return share * gradual + (1 - share) * skill.known;
}

}  // namespace

const Population& station_population() {
  static const Population population = make_station_population();
  return population;
}

SlipAndGuess slip_and_guess(double harder, const Parameters& parameters) {
  const double moved = difficulty_of_tracing * std::clamp(harder, -told_difficulty_max, told_difficulty_max);
  return {logistic(logit(parameters.slip_permille / 1000.0) + moved),
          logistic(logit(parameters.guess_permille / 1000.0) - moved)};
}

void begin_at(const LearnerState& state, SkillState& skill, double known, std::uint32_t answers,
              const Parameters& parameters) {
  const SlipAndGuess rates = slip_and_guess(0, parameters);
  const double success = known * (1 - rates.slip) + (1 - known) * rates.guess;
  const double variance = station_population().prior.skill_variance;
  const std::array<SkillBefore, 1> unmet{{{{0, variance}, static_cast<double>(skill.opportunities)}}};
  const FilterExpectation before =
      expect(ability_of(state), unmet, station_population(), 0, start_of_school(parameters));
  skill.known = known;
  skill.belief.answers = answers;
  skill.belief.ability = {(logit(success) - before.logit) / before.scale, variance};
  skill.belief.mastery = mastery_by_both(state, skill, parameters);
}

double known_at_first(const LearnerState& state, const Parameters& parameters) {
  const double by_parameters = logit(parameters.initial_permille / 1000.0);
  return logistic(by_parameters + known_by_ability * state.ability);
}

AnswerOdds answer_odds(const LearnerState& state, const QuestionAsked& question, const Parameters& parameters) {
  AnswerOdds odds;
  odds.gradual = expect(ability_of(state), skills_before(state, question), station_population(),
                        -difficulty_of(question, parameters), start_of_school(parameters));
  double known = 1;
  for (std::size_t at = 0; at < question.skills.size(); ++at)
    known *= known_now(state, key_at(question, at), question.now, parameters);
  const SlipAndGuess rates = slip_and_guess(question, parameters);
  odds.sudden = known * (1 - rates.slip) + (1 - known) * rates.guess;
  odds.gradual_share = gradual_share_of(state);
  odds.probability = odds.gradual_share * odds.gradual.probability + (1 - odds.gradual_share) * odds.sudden;
  return odds;
}

void learn_from(LearnerState& state, const QuestionAsked& question, const AnswerSeen& seen,
                const Parameters& parameters) {
  const AnswerOdds odds = answer_odds(state, question, parameters);
  const bool right = seen.correct && seen.unaided;
  const std::vector<SkillBefore> before = skills_before(state, question);
  const std::vector<double> known = trace(state, question, seen, parameters);
  const AbilityPrior& prior = station_population().prior;
  const BeliefStep step(right, odds.gradual, seen.weight);
  for (std::size_t at = 0; at < before.size(); ++at) {
    SkillState& skill = state.skills.at(key_at(question, at));
    skill.known = known[at];
    skill.belief.ability = step.moved_skill(before[at].ability, 1.0 / static_cast<double>(before.size()), prior);
    ++skill.belief.answers;
    if (!seen.rapid) review(skill, question.now, seen);
    if (at == 0 && seen.telling)
      skill.belief.telling_in_row = right && !seen.rapid ? skill.belief.telling_in_row + 1 : 0;
  }
  Belief ability = ability_of(state);
  step.move_ability(ability, prior);
  state.ability = ability.mean;
  state.ability_variance = ability.variance;
  const double by_gradual = right ? odds.gradual.probability : 1 - odds.gradual.probability;
  const double by_sudden = right ? odds.sudden : 1 - odds.sudden;
  const double evidence = seen.weight * (portable_log(by_gradual) - portable_log(by_sudden));
  state.gradual_log_odds = std::clamp(state.gradual_log_odds + evidence, -gradual_log_odds_max, gradual_log_odds_max);
}

void judge_mastery(const LearnerState& state, SkillState& skill, bool was_correct, bool is_told,
                   const Parameters& parameters) {
  skill.belief.mastery = mastery_by_both(state, skill, parameters);
  const bool meets_rules = skill.known * 1000 >= parameters.mastery_permille &&
                           skill.unaided_correct >= parameters.unaided_opportunities_min && skill.delayed_correct &&
                           skill.unaided_in_row >= unaided_in_row_min &&
                           (!is_told || skill.belief.telling_in_row >= telling_in_row_min);
  if (was_correct && meets_rules && skill.belief.mastery >= mastery_sure) skill.belief.mastered = true;
  if (!was_correct && skill.belief.mastery < mastery_doubtful) skill.belief.mastered = false;
}

}  // namespace hornbook::interpret
