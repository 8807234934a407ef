// Fatigue within a session: more goes wrong, and more slowly, than in the learner's own first minutes (Sievertsen, Gino
// & Piovesan 2016). A cumulative sum of log likelihood ratios (Page 1954, "Continuous inspection schemes") between "as
// at the start" and "a logit harder and a little slower"; who showed it in earlier sessions is believed sooner.
#pragma once

#include "runtime/interpret/detect/alarm.hpp"
#include "runtime/interpret/detect/work.hpp"

namespace hornbook::interpret::detect {

struct Fatigue {
  double habit = 0;               // ln odds that earlier sessions lend
  Mean bias;                      // logits by which this learner starts above what is expected; over all sessions
  std::uint32_t items = 0;        // of this session, so far
  std::uint32_t start_items = 0;  // of them, those that show how the learner begins
  std::int64_t began_ms = 0;
  std::int64_t start_ended_ms = 0;
  double surprise = 0;  // right answers above what was expected, at the start of the session
  double information = 0;
  double slowness = 0;    // ln time above what is usual, at the start
  double total = 0;       // ln of how much likelier the session is from one who tires
  double pace_total = 0;  // the part of it that comes from times
  double success = 0.8;   // decayed share of right answers after the start
  std::uint64_t since_sequence = 0;
  Alarm alarm;
  bool operator==(const Fatigue&) const = default;
};

void begin_sitting(Fatigue& state);
void end_sitting(Fatigue& state);
// A first try; `honest`: how probable it is that it was none of a guess.
void take_try(Fatigue& state, const Try& made, double honest, std::int64_t now_ms);

}  // namespace hornbook::interpret::detect
