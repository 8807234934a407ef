#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "tests/unit/ui/views/shown.hpp"
#include "ui/access/dispatcher.hpp"
#include "ui/semantics/language.hpp"
#include "ui/views/intent_of.hpp"
#include "ui/views/task.hpp"

namespace hornbook::ui {
namespace {

using test::found;
using test::in_phase;
using test::pressed;
using test::show;
using test::Shown;
using test::walk;

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

TEST(TaskViews, ATileIsSortedIntoABoxAndTakenOutAgain) {
  StationState state = test::working_station(8);
  for (const char* selector : {"role=button[name=\"10\"]", "role=button[name=\"Box: even\"]"})
    state = pressed(std::move(state), selector);
  EXPECT_EQ(found(show(state).tree, "role=button[name=\"Box: even\"]")->value, "10");
  // Laid on a tile in a box it goes into that box.
  for (const char* selector : {"role=button[name=\"12\"]", "role=button[name=\"10\"]"})
    state = pressed(std::move(state), selector);
  EXPECT_EQ(found(show(state).tree, "role=button[name=\"Box: even\"]")->value, "10, 12");
  for (const char* selector : {"role=button[name=\"10\"]", "role=button[name=\"10\"]"})
    state = pressed(std::move(state), selector);
  EXPECT_EQ(found(show(state).tree, "role=button[name=\"Box: even\"]")->value, "12");
}

TEST(TaskViews, AFingerFindsAnAreaOfAPictureAndNothingBesideIt) {
  StationState state = test::working_station(9);
  const auto touched = [&](float x, float y) {
    const Shown shown = show(state);
    const Node* picture = found(shown.tree, "role=image[name=\"a garden\"]");
    const Rect& rect = picture->rect;
    const Dispatched done =
        dispatch(shown.tree, {}, PointerDown{rect.x + x / 400 * rect.width, rect.y + y / 300 * rect.height});
    return update(state, intent_of(shown.actions, done.activations.at(0)), 0).state;
  };
  const auto is_taken = [](const StationState& after, const char* name) {
    return found(show(after).tree, std::string("role=radio[name=\"") + name + "\"]")->state.selected;
  };
  EXPECT_TRUE(is_taken(touched(70, 60), "the sun"));
  EXPECT_FALSE(is_taken(touched(25, 15), "the sun")) << "in the box around the circle, not in the circle";
  state = touched(250, 60);
  EXPECT_TRUE(is_taken(state, "the house"));
  EXPECT_TRUE(is_taken(touched(390, 290), "the house")) << "outside of every area nothing changes";
  EXPECT_TRUE(is_taken(pressed(state, "role=radio[name=\"the hill\"]"), "the hill")) << "by keys";
}

TEST(TaskViews, ATileIsCarriedOntoAPicture) {
  StationState state = test::working_station(10);
  for (const char* selector : {"role=button[name=\"leaf\"]", "role=button[name=\"Place of place 2\"]"})
    state = pressed(std::move(state), selector);
  EXPECT_EQ(found(show(state).tree, "role=button[name=\"Place of place 2\"]")->value, "leaf");
}

TEST(TaskViews, APointIsSetByAFingerAndMovedByTheArrowKeys) {
  StationState state = test::working_station(11);
  const auto send = [&](InputState keys, const Input& input) {
    const Shown shown = show(state);
    Dispatched done = dispatch(shown.tree, std::move(keys), input);
    for (const Activation& each : done.activations)
      state = update(std::move(state), intent_of(shown.actions, each), 0).state;
    return done.state;
  };
  const auto value_of = [&](const char* name) {
    return found(show(state).tree, std::string("role=slider[name=\"") + name + "\"]")->value;
  };
  const Node* grid = found(show(state).tree, "role=image[name~\"Grid\"]");
  ASSERT_NE(grid, nullptr);
  const Rect inner{grid->rect.x + grid->layout.padding_x, grid->rect.y + grid->layout.padding_y,
                   grid->rect.width - 2 * grid->layout.padding_x, grid->rect.height - 2 * grid->layout.padding_y};
  const auto at = [&](float x, float y) {
    return std::pair{inner.x + (x + 5) / 10 * inner.width, inner.y + (5 - y) / 10 * inner.height};
  };
  const auto [x, y] = at(3.2F, -1.9F);
  InputState finger = send({}, PointerDown{x, y});
  EXPECT_EQ(value_of("Point A"), "x 3, y -2") << "on the nearest crossing of the grid";
  const auto [to_x, to_y] = at(1, 4);
  finger = send(std::move(finger), PointerMove{to_x, to_y});
  send(std::move(finger), PointerUp{to_x, to_y});
  EXPECT_EQ(value_of("Point A"), "x 1, y 4");
  EXPECT_EQ(value_of("Point B"), "nothing yet");
  InputState keys;
  for (int press = 0; press < 200; ++press) {
    const Shown shown = show(state);
    const Node* focused = node_at(shown.tree, keys.focus);
    if (focused != nullptr && focused->name == "Point B") break;
    keys = send(std::move(keys), KeyDown{Key::Tab});
  }
  for (const Key key : {Key::Right, Key::Right, Key::Up, Key::Left, Key::Left, Key::Down, Key::Down})
    keys = send(std::move(keys), KeyDown{key});
  EXPECT_EQ(value_of("Point B"), "x -1, y -1") << "the first key brings it to where the axes cross";
}

TEST(TaskViews, ABoxHoldsAllTheTilesAtOnce) {
  for (const auto& [width, height] : {std::pair{1280.F, 800.F}, std::pair{1024.F, 600.F}, std::pair{800.F, 1280.F}}) {
    StationState state = test::working_station(8);
    engage::ItemInstance item = test::sample_item(8, "en");
    item.figure.reset();
    engage::Problem& problem = std::get<session::Working>(state.session->place).problem;
    problem = engage::start_problem(std::move(item), 0);
    engage::at_hand(problem).entry =
        engage::SortEntry{std::vector<std::optional<std::uint8_t>>(12, std::uint8_t{3}), std::nullopt};
    const Shown shown = show(state, width, height);
    const Rect box = found(shown.tree, "role=button[name=\"Box: both\"]")->rect;
    int tiles = 0;
    test::walk(shown.tree, [&](const Node& node) {
      if (!node.id.starts_with("tile-")) return;
      ++tiles;
      EXPECT_LE(node.rect.y + node.rect.height, box.y + box.height) << node.name;
    });
    EXPECT_EQ(tiles, 12);
  }
}

TEST(TaskViews, WhatCanBeHeardHasAButtonAndItsWords) {
  StationState state = test::working_station(0);
  engage::ItemInstance item = test::sample_item(0, "en");
  Hash file;
  file.bytes.fill(1);
  item.sound = engage::Sound{file, "Three of four parts."};
  Hash other;
  other.bytes.fill(2);
  std::get<engage::MultipleChoice>(item.steps[0].question.task).choices[1].sound = engage::Sound{other, "a third"};
  std::get<session::Working>(state.session->place).problem = engage::start_problem(std::move(item), 0);
  EXPECT_NE(found(show(state).tree, "role=text[name=\"Three of four parts.\"]"), nullptr);
  EXPECT_NE(found(show(state).tree, "role=text[name=\"a third\"]"), nullptr) << "what a choice says stands on it";
  state = pressed(std::move(state), "role=button[name=\"Hear it\"]");
  EXPECT_EQ(state.hearing, file);
  EXPECT_NE(found(show(state).tree, "role=button[name=\"Stop the sound\"]"), nullptr);
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
    if (item >= 12) continue;  // there is one try
    if (item >= 8) activity.entry = engage::right_entry_of(test::sample_task(item));
    if (item == 7) activity.entry = engage::MatchEntry{{{1, 0, 2, 3, 4}, std::nullopt}};
    if (item == 14) activity.entry = engage::right_entry(test::sample_cloze());
    if (item == 15) activity.entry = engage::HotTextEntry{{{0}}};
    if (item == 16) activity.entry = engage::right_entry(test::sample_table());
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
