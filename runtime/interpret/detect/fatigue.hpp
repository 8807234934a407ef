// Fatigue within a session: more goes wrong, and not faster, than at its beginning (Sievertsen, Gino & Piovesan 2016).
// A sequential test (Wald 1945; Page 1954, "Continuous inspection schemes") of the answers after the start: log
// likelihood ratios of "tires mildly" and "tires strongly", averaged, against "as at the start". What would be right
// without fatigue is the less of two: what the state expects of this item, which knows that a skill is new or an item
// hard, moved by how the session began; and what this learner usually gets right at the start of a session, because
// the state may hope for too much. What would be the time is this learner's own before the session and at its start.
// Who showed it in earlier sessions is believed sooner.
#pragma once

#include "runtime/interpret/detect/alarm.hpp"
#include "runtime/interpret/detect/work.hpp"

namespace hornbook::interpret::detect {

inline constexpr std::size_t ways_to_tire = 2;  // mildly, strongly

// How a session began.
struct SittingStart {
  std::uint32_t items = 0;
  std::int64_t ended_ms = 0;
  double surprise = 0;  // right answers above what was expected
  double information = 0;
  double right = 0;
  double pace = 0;        // ln, of this learner's before the session
  double pace_known = 0;  // answers that it is worth
  double slowness = 0;    // ln time above that pace, summed
  std::uint32_t timed = 0;
  bool operator==(const SittingStart&) const = default;
};

struct Fatigue {
  double habit = 0;         // ln odds that earlier sessions lend
  Mean bias;                // logits by which this learner starts above what is expected; over all sessions
  Mean level;               // share right at the start of sessions
  std::uint32_t items = 0;  // of this session, so far
  std::int64_t began_ms = 0;
  SittingStart start;
  std::array<double, ways_to_tire> totals{};       // ln of how much likelier the session is from one who tires so
  std::array<double, ways_to_tire> pace_totals{};  // the part of it that comes from times
  double success = 0.8;                            // decayed share of right answers after the start
  std::uint64_t since_sequence = 0;
  Alarm alarm;
  bool operator==(const Fatigue&) const = default;
};

void begin_sitting(Fatigue& state);
void end_sitting(Fatigue& state);
// A first try; `honest`: how probable it is that it was none of a guess.
void take_try(Fatigue& state, const Try& made, double honest, std::int64_t now_ms);

}  // namespace hornbook::interpret::detect
