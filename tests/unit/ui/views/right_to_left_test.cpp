// What mirrors where a language is read from the right, and what does not.
#include <gtest/gtest.h>

#include "tests/unit/ui/views/shown.hpp"

namespace hornbook::ui {
namespace {

using test::found;
using test::show;
using test::Shown;
using test::with_id;

TEST(RightToLeft, TheTimeOfWhatIsWatchedRunsFromTheLeft) {
  for (const char* language : {"en", "ar"}) {
    const Shown shown = show(test::watching_station(language));
    const Node* meter = with_id(shown.tree, "meter");
    const Node* second = with_id(shown.tree, "check-point-1");
    const Node* last = with_id(shown.tree, "check-point-2");
    ASSERT_TRUE(meter != nullptr && second != nullptr && last != nullptr) << language;
    EXPECT_LT(second->rect.x, last->rect.x) << language;
    EXPECT_GE(second->rect.x, meter->rect.x + meter->rect.width / 2) << language;
    EXPECT_LE(last->rect.x + last->rect.width, meter->rect.x + meter->rect.width + 0.5F) << language;
  }
}

TEST(RightToLeft, ANumberStandsBeforeItsUnitAsItIsRead) {
  for (const char* language : {"en", "ar"}) {
    StationState state = test::signed_in_station(language);
    engage::NumberEntry task;
    task.expected = engage::Rational::whole(6);
    task.unit = "cups";
    engage::Question question = test::sample_question(1);
    question.task = task;
    engage::ItemInstance item = engage::item_asking(std::move(question));
    item.language = language;
    item.prompt = "How many?";
    state.session->place = session::Working{engage::start_problem(std::move(item), 0)};
    state.screen = Activity{};
    state = update(std::move(state), test::act(engage::TypeText{"6"}), 0).state;
    const Shown shown = show(state);
    const Node* digit = found(shown.tree, "role=text[name=\"6\"]");
    const Node* unit = found(shown.tree, "role=text[name=\"cups\"]");
    ASSERT_TRUE(digit != nullptr && unit != nullptr) << language;
    EXPECT_EQ(digit->rect.x < unit->rect.x, std::string_view(language) == "en") << language;
  }
}

TEST(RightToLeft, SentencesHaveTheMarksOfTheirLanguage) {
  const auto offers = [](const char* language, const char* mark) {
    return found(show(test::working_station(13, language)).tree, std::string("role=button[name=\"") + mark + "\"]");
  };
  EXPECT_NE(offers("ar", "؟"), nullptr);
  EXPECT_NE(offers("ar", "،"), nullptr);
  EXPECT_EQ(offers("ar", "?"), nullptr);
  EXPECT_NE(offers("es", "¿"), nullptr);
  EXPECT_EQ(offers("en", "¿"), nullptr);
}

}  // namespace
}  // namespace hornbook::ui
