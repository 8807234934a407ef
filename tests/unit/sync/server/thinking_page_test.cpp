#include "sync/server/web/thinking_page.hpp"

#include "tests/unit/sync/server/server_bed.hpp"

namespace hornbook::server {
namespace {

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

class ThinkingPage : public test::ServerBed {
 protected:
  void SetUp() override { add_sample_pack(); }

  // A lesson in which these items are answered one after the other, by the choices beside them.
  void answer(const std::string& learner, std::vector<std::pair<std::uint32_t, std::uint32_t>> answers,
              std::vector<measure::EventBody> more = {}) {
    test::DeviceCard card = enrolled_device("Station " + learner);
    const test::OpenEpoch epoch = card.open_epoch(0);
    std::vector<measure::Event> events = lesson(learner, 1, {true});
    std::vector<measure::EventBody> bodies;
    for (const auto& [item, choice] : answers) {
      const bool correct = choice != test::sample_telling_choice;
      bodies.emplace_back(measure::ItemPresented{0, item, 1});
      measure::Response response{{engage::MultipleChoiceTemplate::number, {choice}, {}}, correct, 0, 1, 0, 5000, {}};
      response.credit_permille = correct ? 1000 : 0;
      if (!correct) response.misconception = std::uint16_t{0};
      bodies.emplace_back(std::move(response));
    }
    bodies.insert(bodies.end(), more.begin(), more.end());
    const measure::Event last = events.back();
    events.pop_back();
    for (measure::EventBody& body : bodies)
      events.push_back(
          {events.back().sequence + 1, last.learner_index, events.back().elapsed_ms + 6000, std::move(body)});
    events.push_back({events.back().sequence + 1, last.learner_index, events.back().elapsed_ms + 1, last.body});
    ASSERT_TRUE(send(card, card.bundle(epoch, {card.segment(epoch, 0, events)})).has_value());
  }
  [[nodiscard]] ThinkingView view(std::string_view language = "en") {
    EXPECT_TRUE(library_.refresh(*school_).has_value());
    const std::int64_t number = find_class(*school_, "4 Robin").value().number;
    return view_thinking(*school_, library_, {"head", Role::Administrator}, number, language, clock_.now().unix_ms)
        .value();
  }
  static constexpr std::uint32_t one = test::sample_telling_item;
  static constexpr std::uint32_t other = test::sample_telling_item + 1;
  static constexpr std::uint32_t wrong = test::sample_telling_choice;
};

TEST_F(ThinkingPage, WrongRuleOfTwoLearners_StandsWithItsQuestionsAndAnswersInThePacksWords) {
  answer("u1", {{one, wrong}, {other, wrong}});
  answer("u2", {{one, wrong}, {one, 0}});
  const ThinkingView shown = view();
  ASSERT_EQ(shown.misconceptions.size(), 1u);
  const MisconceptionShown& rule = shown.misconceptions.front();
  EXPECT_EQ(rule.title, "Adds <the> parts");
  EXPECT_EQ(rule.held_by, std::vector<std::string>{"Amina Diallo"}) << "two errors on distinct questions";
  EXPECT_EQ(rule.learners, 2u);
  EXPECT_EQ(rule.times, 3u);
  ASSERT_EQ(rule.answers.size(), 2u);
  EXPECT_EQ(rule.answers[0].asked, "How much is $1/4 + 1/4$?") << "the most frequent first";
  EXPECT_EQ(rule.answers[0].answer, "$2/8$");
  EXPECT_EQ(rule.answers[0].learners, 2u);
  EXPECT_EQ(view("es").misconceptions.front().title, "Suma las partes");
  const std::string html = render_thinking_page(shown, words_for("en"), "token");
  EXPECT_TRUE(contains(html, "Adds &lt;the&gt; parts"));
  EXPECT_TRUE(contains(html, "Held now by:</strong> Amina Diallo"));
  EXPECT_FALSE(contains(html, "<script"));
  EXPECT_FALSE(contains(html, "style="));
}

TEST_F(ThinkingPage, RightAnswersAfterwards_ClearTheLearnerAndKeepTheCount) {
  answer("u1", {{one, wrong}, {other, wrong}, {one, 0}, {other, 0}});
  const ThinkingView shown = view();
  ASSERT_EQ(shown.misconceptions.size(), 1u);
  EXPECT_TRUE(shown.misconceptions.front().held_by.empty());
  EXPECT_EQ(shown.misconceptions.front().times, 2u);
}

TEST_F(ThinkingPage, WhatALearnerSaid_StandsWithTheDecisionThatItIsAbout) {
  measure::Decision decision;
  decision.number = 7;
  decision.chosen = {0, one, 1, measure::ReasonCode::Strengthen, 2, 640};
  answer("u3", {{one, 0}},
         {decision, measure::OverrideMade{measure::DecidedBy::Learner, 7, measure::OverrideReason::TooHard, {}},
          measure::OverrideMade{measure::DecidedBy::Learner, 9, measure::OverrideReason::Later, {}}});
  const ThinkingView shown = view();
  ASSERT_EQ(shown.wishes.size(), 2u);
  EXPECT_EQ(shown.wishes[0].reason, measure::OverrideReason::Later) << "the latest first";
  EXPECT_TRUE(shown.wishes[0].decision.empty()) << "of a decision that is not there";
  EXPECT_EQ(shown.wishes[1].learner, "Chidi <b>Okafor</b>");
  EXPECT_TRUE(contains(shown.wishes[1].decision, "Compare fractions: open skill, interleaved; predicted success 64 %"));
  const std::string html = render_thinking_page(shown, words_for("es"), "token");
  EXPECT_TRUE(contains(html, "Chidi &lt;b&gt;Okafor&lt;/b&gt;"));
  EXPECT_TRUE(contains(html, "muy difícil"));
  EXPECT_EQ(state_of("u3").base.state.agency.easier_steps, 1) << "it is evidence in the fold";
}

TEST_F(ThinkingPage, ClassWithoutAnswers_SaysSo) {
  const std::string html = render_thinking_page(view(), words_for("en"), "token");
  EXPECT_TRUE(contains(html, "No answer has shown a known wrong rule yet."));
  EXPECT_TRUE(contains(html, "Nobody has said anything yet."));
}

TEST_F(ThinkingPage, ClassThatTheAccountMayNotSee_IsNotThere) {
  const std::int64_t number = find_class(*school_, "4 Robin").value().number;
  const auto refused = view_thinking(*school_, library_, {"guest", Role::Teacher}, number, "en", 0);
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code, ErrorCode::NotFound);
}

}  // namespace
}  // namespace hornbook::server
