// What the detectors say is recorded with the act that did it, and answered kindly.
#include "tests/unit/runtime/session/one_learner.hpp"

namespace hornbook::session {
namespace {

using interpret::detect::Detector;

// A wrong and a right answer in less time than the question can be read in.
void guess(test::OneLearner& learner) {
  while (!std::holds_alternative<engage::Finished>(learner.activity().phase)) {
    learner.wait(700 - 5000);  // answer() waits for five seconds
    learner.answer(false);
  }
  learner.wait(1500);
  learner.intend(GoOn{});
}

std::vector<measure::DetectorFired> fired(const test::OneLearner& learner) {
  std::vector<measure::DetectorFired> found;
  for (const measure::Event& event : learner.events())
    if (const auto* each = std::get_if<measure::DetectorFired>(&event.body)) found.push_back(*each);
  return found;
}

TEST(SessionDetectors, RapidGuessing_IsRecordedRightAfterTheAnswer_AndClearedLater) {
  test::OneLearner learner;
  learner.intend(ChooseOption{0});
  for (int item = 0; item < 4; ++item) learner.finish_item(true);
  EXPECT_TRUE(fired(learner).empty());
  guess(learner);
  guess(learner);
  guess(learner);
  ASSERT_FALSE(fired(learner).empty());
  const measure::DetectorFired first = fired(learner).front();
  EXPECT_EQ(first.detector, static_cast<std::uint8_t>(Detector::RapidGuessing));
  EXPECT_EQ(first.version, interpret::detect::rules_version);
  EXPECT_GT(first.strength_permille, 0);
  EXPECT_LT(first.first_sequence, first.last_sequence);
  for (std::size_t at = 0; at < learner.events().size(); ++at) {
    if (learner.events()[at].body != measure::EventBody{first}) continue;
    EXPECT_TRUE(std::holds_alternative<measure::Response>(learner.events()[at - 1].body));
    EXPECT_EQ(learner.events()[at - 1].sequence, first.last_sequence);
  }
  for (int item = 0; item < 12; ++item) learner.finish_item(true);
  bool is_cleared = false;
  for (const measure::DetectorFired& each : fired(learner))
    is_cleared = is_cleared || (each.detector == first.detector && each.strength_permille == 0);
  EXPECT_TRUE(is_cleared);
}

TEST(SessionDetectors, Support_IsSaidAtTheItemWhereItFired_Only) {
  test::OneLearner learner;
  learner.intend(ChooseOption{0});
  for (int item = 0; item < 3; ++item) learner.finish_item(true);
  EXPECT_FALSE(learner.state().support.has_value());
  int guessed = 0;
  while (!learner.state().support && guessed++ < 12) {
    learner.wait(700 - 5000);
    learner.answer(false);
    if (std::holds_alternative<engage::Finished>(learner.activity().phase) && !learner.state().support) {
      learner.wait(1500);
      learner.intend(GoOn{});
    }
  }
  EXPECT_EQ(learner.state().support, adapt::Support::TakeYourTime);
  while (!std::holds_alternative<engage::Finished>(learner.activity().phase)) learner.answer(true);
  learner.intend(GoOn{});
  EXPECT_FALSE(learner.state().support.has_value());
}

TEST(SessionDetectors, EventsFoldedAgain_SayTheSame) {
  test::OneLearner learner;
  learner.intend(ChooseOption{0});
  for (int item = 0; item < 4; ++item) learner.finish_item(item != 2);
  for (int item = 0; item < 3; ++item) guess(learner);
  interpret::LearnerState state;
  const SessionContext& context = *learner.state().context;
  for (const measure::Event& event : learner.events())
    interpret::fold(state, {context.device, context.epoch, event}, context.curricula, context.parameters);
  EXPECT_EQ(state, learner.state().learner);
  EXPECT_EQ(interpret::decode_state(interpret::encode(state)).value(), state);
}

TEST(SessionDetectors, BeforeParameterVersion3_ThereAreNone) {
  auto context = test::sample_context();
  context->parameters = interpret::shipped_parameters()[1];
  test::OneLearner learner(context);
  learner.intend(ChooseOption{0});
  for (int item = 0; item < 4; ++item) guess(learner);
  EXPECT_TRUE(fired(learner).empty());
  EXPECT_EQ(learner.state().learner.detectors, interpret::detect::Detectors{});
}

}  // namespace
}  // namespace hornbook::session
