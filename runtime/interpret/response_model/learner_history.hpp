// What one learner has shown so far, as the response model needs it: a few numbers in all, a few for each skill and
// each item met. Everything is updated answer by answer; nothing is ever recomputed from the past.
#pragma once

#include <array>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "runtime/interpret/response_model/attempt.hpp"
#include "runtime/interpret/response_model/belief.hpp"
#include "runtime/interpret/response_model/related_items.hpp"

namespace hornbook::interpret {

// Outcomes of the latest answers, the newest in the lowest place, base 3: 0 none, 1 wrong, 2 right.
struct LatestOutcomes {
  std::uint32_t code = 0;
  void add(bool correct) { code = (code * 3 + (correct ? 2 : 1)) % 81; }  // four are kept
  // Of the `count` latest, as a number below 3^count.
  [[nodiscard]] std::uint32_t latest(unsigned count) const;
};

struct SkillHistory {
  Belief ability;                           // what is particular to this skill
  double known = 0;                         // P(known) by knowledge tracing with the same parameters for all skills
  std::array<double, 2> success{0.5, 0.5};  // decayed share of right answers
  std::array<double, 3> surprise{};         // decayed right − expected
  double last_seconds = no_time;
  std::uint32_t opportunities = 0;
  std::uint32_t correct = 0;
  std::uint32_t last_answer = 0;  // number of the learner's answer when last practised
  std::uint32_t last_item = no_index;
  std::int32_t streak = 0;  // right answers in a row, or wrong ones as a negative number
  LatestOutcomes outcomes;
};

struct ItemHistory {
  double last_seconds = no_time;
  std::uint32_t answers = 0;
  std::uint32_t correct = 0;
  std::uint32_t last_answer = 0;
  bool last_correct = false;
};

struct LearnerHistory {
  Belief ability;
  std::array<double, 3> success{0.5, 0.5, 0.5};
  std::array<double, 4> surprise{};
  LatestOutcomes outcomes;
  std::uint32_t answers = 0;
  std::uint32_t correct = 0;
  std::uint32_t answers_in_session = 0;  // a pause of half an hour begins a new one
  std::uint32_t answers_in_row_on_skills = 0;
  std::uint32_t last_item = no_index;
  std::vector<std::uint32_t> last_skills;
  bool last_correct = false;
  double last_seconds = no_time;
  double last_pace = 0;  // ln of the last gap beside the item's typical one, −3 … 3; negative is faster
  double pace = 0;       // the same, decayed mean
  TraceSums traces{};
  std::unordered_map<std::uint32_t, SkillHistory> skills;
  std::unordered_map<std::uint32_t, ItemHistory> items;
};

struct Population;

[[nodiscard]] LearnerHistory new_learner(const Population& population);
[[nodiscard]] SkillHistory new_skill(const Population& population);

// ln(1 + seconds since the last answer), or −1 when one of the two times is not known.
[[nodiscard]] double gap_before(const LearnerHistory& history, const Question& question);

// Counts the answer; `expected` is the ability filter's probability before it. The beliefs are the filter's to move.
void count_answer(LearnerHistory& history, const Attempt& attempt, double expected, const Population& population);

}  // namespace hornbook::interpret
