#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "tests/unit/ui/views/shown.hpp"
#include "ui/semantics/language.hpp"
#include "ui/views/intent_of.hpp"
#include "ui/views/task.hpp"

namespace hornbook::ui {
namespace {

using test::found;
using test::in_phase;
using test::show;
using test::Shown;

TEST(TaskViews, SeveralChoicesAreCheckboxesThatCanBeLetGo) {
  StationState state = test::working_station(6);
  for (const bool ticked : {true, false}) {
    const Shown shown = show(state);
    const Node* choice = found(shown.tree, "role=checkbox[name=\"2/3\"]");
    ASSERT_NE(choice, nullptr);
    state = update(std::move(state), intent_of(shown.actions, {*choice->actions.press, 0, {}}), 0).state;
    EXPECT_EQ(found(show(state).tree, "role=checkbox[name=\"2/3\"]")->state.selected, ticked);
  }
}

TEST(TaskViews, ASeveralChoiceAnswerThatIsNotYetRightDoesNotTellWhichAre) {
  StationState state = in_phase(6, engage::TryAgain{{}}, "en");
  engage::at_hand(std::get<session::Working>(state.session->place).problem).entry = engage::MultipleAnswerEntry{{0, 3}};
  const Shown shown = show(state);
  const Node* right = found(shown.tree, "role=checkbox[name=\"1/3\"]");
  const Node* wrong = found(shown.tree, "role=checkbox[name=\"4/3\"]");
  EXPECT_EQ(right->look.fill, wrong->look.fill);
}

TEST(TaskViews, MathematicsHasTheKeysThatItsAnswerNeedsAndShowsHowItIsRead) {
  StationState state = test::working_station(4);
  for (const char* key : {"7", "+", "^", "x", "y", "≤", "=", "Erase", "Start again"}) {
    EXPECT_NE(found(show(state).tree, std::string("role=button[name=\"") + key + "\"]"), nullptr) << key;
  }
  EXPECT_EQ(found(show(state).tree, "role=button[name=\"z\"]"), nullptr);
  state = update(std::move(state), test::act(engage::TypeText{"y<=x/2+"}), 0).state;
  EXPECT_NE(found(show(state).tree, "role=text[name=\"Not complete yet: go on writing.\"]"), nullptr);
  EXPECT_TRUE(found(show(state).tree, "role=button[name=\"Check\"]")->state.disabled);
  state = update(std::move(state), test::act(engage::TypeText{"3"}), 0).state;
  EXPECT_NE(found(show(state).tree, "role=text[name~\"x/2 + 3\"]"), nullptr);
  EXPECT_FALSE(found(show(state).tree, "role=button[name=\"Check\"]")->state.disabled);
}

TEST(TaskViews, ATileGoesToWhatItBelongsTo) {
  StationState state = test::working_station(7);
  for (const char* selector : {"role=button[name=\"30\"]", "role=button[name=\"Place of 3 tens\"]"}) {
    const Shown shown = show(state);
    const Node* node = found(shown.tree, selector);
    ASSERT_NE(node, nullptr) << selector;
    state = update(std::move(state), intent_of(shown.actions, {*node->actions.press, 0, {}}), 0).state;
  }
  EXPECT_EQ(found(show(state).tree, "role=button[name=\"Place of 3 tens\"]")->value, "30");
}

TEST(TaskViews, WhatIsTypedStaysOnTheLine) {
  for (const std::uint32_t item : {4U, 5U}) {
    StationState state = test::working_station(item);
    for (int at = 0; at < 6; ++at) {
      state = update(std::move(state), test::act(engage::TypeText{"12345+x"}), 0).state;
      const Shown shown = show(state);
      const Node* field = found(shown.tree, "role=textfield");
      const float room = field->rect.width - 2 * field->layout.padding_x;
      const Size needed = test::broad_text({field->value, field->look.type, {}, room});
      EXPECT_LE(needed.height, field->rect.height + 1) << field->value;
    }
  }
}

TEST(TaskViews, BracketsAreNotTurnedRoundWhereTextRunsFromTheRight) {
  const Shown shown = show(test::working_station(4, "ar"));
  for (const char* key : {"(", ")"}) {
    const Node* node = found(shown.tree, std::string("role=button[name=\"") + key + "\"]");
    ASSERT_NE(node, nullptr) << key;
    EXPECT_FALSE(is_right_to_left(node->language)) << key;
    EXPECT_FALSE(node->language.empty()) << key;
  }
}

TEST(TaskViews, WordsAreTypedOnTheLettersOfTheItemsLanguage) {
  EXPECT_EQ(found(show(test::working_station(5)).tree, "role=button[name=\"ñ\"]"), nullptr);
  StationState state = test::working_station(5, "es");
  const Shown shown = show(state);
  const Node* key = found(shown.tree, "role=button[name=\"ñ\"]");
  ASSERT_NE(key, nullptr);
  state = update(std::move(state), intent_of(shown.actions, {*key->actions.press, 0, {}}), 0).state;
  EXPECT_EQ(found(show(state).tree, "role=textfield")->value, "ñ");
}

TEST(TaskViews, EveryLetterCanBeReachedAtThreeTimesTheSize) {
  for (const std::string letter : {"q", "m", "ñ", "ú"}) {
    StationState state = test::working_station(5, "es");
    bool is_there = false;
    for (std::uint32_t page = 1; page <= 8; ++page) {
      std::get<Activity>(state.screen).page = page;
      const Shown shown = show(state, 426, 266);
      is_there = is_there || found(shown.tree, "role=button[name=\"" + letter + "\"]") != nullptr;
    }
    EXPECT_TRUE(is_there) << letter;
  }
}

TEST(TaskViews, EveryKindOfTaskHasAWayOfItsOwn) {
  std::set<std::string_view> pictures;
  for (const engage::KindName& kind : engage::Kinds::names) {
    const std::optional<Way> way = views::way_of_kind(kind.number);
    ASSERT_TRUE(way) << kind.name;
    EXPECT_TRUE(pictures.insert(way->picture).second) << kind.name;
    EXPECT_TRUE(std::filesystem::exists(std::filesystem::path(HORNBOOK_SOURCE_DIR) / "ui/theme/pictures" /
                                        (std::string(way->picture) + ".svg")));
  }
  EXPECT_TRUE(views::way_of_kind(engage::several_steps));
  EXPECT_FALSE(views::way_of_kind(255));
}

TEST(TaskViews, WhatHoldsForAnyItemIsSaidInTheLearnersLanguage) {
  engage::Verdict verdict{false, 500, std::nullopt, "", engage::Remark::Simplify};
  EXPECT_NE(found(show(in_phase(4, engage::TryAgain{verdict}, "en")).tree, "role=text[name~\"made simpler\"]"),
            nullptr);
  EXPECT_NE(found(show(in_phase(4, engage::TryAgain{verdict}, "es")).tree, "role=text[name~\"simplificar\"]"), nullptr);
  verdict.feedback = "Look at the 6.";
  EXPECT_NE(found(show(in_phase(4, engage::TryAgain{verdict}, "en")).tree, "role=text[name=\"Look at the 6.\"]"),
            nullptr);
}

TEST(TaskViews, StepsStandInARowAndLeadWhereTheLearnerMayTurn) {
  StationState state = test::stepping_station();
  Shown shown = show(state);
  EXPECT_EQ(found(shown.tree, "role=button[name=\"Step 1 of 9\"]")->value, "done");
  EXPECT_EQ(found(shown.tree, "role=status[name=\"Step 2 of 9\"]")->value, "you are here");
  const Node* fifth = found(shown.tree, "role=button[name=\"Step 5 of 9\"]");
  ASSERT_TRUE(fifth != nullptr && fifth->actions.press);
  state = update(std::move(state), intent_of(shown.actions, {*fifth->actions.press, 0, {}}), 0).state;
  EXPECT_EQ(std::get<session::Working>(state.session->place).problem.at.step, 4);
  EXPECT_EQ(found(show(state).tree, "role=status[name=\"Step 5 of 9\"]")->value, "you are here");
}

TEST(TaskViews, ASmallScreenShowsTheStepsAroundTheOneAtHand) {
  StationState state = test::stepping_station();
  std::get<session::Working>(state.session->place).problem.at.step = 8;
  const Shown shown = show(state, 400, 640);
  EXPECT_NE(found(shown.tree, "role=status[name=\"Step 9 of 9\"]"), nullptr);
  EXPECT_EQ(found(shown.tree, "role=button[name=\"Step 1 of 9\"]"), nullptr);
}

TEST(TaskViews, ASmallerQuestionShowsTheProblemAndTheWayBack) {
  const Shown shown = show(test::asked_by_a_hint());
  EXPECT_NE(found(shown.tree, "role=heading[name~\"A cake is cut\"]"), nullptr);
  EXPECT_NE(found(shown.tree, "role=heading[name=\"How many pieces are a half?\"]"), nullptr);
  const Node* back = found(shown.tree, "role=button[name=\"Step 2 of 9\"]");
  ASSERT_TRUE(back != nullptr && back->actions.press);
  const StationState state =
      update(test::asked_by_a_hint(), intent_of(shown.actions, {*back->actions.press, 0, {}}), 0).state;
  EXPECT_NE(found(show(state).tree, "role=heading[name=\"How many pieces are eaten?\"]"), nullptr);
}

TEST(TaskViews, AnAnsweredSmallerQuestionStandsBesideTheStepWithItsAnswer) {
  StationState state = test::asked_by_a_hint();
  engage::Problem& problem = std::get<session::Working>(state.session->place).problem;
  EXPECT_EQ(found(show(state).tree, "role=text[name~\"a half? 3/4\"]"), nullptr) << "not before it is answered";
  engage::at_hand(problem).phase = engage::Finished{engage::right()};
  problem = engage::update(std::move(problem), engage::TurnTo{{1, std::nullopt}}, 0).problem;
  EXPECT_NE(found(show(state).tree, "role=text[name~\"a half? 3/4\"]"), nullptr);
}

TEST(TaskViews, WhoIsDoneWithAStepGoesOnToTheNext) {
  StationState state = test::stepping_station();
  engage::at_hand(std::get<session::Working>(state.session->place).problem).phase = engage::Finished{engage::right()};
  const Shown shown = show(state);
  const Node* on = found(shown.tree, "role=button[name=\"Go on\"]");
  ASSERT_NE(on, nullptr);
  state = update(std::move(state), intent_of(shown.actions, {*on->actions.press, 0, {}}), 0).state;
  EXPECT_EQ(std::get<session::Working>(state.session->place).problem.at.step, 2);
}

TEST(TaskViews, AnswerWithoutWordsOfItsOwnGetsAGeneralSentence) {
  EXPECT_NE(found(show(in_phase(1, engage::TryAgain{{}}, "es")).tree, "role=text[name~\"Míralo otra vez\"]"), nullptr);
}

TEST(TaskViews, TryAgainLeadsBackToWorkInEveryKindOfTask) {
  for (std::uint32_t item = 0; item < test::sample_tasks; ++item) {
    StationState state = test::working_station(item);
    auto& activity = engage::at_hand(std::get<session::Working>(state.session->place).problem);
    if (item == 1) activity.entry = engage::NumberEntryText{"1/2"};
    if (item == 2) activity.entry = engage::OrderEntry{{{0, 1, 2}, std::nullopt}};
    if (item == 3) activity.entry = engage::NumberLineEntry{1};
    if (item == 4) activity.entry = engage::ExpressionEntry{"x"};
    if (item == 5) activity.entry = engage::ShortTextEntry{"half"};
    if (item == 6) activity.entry = engage::MultipleAnswerEntry{{0}};
    if (item == 7) activity.entry = engage::MatchEntry{{{1, 0, 2, 3, 4}, std::nullopt}};
    activity.phase = engage::TryAgain{{}};
    const Shown shown = show(state);
    const Node* again = found(shown.tree, "role=button[name=\"Try again\"]");
    ASSERT_NE(again, nullptr) << item;
    state = update(std::move(state), intent_of(shown.actions, {*again->actions.press, 0, {}}), 0).state;
    EXPECT_TRUE(std::holds_alternative<engage::Answering>(
        engage::at_hand(std::get<session::Working>(state.session->place).problem).phase))
        << item;
  }
}

}  // namespace
}  // namespace hornbook::ui
