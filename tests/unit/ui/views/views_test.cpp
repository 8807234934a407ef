#include <gtest/gtest.h>

#include <array>

#include "tests/unit/ui/views/every_screen.hpp"
#include "ui/semantics/shown_text.hpp"
#include "ui/views/intent_of.hpp"
#include "ui/views/plain_text.hpp"

namespace hornbook::ui {
namespace {

using test::every_screen;
using test::found;
using test::gesture_of;
using test::in_phase;
using test::NamedState;
using test::show;
using test::Shown;
using test::walk;
using test::with_id;
using test::with_screen;

TEST(Views, EveryScreenSaysItsName) {
  for (const NamedState& each : every_screen()) {
    const Shown shown = show(each.state);
    EXPECT_EQ(shown.tree.role, Role::Screen);
    EXPECT_EQ(shown.tree.id, each.name);
    EXPECT_NE(found(shown.tree, "screen=" + each.name), nullptr);
    EXPECT_EQ(shown.tree.children.size(), 3U) << "three bands on " << each.name;
  }
}

TEST(Views, NoScreenHasTwoPrimaryActions) {
  for (const auto& [width, height] : {std::pair{1280.F, 800.F}, std::pair{512.F, 300.F}}) {
    for (const NamedState& each : every_screen()) {
      int primaries = 0;
      walk(show(each.state, width, height).tree, [&](const Node& node) { primaries += node.look.fill == Paint::Horn; });
      EXPECT_LE(primaries, 1) << each.name;
    }
  }
}

TEST(Views, EverythingToTouchHasANameAndIsLargeEnoughAndOnTheScreen) {
  const std::array<Size, 3> sizes{{{1280, 800}, {1024, 600}, {800, 1280}}};
  for (const auto& [width, height] : sizes) {
    for (const std::string language : {"en", "es"}) {
      for (const NamedState& each : every_screen(language)) {
        walk(show(each.state, width, height).tree, [&, w = width, h = height](const Node& node) {
          const bool touchable = node.actions.press || node.actions.position;
          if (!touchable || node.role == Role::Screen || node.role == Role::Group) return;
          const std::string where =
              each.name + each.about + " " + node.name + " at " + std::to_string(w) + " " + language;
          EXPECT_FALSE(node.name.empty()) << where;
          // Keys of a keyboard stand close together; everything else is a full target.
          const bool is_key = each.name == "locked" || node.id.starts_with("key-");
          const float least = is_key ? 60.F : 64.F;
          // A word in a line is as wide as it is; above and below it a finger has as much room as elsewhere.
          EXPECT_GE(node.rect.width, node.part.empty() ? least : 1.F) << where;
          EXPECT_GE(node.rect.height + 2 * node.actions.reach, least) << where;
          EXPECT_GE(node.rect.x, 0) << where;
          EXPECT_GE(node.rect.y, 0) << where;
          EXPECT_LE(node.rect.x + node.rect.width, w + 0.5F) << where;
          EXPECT_LE(node.rect.y + node.rect.height, h + 0.5F) << where;
        });
      }
    }
  }
}

TEST(Views, AtTwiceTheSizeEverythingToTouchIsStillOnTheScreen) {
  const std::array<Size, 6> sizes{{{640, 400}, {512, 300}, {400, 640}, {853, 533}, {1024, 640}, {533, 853}}};
  for (const auto& [width, height] : sizes) {
    for (NamedState each : every_screen("es")) {
      for (std::uint32_t page = 0; page < 4; ++page) {
        if (auto* activity = std::get_if<Activity>(&each.state.screen)) activity->page = page;
        walk(show(each.state, width, height).tree, [&, w = width, h = height](const Node& node) {
          if (!(node.actions.press || node.actions.position) || node.role == Role::Screen) return;
          EXPECT_LE(node.rect.x + node.rect.width, w + 0.5F)
              << each.name << each.about << " " << node.name << " at " << w;
          EXPECT_LE(node.rect.y + node.rect.height, h + 0.5F)
              << each.name << each.about << " " << node.name << " at " << w;
        });
      }
    }
  }
}

// The widest word that a button shows, as broad as its letters may be.
float widest_word(const Node& node) {
  const std::string words(shown_text(node));
  float widest = 0;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    widest = std::max(widest, test::broad_text({words.substr(at, end - at), node.look.type, {}, 10'000}).width);
    at = end + 1;
  }
  return widest;
}

TEST(Views, NoWordOfAButtonIsBrokenEvenAtTwiceTheSize) {
  const std::array<Size, 7> sizes{
      {{1280, 800}, {640, 400}, {512, 300}, {400, 640}, {400, 240}, {853, 533}, {533, 853}}};
  for (const auto& [width, height] : sizes) {
    for (const std::string language : {"en", "es"}) {
      for (const NamedState& each : every_screen(language)) {
        walk(show(each.state, width, height).tree, [&, w = width](const Node& node) {
          if (!node.actions.press || node.role == Role::Screen) return;
          EXPECT_LE(widest_word(node), node.rect.width - 2 * node.layout.padding_x + 0.5F)
              << each.name << each.about << " " << node.name << " at " << w << " " << language;
        });
      }
    }
  }
}

TEST(Views, TargetsDoNotLieOverOneAnother) {
  for (const NamedState& each : every_screen()) {
    std::vector<const Node*> targets;
    const Shown shown = show(each.state, 1024, 600);
    walk(shown.tree, [&](const Node& node) {
      if (node.actions.press && node.role != Role::Screen && node.role != Role::Group) targets.push_back(&node);
    });
    for (const Node* a : targets) {
      for (const Node* b : targets) {
        if (a == b) continue;
        const bool apart =
            a->rect.x + a->rect.width <= b->rect.x + 0.5F || b->rect.x + b->rect.width <= a->rect.x + 0.5F ||
            a->rect.y + a->rect.height <= b->rect.y + 0.5F || b->rect.y + b->rect.height <= a->rect.y + 0.5F;
        EXPECT_TRUE(apart) << each.name << ": " << a->name << " and " << b->name;
      }
    }
  }
}

TEST(Views, TwentyLearnersTakeTwoPages) {
  StationState state = with_screen(test::sample_station(20), Who{});
  EXPECT_NE(found(show(state).tree, "role=button[name=\"Learner 0\"]"), nullptr);
  EXPECT_EQ(found(show(state).tree, "role=button[name=\"Learner 19\"]"), nullptr);
  state = update(std::move(state), TurnPage{1}, 0).state;
  EXPECT_NE(found(show(state).tree, "role=button[name=\"Learner 19\"]"), nullptr);
}

TEST(Views, ChoicesAreRadiosWithTheirSpokenText) {
  const Shown shown = show(test::working_station(0));
  const Node* choice = found(shown.tree, "role=radio[name=\"1/3\"]");
  ASSERT_NE(choice, nullptr);
  const Intent intent = shown.actions.at(*choice->actions.press);
  EXPECT_EQ(gesture_of(intent), engage::Gesture(engage::Choose{1}));
}

TEST(Views, ThePadHasDigitsAFractionBarAndAnEraser) {
  const Shown shown = show(test::working_station(1));
  for (const char* name : {"0", "7", "9", "Fraction bar", "Whole and part", "Erase", "Start again", "Decimal point"}) {
    EXPECT_NE(found(shown.tree, std::string("role=button[name=\"") + name + "\"]"), nullptr) << name;
  }
}

TEST(Views, CheckWaitsForAnAnswerAndTakesTypingOnceThereIsOne) {
  StationState state = test::working_station(1);
  EXPECT_TRUE(found(show(state).tree, "role=button[name=\"Check\"]")->state.disabled);
  state = update(std::move(state), test::act(engage::TypeText{"3/4"}), 0).state;
  const Shown shown = show(state);
  EXPECT_FALSE(found(shown.tree, "role=button[name=\"Check\"]")->state.disabled);
  EXPECT_EQ(found(shown.tree, "role=textfield[name=\"Your answer\"]")->value, "3/4");
  int takers = 0;
  walk(shown.tree, [&](const Node& node) { takers += node.actions.takes_typing; });
  EXPECT_GE(takers, 1);
}

TEST(Views, ATileGoesToAPlaceByTwoTaps) {
  StationState state = test::working_station(2);
  for (const char* selector : {"role=button[name=\"2\"]", "role=button[name=\"Place 3\"]"}) {
    const Shown shown = show(state);
    const Node* node = found(shown.tree, selector);
    ASSERT_NE(node, nullptr) << selector;
    state = update(std::move(state), intent_of(shown.actions, {*node->actions.press, 0, {}}), 0).state;
  }
  EXPECT_EQ(found(show(state).tree, "role=button[name=\"Place 3\"]")->value, "2");
  EXPECT_EQ(found(show(state).tree, "role=button[name=\"2\"]"), nullptr) << "it left the tray";
}

TEST(Views, WhatIsOnATileFitsIt) {
  for (const auto& [width, height] : {std::pair{1280.F, 800.F}, std::pair{1024.F, 600.F}, std::pair{800.F, 1280.F}}) {
    StationState state = test::working_station(2);
    engage::ItemInstance item = test::sample_item(2, "en");
    item.figure.reset();
    for (engage::Tile& tile : std::get<engage::OrderTask>(item.steps.front().question.task).tiles) {
      tile.figure = engage::Figure{engage::FractionBar{4, 1}, "a bar"};
    }
    std::get<session::Working>(state.session->place).problem = engage::start_problem(std::move(item), 0);
    int tiles = 0;
    walk(show(state, width, height).tree, [&, across = width](const Node& node) {
      if (node.id.rfind("tile-", 0) != 0) return;
      ++tiles;
      float used = 0;
      for (const Node& child : node.children) used += child.rect.height;
      EXPECT_LE(used, node.rect.height) << "at " << across;
    });
    EXPECT_EQ(tiles, 3);
  }
}

TEST(Views, TheTopBandStaysOneLineHighWhenManyAreDoneAndTheNameIsLong) {
  for (const auto& [width, height] : {std::pair{1280.F, 800.F}, std::pair{1024.F, 600.F}, std::pair{800.F, 1280.F}}) {
    StationState state = test::signed_in_station("es");
    const float before = show(state, width, height).tree.children.front().rect.height;
    state.session->tally.finished = 20;
    state.learners[1].name = "Elisabeth Papadopoulou-Ng";
    EXPECT_FLOAT_EQ(show(state, width, height).tree.children.front().rect.height, before) << width;
    const Shown shown = show(state, width, height);
    EXPECT_LT(found(shown.tree, "role=status")->rect.height, 40) << "the word is not broken at " << width;
  }
}

TEST(Views, TheNumberLineIsASliderThatTakesPlacesAndSteps) {
  StationState state = test::working_station(3);
  Shown shown = show(state);
  const Node* slider = found(shown.tree, "role=slider");
  ASSERT_NE(slider, nullptr);
  ASSERT_TRUE(slider->actions.position && slider->actions.increment && slider->actions.decrement);
  state = update(std::move(state), intent_of(shown.actions, {*slider->actions.position, 0.5F, {}}), 0).state;
  EXPECT_EQ(found(show(state).tree, "role=slider")->value, "2 of 4");
}

TEST(Views, RightHasATickASentenceAndGoOn) {
  StationState state = test::working_station(0);
  state = update(std::move(state), test::act(engage::Choose{1}), 0).state;
  state = update(std::move(state), test::act(engage::Submit{}), 0).state;
  const Shown shown = show(state);
  EXPECT_NE(found(shown.tree, "role=status[name=\"Right\"]"), nullptr);
  EXPECT_NE(found(shown.tree, "role=text[name=\"You counted the equal parts.\"]"), nullptr);
  EXPECT_NE(found(shown.tree, "role=button[name=\"Go on\"]"), nullptr);
  EXPECT_NE(found(shown.tree, "role=status[name=\"Saving…\"]"), nullptr) << "saved is said only after the commit";
}

TEST(Views, NotYetKeepsTheCardAndTryAgainLeadsBack) {
  StationState state = test::working_station(0);
  state = update(std::move(state), test::act(engage::Choose{2}), 0).state;
  state = update(std::move(state), test::act(engage::Submit{}), 0).state;
  const Shown shown = show(state);
  EXPECT_NE(found(shown.tree, "role=status[name=\"Not yet\"]"), nullptr);
  EXPECT_NE(found(shown.tree, "role=radio[name=\"1/3\"]"), nullptr);
  const Node* again = found(shown.tree, "role=button[name=\"Try again\"]");
  ASSERT_NE(again, nullptr);
  state = update(std::move(state), intent_of(shown.actions, {*again->actions.press, 0, {}}), 0).state;
  EXPECT_NE(found(show(state).tree, "role=button[name=\"Check\"]"), nullptr);
}

TEST(Views, HomeTellsOfEachChoiceWhatItIsAboutAndHowItIsAnswered) {
  StationState state = test::signed_in_station();
  for (std::uint16_t at = 0; at < 3; ++at) {
    measure::Candidate& candidate =
        at == 0 ? state.session->decision.chosen : state.session->decision.alternatives.at(at - 1U);
    candidate.item_index = at + 1U;
    candidate.skill_index = 0;
  }
  const Shown shown = show(state);
  EXPECT_NE(found(shown.tree, "role=button[name=\"Next for you: Skill 0: Write a number\"]"), nullptr);
  EXPECT_NE(found(shown.tree, "role=button[name=\"Skill 0: Put in order\"]"), nullptr);
  EXPECT_NE(found(shown.tree, "role=button[name=\"Skill 0: Find it on a line\"]"), nullptr);
}

TEST(Views, WhenItIsEnoughForToday_LeavingIsTheSuggestionAndExtraPracticeTheChoice) {
  StationState state = test::enough_for_today(test::signed_in_station());
  const Shown shown = show(state);
  const Node* suggestion = found(shown.tree, "role=button[name=\"Enough for today\"]");
  ASSERT_NE(suggestion, nullptr);
  EXPECT_TRUE(std::holds_alternative<SignOut>(intent_of(shown.actions, {*suggestion->actions.press, 0, {}})));
  EXPECT_EQ(found(shown.tree, "role=button[name=\"Start\"]"), nullptr);
  EXPECT_NE(with_id(shown.tree, "option-1"), nullptr);
  EXPECT_NE(with_id(shown.tree, "option-2"), nullptr);
  state.session->learner.plan.allowed.own_choice = false;
  const Shown withheld = show(state);
  EXPECT_NE(with_id(withheld.tree, "option-1"), nullptr) << "without a choice there is still one that is extra";
  EXPECT_EQ(with_id(withheld.tree, "option-2"), nullptr);
}

TEST(Views, NothingOfAFinishedActivityIsFaded) {
  for (const NamedState& each : every_screen()) {
    const auto* working = each.name == "activity" ? std::get_if<session::Working>(&each.state.session->place) : nullptr;
    if (working == nullptr) continue;
    const auto& activity = engage::at_hand(working->problem);
    if (!std::holds_alternative<engage::Finished>(activity.phase)) continue;
    walk(show(each.state).tree, [&](const Node& node) {
      EXPECT_FALSE(node.state.disabled) << node.name;
      EXPECT_EQ(node.look.opacity, 1.F) << node.name;
    });
  }
}

TEST(Views, WhatIsSaidOfAnAnswerMakesTheActionBandNoTaller) {
  for (const float height : {800.F, 600.F}) {
    const float width = height * 1.6F;
    const Shown before = show(test::working_station(0), width, height);
    const Shown after =
        show(in_phase(0, engage::TryAgain{{false, 0, std::nullopt, "Look again."}}, "en"), width, height);
    EXPECT_FLOAT_EQ(before.tree.children.back().rect.height, after.tree.children.back().rect.height) << height;
    EXPECT_EQ(after.tree.children.back().look.fill, Paint::ClaySoft);
  }
}

TEST(Views, HintsComeInThreeGradesAndThenRest) {
  StationState state = test::working_station(0);
  for (int grade = 1; grade <= 3; ++grade) {
    const Shown shown = show(state);
    const Node* lamp = found(shown.tree, "role=button[name=\"Hint\"]");
    ASSERT_TRUE(lamp->actions.press);
    state = update(std::move(state), intent_of(shown.actions, {*lamp->actions.press, 0, {}}), 0).state;
    const std::string name = "role=status[name=\"Hint " + std::to_string(grade) + " of 3\"]";
    EXPECT_NE(found(show(state).tree, name), nullptr) << name;
  }
  EXPECT_TRUE(found(show(state).tree, "role=button[name=\"Hint\"]")->state.disabled);
}

TEST(Views, AfterNinetySecondsTheScreenAsksWhetherSomebodyIsThere) {
  const StationState state = test::working_station(0);
  EXPECT_EQ(show(state, 1280, 800, idle_asks_after_ms - 1).tree.id, "activity");
  EXPECT_EQ(show(state, 1280, 800, idle_asks_after_ms).tree.id, "still-there");
}

TEST(Views, BeadsAreThereAtTwiceTheSizeToo) {
  for (const auto& [width, height] : {std::pair{1280.F, 800.F}, std::pair{640.F, 400.F}, std::pair{512.F, 300.F}}) {
    const Shown shown = show(test::signed_in_station(), width, height);
    const Node* beads = found(shown.tree, "role=progress");
    ASSERT_NE(beads, nullptr) << width;
    EXPECT_GE(beads->rect.width, 100) << width;
  }
}

TEST(Views, ThePassphraseIsDrawnAsDots) {
  const Shown shown = show(with_screen(test::sample_station(0), Locked{"señal", false, false, "", false}));
  EXPECT_EQ(found(shown.tree, "role=textfield")->value, "•••••");
  walk(shown.tree,
       [](const Node& node) { EXPECT_EQ((node.name + node.value + node.text).find("señal"), std::string::npos); });
}

TEST(Views, ADemoSaysAtEverySizeThatItsKeysProtectNothing) {
  for (const auto& [width, height] : {std::pair{1280.F, 800.F}, std::pair{640.F, 400.F}, std::pair{512.F, 300.F}}) {
    for (const NamedState& each : every_screen()) {
      const Shown shown = show(each.state, width, height);
      EXPECT_NE(found(shown.tree, "[name=\"Demo: keys protect nothing here\"]"), nullptr) << each.name << width;
    }
  }
  StationState state = test::sample_station();
  state.demo = false;
  EXPECT_EQ(found(show(state).tree, "[name=\"Demo: keys protect nothing here\"]"), nullptr);
}

TEST(Views, InSpanishNoEnglishIsLeft) {
  for (const NamedState& each : every_screen("es")) {
    walk(show(each.state).tree, [&](const Node& node) {
      for (const char* english : {"Check", "Hint", "Go on", "Back", "Leave", "Start", "Saved", "Try again", "Erase"}) {
        EXPECT_NE(node.name, english) << each.name;
      }
    });
  }
}

TEST(PlainText, ListsTablesAndPictures_AreWordsInLines) {
  EXPECT_EQ(plain_text("Take:\n- *one* egg\n12. $\\frac{1}{2}$ cup"), "Take:\n• one egg\n12. 1/2 cup");
  EXPECT_EQ(plain_text("| Planet | Moons |\n|---|--:|\n| Mars | 2 |\n| Venus | |"),
            "Planet: Mars, Moons: 2\nPlanet: Venus");
  EXPECT_EQ(plain_text("A ![gold coin](media/coin.svg)."), "A gold coin.");
}

TEST(PlainText, FractionsMixedNumbersAndSignsAreReadable) {
  EXPECT_EQ(plain_text("Which is $1\\frac{3}{4}$?"), "Which is 1 3/4?");
  EXPECT_EQ(plain_text("$2 \\times \\frac{1}{2}$ is *one*"), "2 × 1/2 is one");
  EXPECT_EQ(plain_text("$\\frac{1$"), "\\frac{1");
  EXPECT_EQ(plain_text("Find [s](say:sss) now"), "Find s now");
  EXPECT_EQ(plain_text("\\$5 \\* \\[a]"), "$5 * [a]");
}

TEST(IntentOf, TypedTextAndPositionsGoIntoTheIntentsThatWaitForThem) {
  Actions<Intent> actions;
  const ActionId phrase = actions.on(TypePassphrase{});
  const ActionId digit = actions.on(test::act(engage::TypeText{}));
  const ActionId pad = actions.on(test::act(engage::TypeText{"7"}));
  const ActionId marker = actions.on(PlaceMarker{});
  EXPECT_EQ(std::get<TypePassphrase>(intent_of(actions, {phrase, 0, "a"})).text, "a");
  const auto typed = [&](const Activation& activation) {
    const Intent intent = intent_of(actions, activation);
    return std::get<engage::TypeText>(gesture_of(intent)).text;
  };
  EXPECT_EQ(typed({digit, 0, "3"}), "3");
  EXPECT_EQ(typed({pad, 0, {}}), "7");
  EXPECT_FLOAT_EQ(std::get<PlaceMarker>(intent_of(actions, {marker, 0.25F, {}})).position, 0.25F);
}

}  // namespace
}  // namespace hornbook::ui
