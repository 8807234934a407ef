// How to answer what the detectors see: one kind support at a time, and what it means for the next activity. Pure.
// Nothing here blames; what is said in words is the interface's.
#pragma once

#include <optional>

#include "runtime/interpret/learner_state.hpp"

namespace hornbook::adapt {

enum class Support : std::uint8_t {
  TakeYourTime = 1,  // rapid guessing: a calm word, and another kind of task
  ReadTheHints,      // gaming of hints: time to read each, and another kind of task
  AnotherWay,        // wheel spinning: something easier, a prerequisite, worked examples; the teacher is told
  Rest,              // fatigue: a break is offered
  Gentler,           // frustration: something easier
  KeepAtIt,          // productive persistence: praise for effort, and nothing is changed
  Stretch,           // too easy: something harder
};

// The first of these that is called for, in this order: gentler, another way, rest, take your time, read the hints,
// keep at it, stretch. Idle needs none: the station asks by itself whether somebody is there.
[[nodiscard]] std::optional<Support> support_for(const interpret::detect::Detectors& detectors);

// By how much the band of expected success moves; above 0 is easier.
[[nodiscard]] double easier_by(std::optional<Support> support);
// Whether the next item should be answered in another way than the last one.
[[nodiscard]] bool wants_another_kind(std::optional<Support> support);

// Fatigue is answered with a rest that the learner may take or leave; offered once, it is not offered again until so
// many further answers were given.
inline constexpr std::uint32_t rest_again_answers = 25;
inline constexpr std::uint32_t rest_ms = 60'000;  // how long it lasts by itself: some eight slow breaths
[[nodiscard]] bool offers_rest(const interpret::LearnerState& state);
// Another one than the last, within a session.
[[nodiscard]] measure::BreakKind kind_of_rest(const interpret::LearnerState& state);

// While hints are run through, the next one opens only so long after the last act: time to read a sentence or two.
inline constexpr std::int64_t hint_dwell_ms = 4000;

}  // namespace hornbook::adapt
