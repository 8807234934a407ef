// A third generator for the detectors, written before their present rules and drawn from when those stood: a school of
// thirteen kinds of learners whose knowledge is of a logistic kind (ability in each skill, difficulty of each item,
// slow growth) and whose times are Weibull or log-normal above a fixed minimum. It writes events as a station does; one
// class in three knows its items' typical times, one in three has no clock.
#pragma once

#include <array>
#include <memory>
#include <string_view>
#include <vector>

#include "runtime/interpret/learner_state.hpp"

namespace hornbook::test {

enum class Pupil : std::uint8_t {
  SlowCareful,  // two to four times the usual time, 75 to 95 % right
  FastFluent,   // a fifth to two fifths of it, 90 % right and more
  Typical,
  Struggler,  // works honestly, a third to three fifths right
  Mixed,      // fluent in half of the skills, new to the others
  RapidGuesser,
  HintGamer,
  Idler,
  Tiring,
  Spinner,  // one skill does not come, whatever is done for it
  Frustrated,
  Persister,
  Bored,  // everything right, at once
};
inline constexpr std::array all_pupils{Pupil::SlowCareful, Pupil::FastFluent,   Pupil::Typical,    Pupil::Struggler,
                                       Pupil::Mixed,       Pupil::RapidGuesser, Pupil::HintGamer,  Pupil::Idler,
                                       Pupil::Tiring,      Pupil::Spinner,      Pupil::Frustrated, Pupil::Persister,
                                       Pupil::Bored};
[[nodiscard]] std::string_view name_of(Pupil pupil);

struct MixedItem {
  std::size_t first_event = 0;  // place of its ItemPresented
  bool guessed = false;
  bool gamed = false;
  bool idled = false;  // a pause in it
};

struct MixedLearner {
  std::shared_ptr<const interpret::Curriculum> curriculum;
  std::vector<measure::EventRecord> events;
  std::vector<MixedItem> items;
  // Of each session, whether the behaviour that the kind of pupil is named for happened in it.
  std::vector<bool> planted;
};

// Everything follows from the arguments.
[[nodiscard]] MixedLearner mixed_learner(Pupil pupil, int sessions, std::uint64_t seed);

}  // namespace hornbook::test
