// A large scale leaves little room: what does not fit on a page is on another, and nothing is out of reach.
#include <gtest/gtest.h>

#include "tests/unit/ui/views/shown.hpp"
#include "ui/views/workplace.hpp"

namespace hornbook::ui {
namespace {

using test::found;
using test::pressed;
using test::show;
using test::Shown;
using test::walk;
using test::with_id;

// 1024 × 600 at twice the size.
constexpr float width = 512;
constexpr float height = 300;

StationState asking(std::string prompt, engage::Task task) {
  StationState state = test::signed_in_station();
  engage::Question question = test::sample_question(0);
  question.task = std::move(task);
  engage::ItemInstance item = engage::item_asking(std::move(question));
  item.language = "en";
  item.prompt = std::move(prompt);
  state.session->place = session::Working{engage::start_problem(std::move(item), 0)};
  state.screen = Activity{};
  return state;
}

StationState on_page(StationState state, std::uint32_t page) {
  std::get<Activity>(state.screen).page = page;
  return state;
}

std::string words_on(const Shown& shown) {
  std::string words;
  walk(shown.tree, [&](const Node& node) {
    if (node.id == "prompt" || node.id == "problem") words += node.name + " ";
  });
  return words;
}

void expect_on_screen(const Shown& shown) {
  walk(shown.tree, [](const Node& node) {
    EXPECT_LE(node.rect.y + node.rect.height, height + 0.5F) << node.name;
    EXPECT_LE(node.rect.x + node.rect.width, width + 0.5F) << node.name;
  });
}

// Presses what leads on until it leads to the answer; what was seen on each page goes to `seen`.
StationState to_the_answer(StationState state, std::vector<Shown>& seen) {
  for (int page = 0; page < 20; ++page) {
    Shown shown = show(state, width, height);
    const Node* on = with_id(shown.tree, views::to_the_answer_id);
    if (on == nullptr) return state;
    const Intent onwards = shown.actions.at(*on->actions.press);
    seen.push_back(std::move(shown));
    state = update(std::move(state), onwards, 0).state;
  }
  ADD_FAILURE() << "the question does not end";
  return state;
}

TEST(SmallScreen, ALongQuestionGoesOnOnTheNextPage) {
  std::string prompt;
  for (int at = 1; at <= 12; ++at) prompt += "Sentence number " + std::to_string(at) + " is part of this question. ";
  std::vector<Shown> seen;
  const StationState answering = to_the_answer(asking(prompt, test::sample_task(1)), seen);
  EXPECT_GE(seen.size(), 3u);
  std::string words;
  for (const Shown& page : seen) {
    words += words_on(page);
    expect_on_screen(page);
  }
  for (int at = 1; at <= 12; ++at)
    EXPECT_NE(words.find("number " + std::to_string(at) + " is"), std::string::npos) << at;
  EXPECT_NE(found(show(answering, width, height).tree, "role=textfield"), nullptr);
  const StationState back =
      pressed(answering, show(answering, width, height), "role=button[name=\"See the question\"]");
  EXPECT_EQ(std::get<Activity>(back.screen).page, 0u);
}

TEST(SmallScreen, AHintThatLeavesNoRoomForTheQuestionComesBeforeIt) {
  std::string prompt = "Many words are asked here, more than can stand above a hint on one page of so small a screen. ";
  StationState state = asking(prompt + prompt, test::sample_task(1));
  state = update(std::move(state), test::act(engage::AskHint{}), 0).state;
  EXPECT_NE(with_id(show(state, width, height).tree, "hint"), nullptr);
  std::vector<Shown> seen;
  to_the_answer(state, seen);
  std::string words;
  for (const Shown& page : seen) words += words_on(page);
  EXPECT_NE(words.find("Many words"), std::string::npos);
}

TEST(SmallScreen, EveryBeginningOfASentenceCanBeReached) {
  engage::OpenResponse task;
  for (int at = 1; at <= 6; ++at) task.starters.push_back("A beginning of sentence " + std::to_string(at));
  std::vector<Shown> seen;
  to_the_answer(asking("Why? Explain it to a friend in your own words.", task), seen);
  std::string names;
  for (const Shown& page : seen) {
    expect_on_screen(page);
    walk(page.tree, [&](const Node& node) { names += node.name + "\n"; });
  }
  for (const std::string& starter : task.starters) EXPECT_NE(names.find(starter), std::string::npos) << starter;
}

TEST(SmallScreen, BeginningsOfASentenceOutliveAHint) {
  engage::OpenResponse task;
  task.starters = {"I think that", "For example"};
  StationState state = asking("Why? Explain it to a friend in your own words.", task);
  state = update(std::move(state), test::act(engage::AskHint{}), 0).state;
  std::vector<Shown> seen;
  to_the_answer(state, seen);
  const auto has = [&](const char* selector) {
    return std::any_of(seen.begin(), seen.end(),
                       [&](const Shown& page) { return found(page.tree, selector) != nullptr; });
  };
  EXPECT_TRUE(has("role=button[name=\"For example\"]"));
  EXPECT_TRUE(has("role=status[name~\"1 of 3\"]"));
}

TEST(OpenResponse, BeginningsThatDoNotFitAreOnPagesBesideTheQuestion) {
  engage::OpenResponse task;
  for (int at = 1; at <= 6; ++at)
    task.starters.push_back("A rather long beginning of a sentence, the number " + std::to_string(at));
  StationState state = asking("Why is that so? Explain it to a friend in your own words and give an example.", task);
  std::string names;
  for (int page = 0; page < 6; ++page) {
    const Shown shown = show(state, 1024, 600);
    EXPECT_NE(with_id(shown.tree, "key-Q"), nullptr) << "the keys stay as they are";
    walk(shown.tree, [&](const Node& node) { names += node.name + "\n"; });
    const Node* next = with_id(shown.tree, views::page_turner_id);
    ASSERT_NE(next, nullptr);
    state = update(std::move(state), shown.actions.at(*next->actions.press), 0).state;
  }
  for (const std::string& starter : task.starters) EXPECT_NE(names.find(starter), std::string::npos) << starter;
}

TEST(SmallScreen, PlacesOfAPictureThatWouldCrowdItAreListedOnAPageOfTheirOwn) {
  engage::Task task = test::sample_task(10);
  std::get<engage::LabelTask>(task).at = {{190, 100}, {200, 110}, {210, 120}, {220, 130}};
  StationState state = on_page(asking("Put each name where it belongs.", std::move(task)), 1);
  const Shown picture = show(state, width, height);
  EXPECT_NE(with_id(picture.tree, "picture"), nullptr);
  EXPECT_EQ(with_id(picture.tree, "place-1"), nullptr) << "too small to be touched there";
  expect_on_screen(picture);
  state = pressed(std::move(state), show(state, width, height), "role=button[name=\"Next page\"]");
  state = pressed(std::move(state), show(state, width, height), "role=button[name=\"flower\"]");
  state = pressed(std::move(state), show(state, width, height), "role=button[name=\"Place of place 3\"]");
  const Shown listed = show(state, width, height);
  EXPECT_EQ(with_id(listed.tree, "place-3")->value, "flower");
  expect_on_screen(listed);
}

TEST(SmallScreen, ChoicesThatNeedManyLinesHavePages) {
  engage::MultipleChoice task;
  for (std::uint8_t at = 0; at < 4; ++at)
    task.choices.push_back(
        {at,
         "A choice with so many words that it needs two lines of a small screen, number " + std::to_string(at + 1),
         std::nullopt,
         at == 0,
         {}});
  StationState state = on_page(asking("Which?", task), 1);
  std::string names;
  for (int page = 0; page < 4; ++page) {
    const Shown shown = show(state, width, height);
    expect_on_screen(shown);
    walk(shown.tree, [&](const Node& node) { names += node.role == Role::Radio ? node.name + "\n" : ""; });
    state = pressed(std::move(state), shown, "role=button[name=\"Next page\"]");
  }
  for (const engage::Choice& choice : task.choices) EXPECT_NE(names.find(choice.text), std::string::npos);
}

TEST(SmallScreen, SentencesToOrderStandOnAnotherPageThanTheirPlaces) {
  engage::OrderTask task;
  const std::array<const char*, 4> words{"The sun warms the sea.", "Vapour rises.", "A cloud forms.", "It rains."};
  for (std::uint8_t at = 0; at < 4; ++at) task.tiles.push_back({at, words.at(at), std::nullopt});
  StationState state = on_page(asking("What comes first?", task), 1);
  const Shown places = show(state, width, height);
  EXPECT_NE(with_id(places.tree, "place-4"), nullptr);
  expect_on_screen(places);
  state = pressed(std::move(state), places, "role=button[name=\"Next page\"]");
  state = pressed(std::move(state), show(state, width, height), "role=button[name=\"It rains.\"]");
  state = pressed(std::move(state), show(state, width, height), "role=button[name=\"Next page\"]");
  state = pressed(std::move(state), show(state, width, height), "role=button[name=\"Place 4\"]");
  EXPECT_EQ(with_id(show(state, width, height).tree, "place-4")->value, "It rains.");
}

TEST(SmallScreen, DigitsOfThePadStandAsOnEveryPad) {
  const Shown shown = show(on_page(test::working_station(1), 1), width, height);
  const auto at = [&](const char* key) {
    return found(shown.tree, std::string("role=button[name=\"") + key + "\"]")->rect;
  };
  EXPECT_EQ(at("7").x, at("4").x);
  EXPECT_EQ(at("4").x, at("1").x);
  EXPECT_EQ(at("7").y, at("9").y);
  EXPECT_LT(at("7").y, at("4").y);
}

}  // namespace
}  // namespace hornbook::ui
