#include "runtime/adapt/support.hpp"

#include <array>
#include <utility>

namespace hornbook::adapt {
namespace {

using interpret::detect::Detector;

constexpr std::array<std::pair<Detector, Support>, 7> in_order{{{Detector::Frustration, Support::Gentler},
                                                                {Detector::WheelSpinning, Support::AnotherWay},
                                                                {Detector::Fatigue, Support::Rest},
                                                                {Detector::RapidGuessing, Support::TakeYourTime},
                                                                {Detector::HintGaming, Support::ReadTheHints},
                                                                {Detector::Persistence, Support::KeepAtIt},
                                                                {Detector::TooEasy, Support::Stretch}}};

// A step that is felt, and leaves the band between .6 and .95.
constexpr double one_step = 0.1;

}  // namespace

std::optional<Support> support_for(const interpret::detect::Detectors& detectors) {
  for (const auto& [detector, support] : in_order)
    if (interpret::detect::alarm_of(detectors, detector).is_on()) return support;
  return std::nullopt;
}

double easier_by(std::optional<Support> support) {
  if (!support) return 0;
  switch (*support) {
    case Support::AnotherWay:
    case Support::Rest:
    case Support::Gentler:
      return one_step;
    case Support::Stretch:
      return -one_step;
    case Support::TakeYourTime:
    case Support::ReadTheHints:
    case Support::KeepAtIt:
      break;
  }
  return 0;
}

bool wants_another_kind(std::optional<Support> support) {
  return support == Support::TakeYourTime || support == Support::ReadTheHints || support == Support::AnotherWay;
}

bool offers_rest(const interpret::LearnerState& state) {
  if (support_for(state.detectors) != Support::Rest) return false;
  const interpret::RestMemory& last = state.supports.rest;
  return last.session != state.sessions || state.responses - last.responses >= rest_again_answers;
}

measure::BreakKind kind_of_rest(const interpret::LearnerState& state) {
  const bool had_one = state.supports.rest.session == state.sessions;
  return had_one ? measure::BreakKind::Stretching : measure::BreakKind::Breathing;
}

}  // namespace hornbook::adapt
