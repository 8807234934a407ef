#include "runtime/interpret/detect/alarm.hpp"

#include <algorithm>

namespace hornbook::interpret::detect {

std::string_view name_of(Detector detector) {
  switch (detector) {
    case Detector::RapidGuessing:
      return "rapid guessing";
    case Detector::HintGaming:
      return "hint gaming";
    case Detector::WheelSpinning:
      return "wheel spinning";
    case Detector::Idle:
      return "idle";
    case Detector::Fatigue:
      return "fatigue";
    case Detector::Frustration:
      return "frustration";
    case Detector::Persistence:
      return "persistence";
    case Detector::TooEasy:
      return "too easy";
  }
  return "";
}

std::uint16_t strength_of(double share) {
  return static_cast<std::uint16_t>(std::clamp(share, 0.001, 1.0) * 1000 + 0.5);
}

}  // namespace hornbook::interpret::detect
