// Rapid guessing: answers in a time that shows that the question was not worked on (Wise & Ma 2012, "Setting response
// time thresholds for a CAT item pool: the normative threshold method": below a tenth of the item's mean time, at most
// 10 s). Guesses come in bouts (Wise, Pastor & Kong 2009), and are right by chance only, where a fluent learner's fast
// answers are right (Wise & Kong 2005). So a threshold alone is not enough: this is the forward filter of a two-state
// hidden Markov model (Rabiner 1989), "working" or "in a bout", that weighs time beside the learner's own pace, and
// right or wrong beside what was expected. The normative threshold says where guesses lie. Work is one of two: at the
// usual pace, or as fast as a guess by one who knows the answer; how often this learner does the second is learned from
// whether such fast answers are right.
#pragma once

#include "runtime/interpret/detect/alarm.hpp"
#include "runtime/interpret/detect/work.hpp"

namespace hornbook::interpret::detect {

struct RapidGuessing {
  double guessed = 0;               // probability that the item at hand is guessed at
  double first_try = 0;             // the same when only its first try was known: by it the evidence is weighed down
  double fluency = 0;               // ln odds that fast answers are known ones, beside what is thought at first; kept
  double lately = 0;                // sum over the items before it, each worth .8 of the one after it
  std::uint64_t bout_sequence = 0;  // where the bout began
  Alarm alarm;
  bool operator==(const RapidGuessing&) const = default;
};

void begin_sitting(RapidGuessing& state);
void show_item(RapidGuessing& state);
void take_try(RapidGuessing& state, const Try& made);

}  // namespace hornbook::interpret::detect
