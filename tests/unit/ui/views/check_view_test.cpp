// A check of where to start, as it is seen.
#include "tests/unit/ui/views/every_screen.hpp"

namespace hornbook::ui::test {
namespace {

TEST(CheckView, Home_OffersItBesideTheBeginning) {
  const Shown shown = show(beginning_station());
  EXPECT_NE(found(shown.tree, "role=button[name~\"Next for you\"]"), nullptr);
  const StationState introduced = pressed(beginning_station(), "role=button[name=\"Show me where to start\"]");
  EXPECT_NE(found(show(introduced).tree, "role=heading[name~\"see what you know already\"]"), nullptr);
  EXPECT_NE(found(show(introduced).tree, "role=text[name~\"that is fine\"]"), nullptr);
}

TEST(CheckView, Question_HasNoHintAndCanBePassedOver) {
  const StationState asked = pressed(update(beginning_station(), ShowCheck{}, 0).state, "role=button[name=\"Start\"]");
  const Shown shown = show(asked);
  EXPECT_EQ(found(shown.tree, "role=button[name=\"Hint\"]"), nullptr);
  EXPECT_EQ(found(shown.tree, "role=button[name=\"Check\"]"), nullptr) << "nothing is judged on the screen";
  EXPECT_NE(found(shown.tree, "role=button[name=\"Go on\"]"), nullptr);
  const StationState next = pressed(asked, "role=button[name~\"know this yet\"]");
  EXPECT_EQ(next.session->check->questions, 1u);
  EXPECT_NE(found(show(next).tree, "role=status[name~\"Thank you\"]"), nullptr);
}

// Right or wrong, the next screen says the same.
TEST(CheckView, Answer_IsThankedForWhateverItWas) {
  std::vector<std::string> said;
  for (const bool right : {true, false}) {
    StationState state = checking_station();
    for (int question = 0; question < 2; ++question) {
      const auto& problem = std::get<session::Working>(state.session->place).problem;
      const engage::Task& task = engage::at_hand(problem).question->task;
      const engage::Answer answer = right ? engage::right_answer(task) : engage::wrong_answers(task).front();
      engage::at_hand(std::get<session::Working>(state.session->place).problem).entry = *engage::entry_of(task, answer);
      state = update(std::move(state), ToSession{session::Act{engage::Submit{}}}, 5'000).state;
    }
    const Shown shown = show(state);
    const Node* thanks = with_id(shown.tree, "aside");
    ASSERT_NE(thanks, nullptr);
    said.push_back(thanks->name);
    EXPECT_EQ(with_id(shown.tree, "feedback"), nullptr);
    EXPECT_EQ(with_id(shown.tree, "beads")->value, "2") << "answered, not right";
  }
  EXPECT_EQ(said[0], said[1]);
}

TEST(CheckView, End_NamesWhatComesNext) {
  StationState state = checking_station();
  for (int question = 0; question < 20 && state.session->check; ++question)
    state = update(std::move(state), ToSession{session::PassOver{}}, 0).state;
  const Shown shown = show(state);
  EXPECT_NE(found(shown.tree, "role=heading[name~\"where to start\"]"), nullptr);
  EXPECT_NE(found(shown.tree, "role=text[name=\"Next for you: Skill 0\"]"), nullptr);
  EXPECT_TRUE(std::holds_alternative<Activity>(pressed(state, "role=button[name=\"Start\"]").screen));
}

TEST(CheckView, InTheMiddleOfIt_ThereAreThreeWaysAndNoneLosesAnything) {
  const StationState asked = update(checking_station(), Back{}, 0).state;
  EXPECT_TRUE(std::holds_alternative<Activity>(pressed(asked, "role=button[name=\"Go on\"]").screen));
  EXPECT_TRUE(std::holds_alternative<Home>(pressed(asked, "role=button[name=\"Another time\"]").screen));
  const StationState enough = pressed(asked, "role=button[name=\"That is enough\"]");
  EXPECT_TRUE(std::holds_alternative<session::CheckClosed>(enough.session->place));
}

}  // namespace
}  // namespace hornbook::ui::test
