// "I want to talk to my teacher", from the station's journal to the teacher's page and back.
#include "sync/server/teaching/talk_requests.hpp"

#include "sync/server/ingest/placement.hpp"
#include "sync/server/web/class_page.hpp"
#include "tests/unit/sync/server/field_device.hpp"

namespace hornbook::server {
namespace {

class TalkRequests : public test::FieldDeviceBed {
 protected:
  [[nodiscard]] std::int64_t robin() { return find_class(*school_, "4 Robin")->number; }
  [[nodiscard]] ClassView view() {
    EXPECT_TRUE(library_.refresh(*school_).has_value());
    return view_class(*school_, library_, head_, robin(), "en", clock_.now().unix_ms).value();
  }
  [[nodiscard]] std::string page() { return render_class_page(view(), words_for("en"), "token"); }
  measure::Event request(const std::string& source, std::uint64_t sequence) {
    return {sequence, 1, static_cast<std::int64_t>(sequence) * 1000,
            measure::TalkRequested{learner(source), {clock_.now().unix_ms, 1000}}};
  }
  [[nodiscard]] journal::Writer open_writer() {
    return journal::Writer::open(data(), journal::load_identity(data()).value(), clock_, "boot").value();
  }
  // Lessons of u1 in epochs of their own, then one in whose middle u1 asks.
  void practise(int lessons) {
    for (int i = 0; i < lessons; ++i) {
      journal::Writer writer = open_writer();
      ASSERT_TRUE(writer.append(lesson("u1", 1, {true, false, true})).has_value());
    }
    journal::Writer writer = open_writer();
    std::vector<measure::Event> events = lesson("u1", 1, {true, true});
    asked_ = {writer.epoch(), events[3].sequence};
    events[3].body = request("u1", asked_.sequence).body;
    ASSERT_TRUE(writer.append(events).has_value());
  }
  // One piece up, one answer down.
  void exchange_a_piece() {
    clock_.advance(1000);
    device::DeviceFolder folder = open_device();
    const device::Outbox outbox = device::collect(folder, 1).value();
    const auto exchanged = exchange(*school_, library_, outbox.bundle, clock_.now().unix_ms);
    ASSERT_TRUE(exchanged.has_value()) << describe(exchanged.error());
    ASSERT_TRUE(device::take_in(folder, exchanged->reply).has_value());
  }
  [[nodiscard]] journal::UrgentStanding standing() const { return open_device().store.standing_of(asked_).value(); }

  const Account head_{"head", Role::Administrator};
  journal::UrgentPlace asked_;
};

TEST_F(TalkRequests, RequestBeforeOlderEvents_IsShownWhileTheyAreMissing) {
  add_sample_pack();
  enrol_device();
  practise(3);
  EXPECT_EQ(standing(), journal::UrgentStanding::Waits);
  exchange_a_piece();
  EXPECT_EQ(standing(), journal::UrgentStanding::Arrived);
  EXPECT_EQ(count("event"), 0) << "it has no place in the record yet";
  EXPECT_EQ(count("waiting_event"), 1);
  const ClassView shown = view();
  ASSERT_TRUE(shown.learners[0].talk.has_value());
  EXPECT_EQ(shown.learners[0].name, "Amina Diallo");
  EXPECT_GT(shown.learners[0].talk->at_ms, 0);
  EXPECT_FALSE(shown.learners[1].talk.has_value());
  EXPECT_GT(shown.devices[0].missing.epochs, 0u) << "the gap is shown beside it";
  EXPECT_GT(shown.devices[0].missing.events, 0u);
  EXPECT_NE(page().find("wants to talk with you"), std::string::npos);
}

TEST_F(TalkRequests, GapBelowARequest_IsFilledInOrderHoweverManyBundlesItTakes) {
  add_sample_pack();
  enrol_device();
  constexpr int lessons = 3 * static_cast<int>(gap_patience_bundles);
  practise(lessons);
  int pieces = 0;
  for (; status().events_unsent > 0; ++pieces) {
    ASSERT_LT(pieces, lessons + 10);
    exchange_a_piece();
  }
  EXPECT_GT(pieces, lessons);
  EXPECT_EQ(count("waiting_event"), 0);
  auto row = school_->database().query("SELECT epoch, sequence FROM event ORDER BY commit_number").value();
  std::pair<std::uint64_t, std::uint64_t> last;
  int events = 0;
  for (; row.step().value(); ++events) {
    const std::pair here(row.number(0), row.number(1));
    EXPECT_GT(here, last) << "the device's own order";
    last = here;
  }
  EXPECT_EQ(events, 8 * lessons + 6);
  EXPECT_EQ(state_of("u1").evidence.answers, static_cast<unsigned>(3 * lessons + 2));
  EXPECT_EQ(view().devices[0].missing.events, 0u);
  EXPECT_EQ(count("talk_request"), 1) << "noted once";
}

TEST_F(TalkRequests, WhatATeacherHasSeen_GoesFromThePageAndIsToldToTheDevice) {
  enrol_device();
  practise(0);
  exchange_a_piece();
  const std::int64_t number = view().learners[0].talk->number;
  const std::int64_t heron = find_class(*school_, "5 Heron")->number;
  EXPECT_EQ(mark_talk_seen(*school_, head_, heron, number, 5).error().code, ErrorCode::NotFound);
  EXPECT_EQ(mark_talk_seen(*school_, head_, robin(), number + 1, 5).error().code, ErrorCode::NotFound);
  EXPECT_EQ(mark_talk_seen(*school_, {"nobody", Role::Teacher}, robin(), number, 5).error().code, ErrorCode::NotFound);
  ASSERT_TRUE(view().learners[0].talk.has_value());
  ASSERT_TRUE(mark_talk_seen(*school_, head_, robin(), number, clock_.now().unix_ms).has_value());
  EXPECT_FALSE(view().learners[0].talk.has_value());
  EXPECT_EQ(page().find("wants to talk with you"), std::string::npos);
  EXPECT_EQ(standing(), journal::UrgentStanding::Arrived);
  synchronise();
  EXPECT_EQ(standing(), journal::UrgentStanding::Seen);
}

TEST_F(TalkRequests, SeveralRequests_AreOneLineAndALaterOneStays) {
  enrol_device();
  practise(0);
  practise(0);
  synchronise();
  const std::int64_t latest = view().learners[0].talk->number;
  practise(0);
  synchronise();
  ASSERT_TRUE(mark_talk_seen(*school_, head_, robin(), latest, 7).has_value());
  ASSERT_TRUE(view().learners[0].talk.has_value()) << "it came after the page was opened";
  EXPECT_GT(view().learners[0].talk->number, latest);
}

TEST_F(TalkRequests, RequestForALearnerOfAnotherClass_IsAFaultAndShownToNobody) {
  test::DeviceCard card = enrolled_device("Station 2");
  const test::OpenEpoch epoch = card.open_epoch(0);
  ASSERT_TRUE(send(card, card.bundle(epoch, {card.segment(epoch, 0, {request("u4", 5)})})).has_value());
  EXPECT_EQ(faults_of(card), std::vector{FaultKind::ForeignLearner});
  EXPECT_EQ(count("talk_request"), 0);
}

TEST_F(TalkRequests, DeviceWithoutAClock_IsShownWithoutATime) {
  test::DeviceCard card = enrolled_device("Station 2");
  const test::OpenEpoch epoch = card.open_epoch(0);
  measure::Event asked = request("u1", 5);
  std::get<measure::TalkRequested>(asked.body).time.uncertainty_ms = -1;
  ASSERT_TRUE(send(card, card.bundle(epoch, {card.segment(epoch, 0, {asked})})).has_value());
  EXPECT_EQ(view().learners[0].talk->at_ms, 0);
  EXPECT_NE(page().find("did not know the time"), std::string::npos);
}

}  // namespace
}  // namespace hornbook::server
