// What the detectors see of a learner's events: acts with their times, nothing of what a question is about.
#pragma once

#include <cstdint>
#include <variant>
#include <vector>

#include "runtime/core/ids.hpp"

namespace hornbook::interpret::detect {

// A question is shown.
struct ItemShown {
  std::uint8_t kind = 0;         // of task
  std::uint32_t typical_ms = 0;  // that a right answer takes, as its pack or the school knows it; 0: unknown
};

// One more hint is open.
struct HintOpened {};

// An answer that a machine judges.
struct AnswerGiven {
  std::uint8_t kind = 0;  // of task: engage::Answer::kind
  std::uint8_t attempt = 1;
  std::uint8_t hints = 0;  // opened for this question so far
  bool correct = false;
  std::uint32_t response_ms = 0;  // since the question or its feedback was shown; 0: nobody measured it
  double expected = 0.5;          // probability of a right first try, from the state before it
  std::vector<SkillKey> skills;
};

// Anything else that shows that somebody is there: a page turned, a video played.
struct OtherAct {};
// A rest was taken: what comes after it is as fresh as a sitting's start.
struct Rested {};
// One session at one device.
struct SittingBegins {};
struct SittingEnds {};

struct Act {
  DeviceId device;
  std::uint64_t epoch = 0;
  std::uint64_t sequence = 0;   // of its event
  std::int64_t elapsed_ms = 0;  // monotonic, within the epoch; 0 throughout: there is no clock
  std::variant<SittingBegins, SittingEnds, ItemShown, HintOpened, AnswerGiven, OtherAct, Rested> what;
};

}  // namespace hornbook::interpret::detect
