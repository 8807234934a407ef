// A check of where to start, from screen to screen.
#include <gtest/gtest.h>

#include "tests/unit/ui/sample_station.hpp"

namespace hornbook::ui {
namespace {

using test::beginning_station;
using test::checking_station;

bool is_at_question(const StationState& state) {
  return std::holds_alternative<Activity>(state.screen) && state.session->check.has_value();
}

TEST(CheckFlow, Offer_LeadsThroughTheIntroductionToTheFirstQuestion) {
  StationStep step = update(beginning_station(), ShowCheck{}, 0);
  ASSERT_TRUE(std::holds_alternative<CheckIntroduction>(step.state.screen));
  EXPECT_TRUE(step.effects.empty()) << "looking at it begins nothing";
  step = update(std::move(step.state), GoOnWithCheck{}, 0);
  EXPECT_TRUE(is_at_question(step.state));
  ASSERT_EQ(step.effects.size(), 1u);
  EXPECT_TRUE(std::holds_alternative<Append>(step.effects[0]));
}

TEST(CheckFlow, Introduction_LeadsBackHome) {
  StationState state = update(beginning_station(), ShowCheck{}, 0).state;
  state = update(std::move(state), Back{}, 0).state;
  EXPECT_TRUE(std::holds_alternative<Home>(state.screen));
}

TEST(CheckFlow, WithoutAnOffer_ThereIsNoIntroduction) {
  const StationState state = update(test::signed_in_station(), ShowCheck{}, 0).state;
  EXPECT_TRUE(std::holds_alternative<Home>(state.screen));
}

TEST(CheckFlow, BackFromAQuestion_AsksWhetherToGoOn_AndNothingIsLost) {
  StationStep step = update(checking_station(), Back{}, 0);
  EXPECT_TRUE(std::holds_alternative<CheckIntroduction>(step.state.screen));
  EXPECT_TRUE(step.state.session->check.has_value());
  EXPECT_TRUE(step.effects.empty());
  EXPECT_TRUE(is_at_question(update(step.state, GoOnWithCheck{}, 0).state));
  EXPECT_TRUE(is_at_question(update(step.state, Back{}, 0).state));
  const StationState later = update(step.state, ToSession{session::GoHome{}}, 0).state;
  EXPECT_TRUE(std::holds_alternative<Home>(later.screen));
  EXPECT_FALSE(later.session->check);
  const StationState enough = update(step.state, ToSession{session::StopCheck{}}, 0).state;
  EXPECT_TRUE(std::holds_alternative<session::CheckClosed>(enough.session->place));
}

TEST(CheckFlow, NextQuestion_BeginsOnItsFirstPage) {
  StationState state = checking_station();
  std::get<Activity>(state.screen).page = 2;
  const StationState next = update(state, ToSession{session::PassOver{}}, 0).state;
  ASSERT_TRUE(is_at_question(next));
  EXPECT_EQ(std::get<Activity>(next.screen).page, 0u);
}

TEST(CheckFlow, LastAnswer_ShowsWhatComesNext_AndItStarts) {
  StationState state = checking_station();
  for (int question = 0; question < 20 && state.session->check; ++question)
    state = update(std::move(state), ToSession{session::PassOver{}}, 0).state;
  ASSERT_TRUE(std::holds_alternative<session::CheckClosed>(state.session->place));
  EXPECT_TRUE(std::holds_alternative<Home>(state.screen));
  const StationState started = update(state, ToSession{session::ChooseOption{0}}, 0).state;
  EXPECT_TRUE(std::holds_alternative<Activity>(started.screen));
  EXPECT_FALSE(started.session->check);
}

TEST(CheckFlow, NobodyThere_EndsTheSessionAndKeepsTheCheck) {
  StationState state = checking_station();
  const MonotonicMs late = state.last_act + idle_ends_after_ms;
  state = update(std::move(state), Back{}, 0).state;
  state = update(std::move(state), TimePassed{}, late).state;
  EXPECT_TRUE(std::holds_alternative<Attract>(state.screen));
  EXPECT_TRUE(state.unsaved.empty() || state.ending);
}

}  // namespace
}  // namespace hornbook::ui
