// All detectors over one learner's acts: a part of the learner's state, folded act by act, the same bits everywhere.
// What each concludes from and how it is told honest work: runtime/interpret/MODEL.md, "Detectors".
#pragma once

#include "runtime/interpret/detect/fatigue.hpp"
#include "runtime/interpret/detect/frustration.hpp"
#include "runtime/interpret/detect/hint_gaming.hpp"
#include "runtime/interpret/detect/idle.hpp"
#include "runtime/interpret/detect/persistence.hpp"
#include "runtime/interpret/detect/rapid_guessing.hpp"
#include "runtime/interpret/detect/too_easy.hpp"
#include "runtime/interpret/detect/wheel_spinning.hpp"

namespace hornbook::interpret::detect {

// Of a sitting (one session at one device) only pace, the share of pauses, the habit of tiring, the effort after
// failures and the skills' counts outlive its end; alarms other than wheel spinning end with it.
struct Detectors {
  DeviceId device;          // of the sitting at hand: that begun last; acts of another, committed late, are passed over
  std::uint64_t epoch = 0;  // 0: none
  Pace pace;
  Work work;  // the item at hand
  RapidGuessing rapid_guessing;
  HintGaming hint_gaming;
  WheelSpinning wheel_spinning;
  Idle idle;
  Fatigue fatigue;
  Frustration frustration;
  Persistence persistence;
  TooEasy too_easy;
  bool operator==(const Detectors&) const = default;
};

// Acts of one learner, those of a sitting in their order.
void observe(Detectors& state, const Act& act);

// What it says now. While persistence is seen, wheel spinning, fatigue and frustration are off: it is not interrupted.
[[nodiscard]] Alarm alarm_of(const Detectors& state, Detector detector);

// Whether the first try at the item at hand was more probably a guess than work: it is little evidence of a skill.
[[nodiscard]] bool was_rapid_guess(const Detectors& state);

}  // namespace hornbook::interpret::detect
