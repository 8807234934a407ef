// What is believed of a learner in one skill, beside the counts and P(known) of SkillState. Moved by answer_model.hpp.
#pragma once

#include <cstdint>

#include "runtime/core/time.hpp"
#include "runtime/interpret/memory/fsrs.hpp"
#include "runtime/interpret/response_model/belief.hpp"

namespace hornbook::interpret {

struct SkillBelief {
  std::uint32_t answers = 0;  // that it rests on; 0: nothing is believed yet
  Belief ability{};           // what is particular to this skill, by the ability filter of the response model
  Memory memory{};            // FSRS-6; stability 0: never reviewed
  UnixMs reviewed_ms = 0;     // when it was reviewed last
  // Unaided right answers in a row on items where a known misconception goes wrong.
  std::uint32_t telling_in_row = 0;
  double mastery = 0;     // P(mastered) after the last answer
  bool mastered = false;  // the rules of mastery were met, and the evidence has not fallen since
  bool operator==(const SkillBelief&) const = default;
};

}  // namespace hornbook::interpret
