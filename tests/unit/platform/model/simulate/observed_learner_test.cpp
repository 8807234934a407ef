#include "tests/support/learners/observed_learner.hpp"

#include <gtest/gtest.h>

#include "runtime/core/crypto.hpp"

namespace hornbook::test {
namespace {

using simulate::Behaviour;
using simulate::FamilyKind;

// First answers and hints before them that follow the item's presentation.
struct Recorded {
  std::uint32_t response_ms = 0;
  std::uint8_t hints = 0;
  bool correct = false;
};
std::optional<Recorded> first_response(const ObservedLearner& learner, const ObservedItem& item) {
  for (std::size_t at = item.first_event; at < learner.events.size(); ++at) {
    const auto* response = std::get_if<measure::Response>(&learner.events[at].event.body);
    if (response != nullptr) return Recorded{response->response_ms, response->hints_used, response->correct};
  }
  return std::nullopt;
}

TEST(ObservedLearner, Events_TellWhatWasPlanted) {
  ASSERT_TRUE(crypto_start().has_value());
  for (const Behaviour behaviour : simulate::all_behaviours) {
    for (const auto& ranges : {simulate::ranges_of(behaviour), held_out_ranges_of(behaviour)}) {
      const ObservedLearner learner = observe_learner(FamilyKind::AdditiveFactors, ranges, 150, 11);
      ASSERT_EQ(learner.items.size(), 150u);
      for (const ObservedItem& item : learner.items) {
        ASSERT_LT(item.item_index, learner.curriculum->items.size());
        const auto recorded = first_response(learner, item);
        ASSERT_TRUE(recorded.has_value());
        EXPECT_EQ(recorded->correct, item.performance.right_at_first_try());
        EXPECT_EQ(recorded->hints, item.performance.hints_before_first_try());
        if (item.performance.planted.gamed_hints) {
          EXPECT_EQ(recorded->hints, simulate::hints_an_item);
        }
        if (item.performance.planted.idled) {
          EXPECT_GT(recorded->response_ms, ranges.idle_ms.low);
        }
      }
    }
  }
}

TEST(ObservedLearner, Fold_TakesTheEventsWithTheCurriculum) {
  ASSERT_TRUE(crypto_start().has_value());
  const ObservedLearner learner =
      observe_learner(FamilyKind::MemoryDecay, simulate::ranges_of(Behaviour::Typical), 100, 12);
  interpret::LearnerState state;
  const interpret::CurriculumSet curricula{{learner.curriculum->pack_hash, learner.curriculum}};
  for (const measure::EventRecord& record : learner.events)
    interpret::fold(state, record, curricula, interpret::default_parameters());
  EXPECT_GE(state.responses, 100u);
  EXPECT_FALSE(state.skills.empty());
}

}  // namespace
}  // namespace hornbook::test
