// "I want to talk to my teacher", as it is seen at home.
#include "tests/unit/ui/views/every_screen.hpp"

namespace hornbook::ui::test {
namespace {

StationState home_with(TalkStanding standing) {
  StationState state = with_screen(signed_in_station("en"), Home{});
  state.talk = standing;
  return state;
}

TEST(TalkView, Home_HasAQuietButtonThatAsks) {
  for (const auto& [width, height] : {std::pair{1280.F, 800.F}, std::pair{800.F, 1280.F}, std::pair{512.F, 300.F}}) {
    const Shown shown = show(home_with(TalkStanding::None), width, height);
    const Node* button = found(shown.tree, "role=button[name=\"I want to talk to my teacher\"]");
    ASSERT_NE(button, nullptr) << width;
    EXPECT_NE(button->look.fill, Paint::Horn) << "it is not what one is led to";
    const Intent intent = intent_of(shown.actions, {*button->actions.press, 0, {}});
    EXPECT_TRUE(std::holds_alternative<session::AskToTalk>(std::get<ToSession>(intent).intent));
    EXPECT_EQ(with_id(shown.tree, "talk-standing"), nullptr);
  }
}

TEST(TalkView, WhatBecameOfIt_IsSaidAsAStatusAndNoMoreThanIsKnown) {
  const std::array expected{std::pair{TalkStanding::Waits, "when this tablet next meets the school"},
                            std::pair{TalkStanding::Arrived, "page has it now"},
                            std::pair{TalkStanding::Seen, "Your teacher has seen"}};
  for (const auto& [width, height] : {std::pair{1280.F, 800.F}, std::pair{512.F, 300.F}}) {
    for (const auto& [standing, words] : expected) {
      const Shown shown = show(home_with(standing), width, height);
      const Node* status = with_id(shown.tree, "talk-standing");
      ASSERT_NE(status, nullptr) << words;
      EXPECT_EQ(status->role, Role::Status);
      EXPECT_NE(status->name.find(words), std::string::npos) << status->name;
    }
  }
}

TEST(TalkView, WhileItWaits_ThereIsNothingMoreToAsk) {
  EXPECT_EQ(with_id(show(home_with(TalkStanding::Waits)).tree, "talk"), nullptr);
  EXPECT_NE(with_id(show(home_with(TalkStanding::Arrived)).tree, "talk"), nullptr) << "nobody is ever stuck";
  EXPECT_NE(with_id(show(home_with(TalkStanding::Seen)).tree, "talk"), nullptr);
}

TEST(TalkView, AtAChildsHands_ItIsRecordedAndStaysAtHome) {
  StationState state = home_with(TalkStanding::None);
  const StationStep asked = update(std::move(state), ToSession{session::AskToTalk{}}, 0);
  EXPECT_TRUE(std::holds_alternative<Home>(asked.state.screen));
  ASSERT_EQ(asked.effects.size(), 1u);
  const auto& append = std::get<Append>(asked.effects[0]);
  ASSERT_EQ(append.events.size(), 1u);
  EXPECT_TRUE(measure::is_urgent(append.events[0].body));
  EXPECT_EQ(asked.state.talk, TalkStanding::None) << "nothing is said before it is saved";
  EXPECT_EQ(update(asked.state, TalkKnown{TalkStanding::Waits}, 0).state.talk, TalkStanding::Waits);
}

TEST(TalkView, WhoeverComesNext_IsToldNothingOfIt) {
  StationState state = update(home_with(TalkStanding::Waits), SignOut{}, 0).state;
  state = update(std::move(state), Saved{}, 0).state;
  EXPECT_EQ(state.talk, TalkStanding::None);
  EXPECT_EQ(update(std::move(state), TalkKnown{TalkStanding::Seen}, 0).state.talk, TalkStanding::None);
}

}  // namespace
}  // namespace hornbook::ui::test
