// "I want to talk to my teacher".
#include "tests/unit/runtime/session/one_learner.hpp"

namespace hornbook::session {
namespace {

TEST(Talk, Request_SaysWhoAndWhenAndChangesNothingElse) {
  test::OneLearner learner;
  learner.present(0);
  learner.answer(true);
  const Hash before = interpret::hash_of(learner.state().learner);
  const std::size_t place = learner.state().place.index();
  const std::size_t events = learner.events().size();
  learner.intend(AskToTalk{});
  ASSERT_EQ(learner.events().size(), events + 1);
  const auto* asked = std::get_if<measure::TalkRequested>(&learner.events().back().body);
  ASSERT_NE(asked, nullptr);
  EXPECT_EQ(asked->learner, learner.state().context->learner);
  EXPECT_EQ(asked->time.unix_ms, 1'790'000'000'000 + 5000);
  EXPECT_EQ(asked->time.uncertainty_ms, 1000);
  EXPECT_EQ(interpret::hash_of(learner.state().learner), before) << "no evidence of anything";
  EXPECT_EQ(learner.state().place.index(), place);
}

TEST(Talk, Request_IsTheSameToAFoldThatDoesNotKnowIt) {
  test::OneLearner learner;
  learner.intend(AskToTalk{});
  const SessionContext& context = *learner.state().context;
  interpret::LearnerState known = learner.state().learner;
  interpret::LearnerState unknown = known;
  measure::EventRecord record{context.device, context.epoch, learner.events().back()};
  record.event.sequence += 1;
  record.event.elapsed_ms += 700;
  interpret::fold(known, record, context.curricula, context.parameters);
  record.event.body = measure::UnknownEvent{20, {1, 2}};
  interpret::fold(unknown, record, context.curricula, context.parameters);
  EXPECT_EQ(interpret::hash_of(known), interpret::hash_of(unknown));
}

}  // namespace
}  // namespace hornbook::session
