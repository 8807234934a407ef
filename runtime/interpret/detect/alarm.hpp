// What a detector says: that something is seen now, on which evidence, how clearly.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace hornbook::interpret::detect {

// Numbers stand in DetectorFired events and are never reused.
enum class Detector : std::uint8_t {
  RapidGuessing = 1,
  HintGaming = 2,
  WheelSpinning = 3,
  Idle = 4,
  Fatigue = 5,
  Frustration = 6,
  Persistence = 7,
  TooEasy = 8,
};
inline constexpr std::array all_detectors{Detector::RapidGuessing, Detector::HintGaming, Detector::WheelSpinning,
                                          Detector::Idle,          Detector::Fatigue,    Detector::Frustration,
                                          Detector::Persistence,   Detector::TooEasy};
[[nodiscard]] std::string_view name_of(Detector detector);

// Of the rules and thresholds together; it stands in DetectorFired.
inline constexpr std::uint16_t rules_version = 3;

struct Alarm {
  std::uint16_t strength_permille = 0;  // how clear the evidence is, 1 … 1000; 0: nothing is seen
  std::uint64_t first_sequence = 0;     // of the evidence, events of one epoch
  std::uint64_t last_sequence = 0;
  bool operator==(const Alarm&) const = default;

  [[nodiscard]] bool is_on() const { return strength_permille > 0; }
};

// From a probability or share; at least 1, because something is seen.
[[nodiscard]] std::uint16_t strength_of(double share);

}  // namespace hornbook::interpret::detect
