// Tasks that are remembered, written in one's own words, or filled into a text or a table.
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
using test::show;
using test::Shown;
using test::walk;

StationState after_press(StationState state, const std::string& selector) {
  const Shown shown = show(state);
  const Node* node = found(shown.tree, selector);
  if (node == nullptr || !node->actions.press) {
    ADD_FAILURE() << "nothing to press: " << selector;
    return state;
  }
  return update(std::move(state), intent_of(shown.actions, {*node->actions.press, 0, {}}), 0).state;
}

TEST(WrittenTasks, ACardIsTurnedBeforeItIsRated) {
  StationState state = test::working_station(12);
  EXPECT_EQ(found(show(state).tree, "role=radio"), nullptr);
  EXPECT_NE(found(show(state).tree, "role=button[name=\"7 × 8\"]"), nullptr);
  state = after_press(std::move(state), "role=button[name=\"Turn the card\"]");
  EXPECT_NE(found(show(state).tree, "role=button[name=\"56\"]"), nullptr);
  state = after_press(std::move(state), "role=radio[name=\"Not yet\"]");
  state = after_press(std::move(state), "role=button[name=\"Done\"]");
  EXPECT_NE(found(show(state).tree, "role=text[name~\"will come again soon\"]"), nullptr);
  EXPECT_NE(found(show(state).tree, "role=button[name=\"Go on\"]"), nullptr) << "there is one try";
}

TEST(WrittenTasks, AnAnswerInOnesOwnWordsIsHandedInAndKept) {
  StationState state = test::working_station(13);
  state = after_press(std::move(state), "role=button[name=\"Because\"]");
  EXPECT_EQ(found(show(state).tree, "role=button[name=\"I think that\"]"), nullptr) << "one has begun";
  EXPECT_NE(found(show(state).tree, "role=text[name~\"1 of about 20 words\"]"), nullptr);
  for (const char* key : {"a", "New line"})
    state = after_press(std::move(state), std::string("role=button[name=\"") + key + "\"]");
  EXPECT_NE(found(show(state).tree, "role=button[name=\"A\"]"), nullptr) << "a new sentence begins";
  EXPECT_EQ(found(show(state).tree, "role=textfield")->value, "Because a\n");
  state = after_press(std::move(state), "role=button[name=\"Hand in\"]");
  const Shown shown = show(state);
  EXPECT_NE(found(shown.tree, "role=status[name=\"Kept for your teacher\"]"), nullptr);
  EXPECT_EQ(found(shown.tree, "role=status[name=\"Right\"]"), nullptr);
  EXPECT_EQ(found(shown.tree, "role=textfield")->value, "Because a\n") << "what was written stays";
  EXPECT_NE(found(shown.tree, "role=button[name=\"Go on\"]"), nullptr);
}

TEST(WrittenTasks, ALongAnswerShowsItsEndAndThePagesAboveIt) {
  StationState state = test::working_station(13);
  for (int line = 1; line <= 30; ++line)
    state = update(std::move(state), test::act(engage::TypeText{"line " + std::to_string(line) + "\n"}), 0).state;
  const auto shows = [&](const char* words) {
    return found(show(state).tree, "role=textfield")->text.find(words) != std::string::npos;
  };
  EXPECT_TRUE(shows("line 30"));
  EXPECT_FALSE(shows("line 1\n"));
  for (int page = 0; page < 30 && !shows("line 1\n"); ++page)
    state = after_press(std::move(state), "role=button[name=\"Earlier lines\"]");
  EXPECT_TRUE(shows("line 1\n"));
  EXPECT_TRUE(found(show(state).tree, "role=button[name=\"Earlier lines\"]")->state.disabled);
  state = update(std::move(state), test::act(engage::TypeText{"on"}), 0).state;
  EXPECT_TRUE(shows("on")) << "whoever writes sees where";
}

TEST(WrittenTasks, EveryLineOfALongAnswerStaysInItsField) {
  for (const float width : {1280.F, 1024.F, 426.F}) {
    StationState state = test::working_station(13);
    for (int word = 0; word < 60; ++word)
      state = update(std::move(state), test::act(engage::TypeText{"mmmmmm WWWWWW "}), 0).state;
    if (width < 1000) std::get<Activity>(state.screen).page = 2;  // what to look for takes one of its own
    const Shown shown = show(state, width, width < 1000 ? 266 : width * 0.6F);
    const Node* field = found(shown.tree, "role=textfield");
    ASSERT_NE(field, nullptr);
    EXPECT_FALSE(field->text.empty());
    EXPECT_LE(field->rect.x + field->rect.width, width);
  }
}

TEST(WrittenTasks, EachBlankIsFilledInItsOwnWayByTaps) {
  StationState state = test::working_station(14);
  EXPECT_NE(found(show(state).tree, "role=text[name~\"A Blank 1 has Blank 2 legs\"]"), nullptr);
  for (const char* tap :
       {"[name=\"Blank 2\"]", "role=button[name=\"4\"]", "[name=\"Blank 1\"]", "role=button[name=\"h\"]",
        "role=button[name=\"o\"]", "[name=\"Blank 4\"]", "role=radio[name=\"rides\"]", "[name=\"Blank 3\"]",
        "role=button[name=\"a child\"]", "[name=\"Blank 3\"]"})
    state = after_press(std::move(state), tap);
  const Shown shown = show(state);
  EXPECT_EQ(found(shown.tree, "role=textfield[name=\"Blank 2\"]")->value, "4");
  EXPECT_EQ(found(shown.tree, "role=textfield[name=\"Blank 1\"]")->value, "ho");
  EXPECT_EQ(found(shown.tree, "role=button[name=\"Blank 4\"]")->value, "rides");
  EXPECT_EQ(found(shown.tree, "role=button[name=\"Blank 3\"]")->value, "a child");
  EXPECT_EQ(found(shown.tree, "role=button[name=\"a child\"]"), nullptr) << "it left the bank";
  EXPECT_FALSE(found(shown.tree, "role=button[name=\"Check\"]")->state.disabled);
}

TEST(WrittenTasks, WhatWasRightInATextStaysMarkedUntilItIsTouched) {
  StationState state = test::working_station(14);
  auto& activity = engage::at_hand(std::get<session::Working>(state.session->place).problem);
  engage::ClozeEntry entry = engage::right_entry(test::sample_cloze());
  std::get<engage::ShortTextEntry>(entry.fillings[1]).text = "hen";
  activity.entry = entry;
  activity.phase = engage::TryAgain{{}};
  const auto ground = [&](const char* name) {
    return found(show(state).tree, std::string("[name=\"") + name + "\"]")->look.fill;
  };
  EXPECT_EQ(ground("Blank 2"), Paint::GreenSoft);
  EXPECT_EQ(ground("Blank 1"), Paint::ClaySoft);
  state = after_press(std::move(state), "role=button[name=\"Try again\"]");
  EXPECT_EQ(ground("Blank 2"), Paint::GreenSoft);
  EXPECT_NE(ground("Blank 1"), Paint::GreenSoft);
  EXPECT_NE(ground("Blank 1"), Paint::ClaySoft);
  state = update(std::move(state), test::act(engage::TypeText{"1", 0}), 0).state;
  EXPECT_NE(ground("Blank 2"), Paint::GreenSoft);
}

TEST(WrittenTasks, ALongTextHasPagesAndTypingGoesToABlankThatIsSeen) {
  StationState state = test::working_station(14);
  engage::ItemInstance item = test::sample_item(14, "en");
  engage::Cloze cloze;
  std::string text;
  for (int blank = 1; blank <= 12; ++blank) {
    text += "Here is a sentence of some length before the blank [[" + std::to_string(blank) + "]] and after it. ";
    engage::ShortText word;
    word.expected = "word";
    cloze.blanks.emplace_back(word);
  }
  cloze.text = engage::cut_at_marks(text, 12, engage::MarkWords::None).value();
  item.steps.front().question.task = cloze;
  std::get<session::Working>(state.session->place).problem = engage::start_problem(std::move(item), 0);
  std::set<std::string> seen;
  for (int page = 0; page < 12; ++page) {
    int takers = 0;
    walk(show(state).tree, [&](const Node& node) {
      if (node.role == Role::TextField) seen.insert(node.name);
      takers += node.role == Role::TextField && node.actions.takes_typing;
    });
    EXPECT_EQ(takers, 1) << page;
    state = after_press(std::move(state), "role=button[name=\"Next page\"]");
  }
  EXPECT_EQ(seen.size(), 12U);
}

TEST(WrittenTasks, EachCellIsNamedByItsRowAndColumnAndArrowsMoveBetweenThem) {
  StationState state = test::working_station(16);
  state = after_press(std::move(state), "role=textfield[name=\"out, 10\"]");
  state = after_press(std::move(state), "role=button[name=\"3\"]");
  const Shown shown = show(state);
  EXPECT_EQ(found(shown.tree, "role=textfield[name=\"out, 10\"]")->value, "3");
  EXPECT_EQ(found(shown.tree, "role=text[name=\"out, 1\"]")->value, "3");
  const Rect& rect = found(shown.tree, "role=textfield[name=\"out, 2\"]")->rect;
  InputState input = dispatch(shown.tree, {}, PointerDown{rect.x + 5, rect.y + 5}).state;
  input = dispatch(shown.tree, input, PointerUp{rect.x + 5, rect.y + 5}).state;
  input = dispatch(shown.tree, input, KeyDown{Key::Right}).state;
  EXPECT_EQ(node_at(shown.tree, input.focus)->name, "out, 10");
}

TEST(WrittenTasks, WordsOfATextAreTouchedAndLetGo) {
  StationState state = test::working_station(15);
  for (const bool chosen : {true, false}) {
    state = after_press(std::move(state), "role=checkbox[name=\"runs\"]");
    EXPECT_EQ(found(show(state).tree, "role=checkbox[name=\"runs\"]")->state.selected, chosen);
  }
}

}  // namespace
}  // namespace hornbook::ui
