// What is watched on the screen, and the words in its place.
#include <gtest/gtest.h>

#include "tests/unit/ui/views/shown.hpp"
#include "ui/views/reading_aloud.hpp"

namespace hornbook::ui {
namespace {

using test::found;
using test::pressed;
using test::show;
using test::Shown;
using test::walk;
using test::watching_station;

bool says(const StationState& state, std::string_view words) {
  bool said = false;
  walk(show(state).tree, [&](const Node& node) { said = said || node.text.find(words) != std::string::npos; });
  return said;
}

TEST(MediaView, PlayPauseAndBack) {
  StationState state = watching_station();
  EXPECT_TRUE(found(show(state).tree, "role=button[name=\"Back 10 seconds\"]")->state.disabled);
  state = pressed(state, "role=button[name=\"Play\"]");
  EXPECT_TRUE(says(state, "Slide 1 says this."));
  state = pressed(state, "role=button[name=\"Pause\"]", 4'000);
  const auto& playback = std::get<session::Working>(state.session->place).playback;
  EXPECT_FALSE(playback.playing);
  EXPECT_EQ(playback.position_ms, 4'000u);
  EXPECT_NE(found(show(state).tree, "role=button[name=\"Play\"]"), nullptr);
}

TEST(MediaView, CaptionsAreThereUntilSomebodyTakesThemAway) {
  StationState state = pressed(watching_station(), "role=button[name=\"Play\"]");
  EXPECT_TRUE(says(state, "Slide 1 says this."));
  EXPECT_TRUE(found(show(state).tree, "role=checkbox[name=\"Captions\"]")->state.selected);
  state = pressed(state, "role=checkbox[name=\"Captions\"]");
  EXPECT_FALSE(says(state, "Slide 1 says this."));
  EXPECT_FALSE(found(show(state).tree, "role=checkbox[name=\"Captions\"]")->state.selected);
}

TEST(MediaView, TheWordsTellWhatIsSeenAndHeardUpToTheQuestion_AndLeadToIt) {
  StationState state = pressed(watching_station(), "role=button[name=\"Read the words\"]");
  EXPECT_TRUE(says(state, "a bar that is cut again and again"));
  EXPECT_TRUE(says(state, "Slide 1 says this. Slide 2 says this."));
  EXPECT_FALSE(says(state, "Slide 3")) << "that comes after the question";
  state = pressed(state, "role=button[name=\"See the question\"]");
  EXPECT_EQ(show(state).tree.id, "activity");
  EXPECT_NE(found(show(state).tree, "role=button[name=\"See it again\"]"), nullptr);
}

TEST(MediaView, AVideoHasItsDescription) {
  engage::Media media = test::sample_slides();
  media.shown = engage::Video{};
  const Shown shown = show(watching_station("en", std::move(media)));
  EXPECT_NE(found(shown.tree, "role=image[name=\"a bar that is cut again and again\"]"), nullptr);
}

TEST(MediaView, AVoiceSaysTheWordsOnlyWhereNothingIsHeard) {
  StationState state = watching_station();
  ASSERT_EQ(announced(show(state).tree).size(), 1u) << "what is asked";
  state = pressed(state, "role=button[name=\"Play\"]");
  EXPECT_TRUE(state.hearing.has_value());
  EXPECT_EQ(announced(show(state).tree).size(), 1u);
  engage::Media silent = test::sample_slides();
  for (engage::Slide& slide : std::get<std::vector<engage::Slide>>(silent.shown)) slide.sound.reset();
  state = pressed(watching_station("en", std::move(silent)), "role=button[name=\"Play\"]");
  const std::vector<Utterance> said = announced(show(state).tree);
  ASSERT_EQ(said.size(), 2u);
  EXPECT_EQ(said.back().words, "Slide 1 says this.");
}

TEST(MediaView, AfterTheLastQuestionTheRestCanBeSeen) {
  engage::Media media = test::sample_slides();
  StationState state = watching_station("en", media);
  auto& working = std::get<session::Working>(state.session->place);
  engage::ItemInstance item = *working.problem.item;
  item.steps.pop_back();
  working.problem = engage::start_problem(std::move(item), 0);
  state = update(std::move(state), ToSession{session::ControlMedia{engage::MediaControl::ReadOn}}, 0).state;
  const engage::Task& task = engage::at_hand(std::get<session::Working>(state.session->place).problem).question->task;
  engage::at_hand(std::get<session::Working>(state.session->place).problem).entry = engage::right_entry_of(task);
  state = update(std::move(state), test::act(engage::Submit{}), 1'000).state;
  state = pressed(state, "role=button[name=\"Watch on\"]", 2'000);
  EXPECT_EQ(show(state).tree.id, "media");
  state = update(std::move(state), TimePassed{}, 30'000).state;
  EXPECT_NE(found(show(state).tree, "role=button[name=\"Go on\"]"), nullptr);
  EXPECT_NE(found(show(state).tree, "role=button[name=\"From the beginning\"]"), nullptr);
}

}  // namespace
}  // namespace hornbook::ui
