// Too easy: a run of right answers without help that took no thought; those that did are passed over. Being fluent is
// no fault: this only asks for harder questions (expected success above the band of .70 … .85; flow and challenge:
// Csikszentmihalyi 1990; Wilson, Shenhav, Straccia & Cohen 2019 on 85 %).
#pragma once

#include "runtime/interpret/detect/alarm.hpp"
#include "runtime/interpret/detect/work.hpp"

namespace hornbook::interpret::detect {

struct TooEasy {
  std::uint32_t run = 0;  // right, unaided, not slower than usual; a wrong answer ends it
  std::uint64_t first_sequence = 0;
  Alarm alarm;
  bool operator==(const TooEasy&) const = default;
};

void begin_sitting(TooEasy& state);
// A first try.
void take_try(TooEasy& state, const Try& made);

}  // namespace hornbook::interpret::detect
