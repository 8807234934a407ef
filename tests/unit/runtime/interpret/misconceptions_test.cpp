#include <gtest/gtest.h>

#include "runtime/interpret/learner_state.hpp"
#include "runtime/interpret/misconceptions/trace_misconception.hpp"

namespace hornbook::interpret {
namespace {

using Sign = MisconceptionSign;
constexpr UnixMs monday = 1'790'000'000'000;
constexpr std::uint16_t bug = 0;
constexpr std::uint16_t other_bug = 1;
constexpr MisconceptionKey bug_key = 501;
constexpr MisconceptionKey other_key = 502;

// Four items of one skill; the first three can show both misconceptions, the last none.
std::shared_ptr<const Curriculum> curriculum() {
  auto result = std::make_shared<Curriculum>();
  result->pack_hash.bytes.fill(0x33);
  result->skills.push_back({100, {}});
  for (ItemKey key = 1; key <= 4; ++key) result->items.push_back({key, {0}});
  for (std::size_t i = 0; i < 3; ++i) result->items[i].misconceptions = {bug, other_bug};
  result->misconceptions = {bug_key, other_key};
  return result;
}

// A learner who answers one item after the other in one session.
class Learner {
 public:
  explicit Learner(std::uint32_t version = 3) {
    parameters_.version = version;
    measure::SessionStart start;
    start.packs = {{0, curriculum_->pack_hash}};
    start.time = {monday, 1000};
    add(start);
  }
  void wrong(std::uint32_t item, std::optional<std::uint16_t> shown, std::uint32_t response_ms = 6000) {
    answer(item, false, 0, shown, response_ms);
  }
  void right(std::uint32_t item, std::uint8_t hints = 0) { answer(item, true, hints, std::nullopt, 6000); }
  // At a step of an item of several.
  void step(std::uint32_t item, std::uint8_t step, std::optional<std::uint16_t> shown) {
    if (step == 0) add(measure::ItemPresented{0, item, 1});
    add(measure::StepAnswered{step, 0, response(!shown, 0, shown, 6000, 1)});
  }
  void second_try(std::optional<std::uint16_t> shown) { add(response(false, 0, shown, 6000, 2)); }

  [[nodiscard]] const LearnerState& state() const { return state_; }
  [[nodiscard]] const MisconceptionState& of(MisconceptionKey key = bug_key) const {
    return state_.misconceptions.at(key);
  }
  std::shared_ptr<Curriculum> curriculum_ = std::make_shared<Curriculum>(*curriculum());

 private:
  static measure::Response response(bool correct, std::uint8_t hints, std::optional<std::uint16_t> shown,
                                    std::uint32_t response_ms, std::uint8_t attempt) {
    measure::Response result;
    result.correct = correct;
    result.credit_permille = correct ? 1000 : 0;
    result.attempt = attempt;
    result.hints_used = hints;
    result.response_ms = response_ms;
    result.misconception = shown;
    return result;
  }
  void answer(std::uint32_t item, bool correct, std::uint8_t hints, std::optional<std::uint16_t> shown,
              std::uint32_t response_ms) {
    add(measure::ItemPresented{0, item, 1});
    add(response(correct, hints, shown, response_ms, 1), response_ms);
  }
  void add(measure::EventBody body, std::int64_t after_ms = 7000) {
    elapsed_ms_ += after_ms;
    fold(state_, {{}, 1, {++sequence_, 1, elapsed_ms_, std::move(body)}}, {{curriculum_->pack_hash, curriculum_}},
         parameters_);
  }

  Parameters parameters_ = default_parameters();
  LearnerState state_;
  std::uint64_t sequence_ = 0;
  std::int64_t elapsed_ms_ = 0;
};

TEST(Misconception, TwoMatchingErrorsOnDistinctItems_AssertIt) {
  Learner learner;
  learner.wrong(0, bug);
  EXPECT_FALSE(learner.of().asserted);
  EXPECT_GT(learner.of().held, misconception_prior);
  learner.wrong(1, bug);
  EXPECT_TRUE(learner.of().asserted);
  EXPECT_GE(learner.of().held, misconception_asserted_from);
  EXPECT_EQ(learner.of().errors, 2u);
  EXPECT_EQ(learner.of().shown_by, (std::array<ItemKey, 2>{1, 2}));
}

// Three items of two steps, the second of which can show it.
Learner learner_at_steps(bool says_which) {
  Learner learner(default_parameters().version);
  for (ItemNode& item : learner.curriculum_->items) {
    item.step_skills = {{0}, {0}};
    if (says_which && !item.misconceptions.empty()) item.step_misconceptions = {{}, {bug}};
  }
  return learner;
}

TEST(MisconceptionAtAStep, IsAssertedAndClearedAsThatOfAnItem) {
  Learner learner = learner_at_steps(true);
  for (const std::uint32_t item : {0u, 1u}) {
    learner.step(item, 0, std::nullopt);
    learner.step(item, 1, bug);
  }
  EXPECT_TRUE(learner.of().asserted);
  EXPECT_EQ(learner.of().opportunities, 2u) << "the first steps could not show it";
  EXPECT_FALSE(learner.state().misconceptions.contains(other_key));
  for (const std::uint32_t item : {2u, 0u}) {
    learner.step(item, 0, std::nullopt);
    EXPECT_TRUE(learner.of().asserted) << "only the second step tells";
    learner.step(item, 1, std::nullopt);
  }
  EXPECT_FALSE(learner.of().asserted);
}

TEST(MisconceptionAtAStep, OfAPackThatDoesNotSayWhich_IsAssertedAlone) {
  Learner learner = learner_at_steps(false);
  for (const std::uint32_t item : {0u, 1u}) learner.step(item, 0, bug);
  EXPECT_TRUE(learner.of().asserted);
  for (int again = 0; again < 9; ++again) learner.step(2, 0, std::nullopt);
  EXPECT_TRUE(learner.of().asserted);
}

// Of the right answers that mastery asks for, only those of steps that can show it count.
TEST(MisconceptionAtAStep, RightAnswersToItCountForMastery_AndNoOthers) {
  Learner learner = learner_at_steps(true);
  for (int time = 0; time < 3; ++time) learner.step(0, 0, std::nullopt);
  EXPECT_EQ(learner.state().skills.at(100).belief.telling_in_row, 0u);
  learner.step(0, 1, std::nullopt);
  EXPECT_EQ(learner.state().skills.at(100).belief.telling_in_row, 1u);
}

TEST(Misconception, SameItemAgain_AssertsNothingHoweverOften) {
  Learner learner;
  for (int i = 0; i < 6; ++i) learner.wrong(0, bug);
  EXPECT_GT(learner.of().held, misconception_asserted_from);
  EXPECT_FALSE(learner.of().asserted) << "the item may be at fault";
}

TEST(Misconception, ErrorsOfTwoKinds_AssertNeither) {
  Learner learner;
  learner.wrong(0, bug);
  learner.wrong(1, other_bug);
  learner.wrong(2, std::nullopt);
  EXPECT_FALSE(learner.of(bug_key).asserted);
  EXPECT_FALSE(learner.of(other_key).asserted);
}

TEST(Misconception, RareSlipsOfOneWhoIsMostlyRight_AssertNothing) {
  Learner learner;
  for (std::uint32_t i = 0; i < 10; ++i) learner.right(i % 3);
  learner.wrong(0, bug);
  for (std::uint32_t i = 0; i < 3; ++i) learner.right(i);
  learner.wrong(1, bug);
  EXPECT_FALSE(learner.of().asserted);
}

TEST(Misconception, RightProbes_ClearIt) {
  Learner learner;
  learner.wrong(0, bug);
  learner.wrong(1, bug);
  learner.right(2);
  EXPECT_TRUE(learner.of().asserted) << "one right answer may be luck";
  learner.right(0);
  EXPECT_FALSE(learner.of().asserted);
  EXPECT_LT(learner.of().held, misconception_cleared_below);
  learner.wrong(1, bug);
  EXPECT_FALSE(learner.of().asserted) << "it takes two distinct items again";
}

TEST(Misconception, EveryStepOfThePosterior_IsBayesRuleAndThenTheChanceOfChange) {
  MisconceptionState state = new_misconception();
  trace_misconception(state, Sign::Shown, 1, monday);
  const double after_shown = 0.1 * 0.8 / (0.1 * 0.8 + 0.9 * 0.1);
  EXPECT_NEAR(state.held, after_shown * 0.95 + (1 - after_shown) * 0.01, 1e-12);
  MisconceptionState right = new_misconception();
  trace_misconception(right, Sign::Right, 1, monday);
  const double after_right = 0.1 * 0.12 / (0.1 * 0.12 + 0.9 * 0.65);
  EXPECT_NEAR(right.held, after_right + (1 - after_right) * 0.01, 1e-12);
}

TEST(Misconception, ErrorAlwaysRaises_AndRightAnswerNeverDoesAboveTheFloor) {
  for (double held = 0.02; held < 0.99; held += 0.01) {
    for (const Sign sign : {Sign::Shown, Sign::Right, Sign::OtherError}) {
      MisconceptionState state = new_misconception();
      state.held = held;
      trace_misconception(state, sign, 1, monday);
      if (sign != Sign::Shown) {
        EXPECT_LT(state.held, held);
      } else if (held < 0.9) {
        EXPECT_GT(state.held, held);
      }
      EXPECT_GT(state.held, 0);
      EXPECT_LT(state.held, 1);
    }
  }
}

TEST(Misconception, ItemThatCannotShowIt_SaysNothingOfIt) {
  Learner learner;
  learner.right(3);
  learner.wrong(3, std::nullopt);
  EXPECT_TRUE(learner.state().misconceptions.empty());
}

TEST(Misconception, GuessInABoutOfGuesses_SaysNothing) {
  Learner learner;
  for (int i = 0; i < 4; ++i) learner.wrong(3, std::nullopt, 900);
  learner.wrong(0, bug, 900);
  EXPECT_TRUE(learner.state().misconceptions.empty());
}

TEST(Misconception, SecondTriesAndHintedAnswers_SayNothing) {
  Learner learner;
  learner.right(0, 1);
  EXPECT_TRUE(learner.state().misconceptions.empty()) << "right after a hint";
  learner.wrong(0, std::nullopt);
  const MisconceptionState before = learner.of();
  learner.second_try(bug);
  EXPECT_EQ(learner.of(), before);
}

TEST(Misconception, ItemOfSeveralSteps_CountsOnlyWhatItShowed) {
  Learner learner;
  for (ItemNode& item : learner.curriculum_->items) item.step_skills = {{0}, {0}};
  learner.right(0);
  EXPECT_TRUE(learner.state().misconceptions.empty());
  learner.wrong(0, bug);
  EXPECT_EQ(learner.of().errors, 1u);
  EXPECT_FALSE(learner.state().misconceptions.contains(other_key));
}

TEST(Misconception, TagOfAPackWithoutAList_CountsAndOneBeyondThePackDoesNot) {
  Learner learner;
  for (ItemNode& item : learner.curriculum_->items) item.misconceptions.clear();
  learner.wrong(0, bug);
  learner.wrong(0, std::uint16_t{77});
  EXPECT_EQ(learner.state().misconceptions.size(), 1u);
  EXPECT_EQ(learner.of().errors, 1u);
}

TEST(Misconception, EarlierParameterVersions_KnowNone) {
  for (const std::uint32_t version : {1u, 2u}) {
    Learner learner(version);
    learner.wrong(0, bug);
    EXPECT_TRUE(learner.state().misconceptions.empty());
    EXPECT_EQ(encode(learner.state()).front(), 1) << "its bytes are of the first format";
  }
}

TEST(Misconception, State_SurvivesItsBytes) {
  Learner learner;
  learner.wrong(0, bug);
  learner.wrong(1, bug);
  learner.right(2);
  const Bytes bytes = encode(learner.state());
  EXPECT_EQ(bytes.front(), 2);
  const LearnerState read = decode_state(bytes).value();
  EXPECT_EQ(read, learner.state());
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_FALSE(decode_state(ByteView(bytes).first(size)).has_value()) << size;
}

}  // namespace
}  // namespace hornbook::interpret
