#include "sync/server/web/to_read_page.hpp"

#include "sync/server/teaching/states.hpp"
#include "tests/unit/sync/server/server_bed.hpp"

namespace hornbook::server {
namespace {

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

class ToReadPage : public test::ServerBed {
 protected:
  // A lesson of u1 in which one written answer is handed in.
  void write(std::vector<std::string> texts) {
    test::DeviceCard card = enrolled_device("Station 1");
    const test::OpenEpoch epoch = card.open_epoch(0);
    std::vector<measure::Event> events = lesson("u1", 1, {true});
    std::get<measure::ItemPresented>(events[1].body).item_index = test::sample_writing_item;
    auto& response = std::get<measure::Response>(events[2].body);
    response.answer = {engage::OpenResponseTemplate::number, {}, std::move(texts)};
    response.correct = false;
    response.credit_permille = 0;
    ASSERT_TRUE(send(card, card.bundle(epoch, {card.segment(epoch, 0, events)})).has_value());
  }
  ToReadView view(const Account& account = {"head", Role::Administrator}) {
    EXPECT_TRUE(library_.refresh(*school_).has_value());
    const std::int64_t number = find_class(*school_, "4 Robin").value().number;
    return view_to_read(*school_, library_, account, number, clock_.now().unix_ms).value();
  }
};

TEST_F(ToReadPage, AWrittenAnswer_StandsThereWholeWithItsQuestionAndTime) {
  add_sample_pack();
  write({"It depends <b>on</b> the who", "le."});
  const ToReadView shown = view();
  ASSERT_EQ(shown.writings.size(), 1u);
  EXPECT_EQ(shown.writings[0].learner, "Amina Diallo");
  EXPECT_EQ(shown.writings[0].text, "It depends <b>on</b> the whole.");
  EXPECT_EQ(shown.writings[0].at_ms, clock_.now().unix_ms + 2000);
  const std::string html = render_to_read_page(shown, words_for("en"), "token");
  EXPECT_TRUE(contains(html, "It depends &lt;b&gt;on&lt;/b&gt; the whole."));
  EXPECT_TRUE(contains(html, "Is a <em>half</em> always &lt;the&gt; same?"));
  EXPECT_FALSE(contains(html, "<script"));
  EXPECT_FALSE(contains(html, "style="));
}

TEST_F(ToReadPage, WhatIsToBeRead_CountsNeitherAsAnAnswerNorForASkill) {
  add_sample_pack();
  write({"Because."});
  const FoldedLearner folded = state_of("u1");
  EXPECT_EQ(folded.evidence.answers, 0u);
  EXPECT_TRUE(folded.evidence.latest.empty());
  EXPECT_TRUE(folded.base.state.skills.empty());
}

TEST_F(ToReadPage, AnswersOfAPackThatIsNotThere_AreShownWithoutTheirQuestion) {
  write({"Because."});
  EXPECT_TRUE(contains(render_to_read_page(view(), words_for("en"), ""), "a pack that this school has not got"));
}

TEST_F(ToReadPage, Spanish_SpeaksSpanish) {
  const std::string html = render_to_read_page(view(), words_for("es"), "");
  EXPECT_TRUE(contains(html, "Para leer"));
  EXPECT_TRUE(contains(html, "Todavía nadie ha escrito"));
}

TEST_F(ToReadPage, AClassThatTheAccountHasNot_IsNotFound) {
  EXPECT_EQ(view_to_read(*school_, library_, {"head", Role::Administrator}, 99, 0).error().code, ErrorCode::NotFound);
}

}  // namespace
}  // namespace hornbook::server
