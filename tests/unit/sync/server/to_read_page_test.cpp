#include "sync/server/web/to_read_page.hpp"

#include "sync/server/teaching/states.hpp"
#include "tests/unit/sync/server/server_bed.hpp"

namespace hornbook::server {
namespace {

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

class ToReadPage : public test::ServerBed {
 protected:
  // A lesson of u1 in which one answer is handed in.
  void write(std::vector<std::string> texts) {
    hand_in(test::sample_writing_item, {engage::OpenResponseTemplate::number, {}, std::move(texts)});
  }
  void draw(std::string code, std::string words) {
    hand_in(test::sample_drawing_item, {engage::DrawingTemplate::number, {1}, {std::move(code), std::move(words)}});
  }
  void hand_in(std::uint32_t item, engage::Answer answer) {
    test::DeviceCard card = enrolled_device("Station 1");
    const test::OpenEpoch epoch = card.open_epoch(0);
    std::vector<measure::Event> events = lesson("u1", 1, {true});
    std::get<measure::ItemPresented>(events[1].body).item_index = item;
    auto& response = std::get<measure::Response>(events[2].body);
    response.answer = std::move(answer);
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

TEST_F(ToReadPage, ADrawing_IsAPictureOfItsStrokesOverWhatWasDrawnOn) {
  add_sample_pack();
  draw(engage::code_of(std::vector<engage::Stroke>{{{1, 2}, {{10, 20}, {300, 40}}}, {{}, {{5, 6}}}}), "A \"smile\".");
  const ToReadView shown = view();
  ASSERT_EQ(shown.writings.size(), 1u);
  const std::string html = render_to_read_page(shown, words_for("en"), "token");
  EXPECT_TRUE(contains(
      html, R"(role="img" aria-label="Drawing by Amina Diallo, on a picture: the &lt;sun&gt;. A &quot;smile&quot;.")"));
  EXPECT_TRUE(contains(html, R"(<path stroke="#1D4FE0" stroke-width="18" d="M10 20L300 40"/>)"));
  EXPECT_TRUE(contains(html, R"(<path stroke="#23303F" stroke-width="9" d="M5 6h0"/>)")) << "a dot";
  EXPECT_TRUE(contains(html, "Draw its face."));
  EXPECT_TRUE(contains(html, "A &quot;smile&quot;.</p>"));
  const std::string picture = to_hex(hornbook::hash(as_bytes(test::sample_picture)).view());
  EXPECT_TRUE(contains(html, "<use href=\"#picture-" + picture + "\"/>"));
  EXPECT_TRUE(contains(html, "data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDov"));
  EXPECT_FALSE(contains(html, "<circle cx=\"20\"")) << "what a pack holds is never markup of the page";
  EXPECT_FALSE(contains(html, "style="));
}

TEST_F(ToReadPage, WordsInPlaceOfADrawing_StandAloneAndWhatIsNoDrawingIsLeftOut) {
  add_sample_pack();
  hand_in(test::sample_drawing_item, {engage::DrawingTemplate::number, {0}, {"The sun smiles."}});
  ToReadView shown = view();
  ASSERT_EQ(shown.writings.size(), 1u);
  EXPECT_EQ(shown.writings[0].text, "The sun smiles.");
  EXPECT_FALSE(shown.writings[0].drawn);
  EXPECT_FALSE(contains(render_to_read_page(shown, words_for("en"), ""), "role=\"img\""));
}

TEST_F(ToReadPage, ACodeThatIsNoDrawing_IsNotShown) {
  add_sample_pack();
  draw("<script>", "words");
  EXPECT_TRUE(view().writings.empty());
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
