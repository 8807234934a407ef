#include "sync/server/web/class_page.hpp"

#include "tests/unit/sync/server/server_bed.hpp"

namespace hornbook::server {
namespace {

class ClassPage : public test::ServerBed {
 protected:
  ClassView view(const char* language = "en") {
    EXPECT_TRUE(library_.refresh(*school_).has_value());
    const std::int64_t number = find_class(*school_, "4 Robin").value().number;
    return view_class(*school_, library_, {"head", Role::Administrator}, number, language, clock_.now().unix_ms)
        .value();
  }
};

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST_F(ClassPage, FiguresOfTheView_AreThoseOfTheEvents) {
  add_sample_pack();
  test::DeviceCard card = enrolled_device("Station 1");
  const test::OpenEpoch epoch = card.open_epoch(0);
  ASSERT_TRUE(send(card, card.bundle(epoch, {card.segment(epoch, 0, lesson("u1", 1, {true, false}))})).has_value());
  const ClassView shown = view();
  ASSERT_EQ(shown.learners.size(), 3u);
  EXPECT_EQ(shown.learners[0].name, "Amina Diallo");
  EXPECT_EQ(shown.learners[0].answers, 2u);
  EXPECT_EQ(shown.learners[0].answers_right, 1u);
  EXPECT_EQ(shown.learners[0].sessions, 1u);
  EXPECT_EQ(shown.learners[0].last_seen_ms, clock_.now().unix_ms + 5000) << "the session ended five seconds in";
  ASSERT_EQ(shown.skills.size(), 3u);
  EXPECT_EQ(shown.learners[0].cells[0].standing, interpret::SkillStanding::Practising);
  ASSERT_TRUE(shown.learners[0].cells[0].latest.has_value());
  EXPECT_FALSE(shown.learners[0].cells[0].latest->correct);
  EXPECT_EQ(shown.learners[1].cells[0].standing, interpret::SkillStanding::NotStarted);
  EXPECT_EQ(shown.devices.size(), 1u);
  EXPECT_FALSE(shown.devices[0].unsynced);
}

TEST_F(ClassPage, WhoNeedsMe_TellsWhatADetectorSawUntilItClears) {
  add_sample_pack();
  test::DeviceCard card = enrolled_device("Station 1");
  const test::OpenEpoch epoch = card.open_epoch(0);
  std::vector<measure::Event> events = lesson("u1", 1, {false, false});
  const auto detector = [](interpret::detect::Detector which) { return static_cast<std::uint8_t>(which); };
  events.back().body = measure::DetectorFired{detector(interpret::detect::Detector::WheelSpinning), 1, 2, 5, 600};
  ASSERT_TRUE(send(card, card.bundle(epoch, {card.segment(epoch, 0, events)})).has_value());
  const std::string html = render_class_page(view(), words_for("en"), "token");
  EXPECT_TRUE(contains(html, "Who needs me"));
  EXPECT_TRUE(contains(html, "does not come together yet"));
  ASSERT_EQ(view().learners[0].noticed.size(), 1u);
  EXPECT_FALSE(view().learners[0].noticed[0].skill.empty());
  EXPECT_TRUE(contains(render_class_page(view("es"), words_for("es"), "token"), "todavía no le sale"));
  clock_.advance(8 * test::a_day_ms);
  EXPECT_TRUE(view().learners[0].noticed.empty()) << "nobody is reminded of it for long";
}

TEST_F(ClassPage, NoticedIsTakenBack_WhenTheDetectorClears) {
  Evidence evidence;
  interpret::LearnerState state;
  state.open_sessions[{}].time = {1'790'000'000'000, 1000};
  const auto fire = [&](std::uint16_t strength) {
    note(evidence, {{}, 0, {1, 1, 5000, measure::DetectorFired{3, 1, 1, 1, strength}}}, state, {});
  };
  fire(700);
  ASSERT_EQ(evidence.noticed.count(3), 1u);
  EXPECT_EQ(evidence.noticed[3].at_ms, 1'790'000'005'000);
  EXPECT_EQ(decode_evidence(encode(evidence)).value(), evidence);
  fire(0);
  EXPECT_TRUE(evidence.noticed.empty());
}

TEST_F(ClassPage, NamesAreEscapedAndNoIdStandsInTheMarkup) {
  add_sample_pack();
  const std::string html = render_class_page(view(), words_for("en"), "token");
  EXPECT_TRUE(contains(html, "Chidi &lt;b&gt;Okafor&lt;/b&gt;"));
  EXPECT_FALSE(contains(html, "<b>Okafor"));
  EXPECT_FALSE(contains(html, to_hex(learner("u1").view())));
  EXPECT_FALSE(contains(html, "<script"));
  EXPECT_FALSE(contains(html, "style="));
}

TEST_F(ClassPage, Spanish_SpeaksSpanishThroughout) {
  add_sample_pack();
  const std::string html = render_class_page(view("es"), words_for("es"), "token");
  EXPECT_TRUE(contains(html, "lang=\"es\""));
  EXPECT_TRUE(contains(html, "Fracciones unitarias"));
  EXPECT_TRUE(contains(html, "Sin empezar"));
  EXPECT_FALSE(contains(html, "Not started"));
}

TEST_F(ClassPage, DeviceNotHeardFor_IsMarkedAfterADay) {
  const test::DeviceCard card = enrolled_device("Station 1");
  clock_.advance(test::a_day_ms - 1);
  EXPECT_FALSE(view().devices.at(0).unsynced);
  clock_.advance(2);
  EXPECT_TRUE(view().devices.at(0).unsynced);
  EXPECT_TRUE(contains(render_class_page(view(), words_for("en"), ""), "Not heard from for more than a day"));
}

TEST_F(ClassPage, NoClassOfThisNumber_IsNotFound) {
  EXPECT_EQ(view_class(*school_, library_, {"head", Role::Administrator}, 99, "en", 0).error().code,
            ErrorCode::NotFound);
}

}  // namespace
}  // namespace hornbook::server
