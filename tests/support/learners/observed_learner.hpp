// Simulated learners as a station sees them, with what was planted: for tests of whatever reads events. The learners
// themselves are in platform/programs/model/simulate, which the program runs, too.
#pragma once

#include <memory>

#include "platform/programs/model/simulate/student.hpp"
#include "runtime/interpret/learner_state.hpp"

namespace hornbook::test {

// One item that the learner worked on.
struct ObservedItem {
  std::size_t first_event = 0;  // place of its ItemPresented in the events
  std::size_t item_index = 0;   // in the curriculum
  simulate::Performance performance;
};

struct ObservedLearner {
  std::shared_ptr<const interpret::Curriculum> curriculum;  // shared: it outlives the course that it was made from
  std::vector<measure::EventRecord> events;                 // of every session, as the station recorded them
  std::vector<ObservedItem> items;
  simulate::Manner manner;
};

// Whether whoever folds the events knows how long items usually take: within a fifth, as a school that calibrated does.
enum class ItemTimes : std::uint8_t { Unknown, Calibrated };

// A learner of the family whose manner is drawn from the ranges, working for `items` items under the station's engine
// on a course of six skills.
[[nodiscard]] ObservedLearner observe_learner(simulate::FamilyKind family, const simulate::MannerRanges& ranges,
                                              std::size_t items, std::uint64_t seed,
                                              ItemTimes times = ItemTimes::Unknown);

// Other ranges than simulate::ranges_of, for the last test of a detector that was made with those: wider, and shifted
// where practice varies most.
[[nodiscard]] simulate::MannerRanges held_out_ranges_of(simulate::Behaviour behaviour);

}  // namespace hornbook::test
