// How a learner comes to answer rightly, and what an answer says of it, since parameter version 4.
//
// Two accounts of learning are held beside each other, each with its own prediction:
// - *gradual*: ability grows little by little; the ability filter of the response model (response_model/) with the
//   priors of `station_population`.
// - *sudden*: a skill is known or not; Bayesian knowledge tracing (Corbett & Anderson 1995), where an item of several
//   skills needs all of them (Koedinger et al. 2011), the item's difficulty moves slip and guess, and what is not
//   practised is slowly forgotten.
// The learner's own answers say which account fits: the odds of the two are multiplied by what each had given the
// answer (Bayesian model averaging: Hoeting, Madigan, Raftery & Volinsky 1999). Prediction and P(mastered) are the
// means under these odds.
#pragma once

#include <span>

#include "runtime/interpret/learner_state.hpp"
#include "runtime/interpret/response_model/ability_filter.hpp"

namespace hornbook::interpret {

inline constexpr std::uint32_t answer_model_since = 4;  // the parameter version that brought it in

struct AnswerOdds {
  FilterExpectation gradual;
  double sudden = 0.5;  // P(right) by knowledge tracing
  double gradual_share = 0.5;
  double probability = 0.5;  // of a right answer
};

// A question put to a learner: an item, or a step of it.
struct QuestionAsked {
  const Curriculum& curriculum;
  const ItemNode& item;
  std::span<const std::uint16_t> skills;  // that it practises; at least one
  UnixMs now = 0;
};

[[nodiscard]] AnswerOdds answer_odds(const LearnerState& state, const QuestionAsked& question,
                                     const Parameters& parameters);

struct AnswerSeen {
  bool correct = false;
  bool unaided = true;
  bool rapid = false;  // no review, and no right answer that counts in a row
  bool fast = false;
  double weight = 1;     // of the evidence, 0 … 1
  bool telling = false;  // of whether a misconception is held
};

// Moves what is believed of the learner and of the question's skills, all of which have an entry in the state.
void learn_from(LearnerState& state, const QuestionAsked& question, const AnswerSeen& seen,
                const Parameters& parameters);

// Of a question that is so much harder than its skill is on average, logits.
struct SlipAndGuess {
  double slip = 0;
  double guess = 0;
};
[[nodiscard]] SlipAndGuess slip_and_guess(double harder, const Parameters& parameters);

// Lets the belief in a skill begin where `answers` answers to other questions say: P(known) is `known`, and the gradual
// account expects as many right answers as the sudden one.
void begin_at(const LearnerState& state, SkillState& skill, double known, std::uint32_t answers,
              const Parameters& parameters);

// P(known) of a skill that was never met: the parameters', moved by the learner's ability.
[[nodiscard]] double known_at_first(const LearnerState& state, const Parameters& parameters);

// Sets `mastery` and `mastered` of a skill after an answer was counted. `is_told`: the skill has items where a known
// misconception goes wrong, so that right answers to them are asked for.
void judge_mastery(const LearnerState& state, SkillState& skill, bool was_correct, bool is_told,
                   const Parameters& parameters);

// What a station expects of anybody until calibration knows better.
[[nodiscard]] const Population& station_population();

}  // namespace hornbook::interpret
