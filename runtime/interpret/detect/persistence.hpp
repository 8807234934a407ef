// Productive persistence: whoever fails stays with it, works on the next try as long as on the one before, and does not
// take the answer from the hints (Ventura & Shute 2013, "The validity of a game-based assessment of persistence"; Kai,
// Almeda, Baker, Heffernan & Heffernan 2018, "Decision tree modeling of wheel-spinning and productive persistence").
// Never interrupted: while it is seen, wheel spinning, fatigue and frustration are not told.
#pragma once

#include "runtime/interpret/detect/alarm.hpp"
#include "runtime/interpret/detect/work.hpp"

namespace hornbook::interpret::detect {

struct Persistence {
  Mean effort;                  // ln of a further try's time beside the one before it; over all sessions
  double spread = 0.6;          // variance of one such time; kept
  double hints = 0;             // ln of how much likelier the use of hints is from one who persists; over all sessions
  double last_log_seconds = 0;  // of the try before, at the item at hand
  bool has_last = false;
  std::uint32_t tries = 0;  // further ones, in this session
  std::uint64_t first_sequence = 0;
  Alarm alarm;
  bool operator==(const Persistence&) const = default;
};

void begin_sitting(Persistence& state);
void open_hint(Persistence& state);
// `honest`: how probable it is that the item is worked on.
void take_try(Persistence& state, const Try& made, double honest);

}  // namespace hornbook::interpret::detect
