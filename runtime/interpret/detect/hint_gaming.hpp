// Gaming of hints: all hints opened one after another without time to read them, for the answer in the last one (Baker,
// Corbett, Koedinger & Wagner 2004; Baker et al. 2006; Aleven, McLaren, Roll & Koedinger 2006 on time to read a hint).
// Each pause before and after a hint is weighed: from one who reads, or from one who clicks through.
#pragma once

#include "runtime/interpret/detect/alarm.hpp"
#include "runtime/interpret/detect/work.hpp"

namespace hornbook::interpret::detect {

struct HintGaming {
  double evidence = 0;     // of the item at hand: ln of how much likelier it is from one who clicks through
  std::uint8_t hints = 0;  // of the item at hand
  double gamed = 0;        // probability of the item at hand
  double lately = 0;       // sum over the items with hints before it, each worth .85 of the one after it
  std::uint64_t first_sequence = 0;
  Alarm alarm;
  bool operator==(const HintGaming&) const = default;
};

void begin_sitting(HintGaming& state);
void show_item(HintGaming& state);
// `log_seconds` since the act before it; `honest` as in Try.
void open_hint(HintGaming& state, double log_seconds, const LogTime& honest);
void take_try(HintGaming& state, const Try& made);

}  // namespace hornbook::interpret::detect
