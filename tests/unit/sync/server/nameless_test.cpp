// Work that a station recorded without knowing whose it is: a record of its own until a teacher says so, and then part
// of that learner's, with every decision still the same when it is made again.
#include <algorithm>

#include "sync/server/school/accounts.hpp"
#include "sync/server/teaching/join_nameless.hpp"
#include "sync/server/web/class_page.hpp"
#include "tests/unit/sync/server/lead_session.hpp"
#include "tests/unit/sync/server/server_bed.hpp"

namespace hornbook::server {
namespace {

const LearnerId somebody = id_from_bytes<LearnerId>(Bytes(16, 0x5a)).value();

std::uint32_t answers_in(const std::vector<measure::Event>& events) {
  return static_cast<std::uint32_t>(std::count_if(events.begin(), events.end(), [](const measure::Event& event) {
    return std::holds_alternative<measure::Response>(event.body);
  }));
}

class Nameless : public test::ServerBed {
 protected:
  void SetUp() override {
    add_sample_pack();
    ASSERT_TRUE(library_.refresh(*school_).has_value());
    class_number_ = find_class(*school_, "4 Robin").value().number;
  }

  [[nodiscard]] std::vector<measure::Event> session_of(const LearnerId& who, bool is_provisional,
                                                       const test::DeviceCard& card, const test::OpenEpoch& epoch) {
    session::SessionOpening opening = test::opening_of({card.id(), epoch.header.epoch, who}, library_.curricula(),
                                                       pack_.hash, {clock_.now().unix_ms, 1000});
    opening.provisional = is_provisional;
    return test::lead_session(std::move(opening), 3);
  }

  // One session without a name, all of it at the school.
  std::vector<measure::Event> somebody_worked(test::DeviceCard& card) {
    const test::OpenEpoch epoch = card.open_epoch(0);
    std::vector<measure::Event> events = session_of(somebody, true, card, epoch);
    EXPECT_TRUE(send(card, card.bundle(epoch, {card.segment(epoch, 0, events)})).has_value());
    return events;
  }
  [[nodiscard]] ClassView view(std::int64_t class_number) {
    return view_class(*school_, library_, head_, class_number, "en", clock_.now().unix_ms).value();
  }
  Done join(const std::string& source) {
    return join_nameless(*school_, library_, head_, class_number_, {somebody, learner(source)});
  }
  [[nodiscard]] Device device_of(const test::DeviceCard& card) {
    return find_device(*school_, card.id()).value().value();
  }

  Account head_{"head", Role::Administrator};
  std::int64_t class_number_ = 0;
};

TEST_F(Nameless, IsARecordOfItsOwn_ShownToTheClassOfItsDeviceAlone) {
  test::DeviceCard card = enrolled_device("Station 1");
  const std::vector<measure::Event> events = somebody_worked(card);
  EXPECT_TRUE(faults_of(card).empty());
  EXPECT_EQ(count("waiting_event"), 0);
  ASSERT_EQ(view(class_number_).nameless.size(), 1u);
  EXPECT_EQ(view(class_number_).nameless.front().device_name, "Station 1");
  EXPECT_EQ(view(class_number_).nameless.front().answers, answers_in(events));
  EXPECT_TRUE(view(find_class(*school_, "5 Heron").value().number).nameless.empty());
  EXPECT_GT(device_of(card).decisions, 2u);
  EXPECT_EQ(device_of(card).decisions_unmatched, 0u);
  const std::string page = render_class_page(view(class_number_), words_for("en"), "token");
  EXPECT_NE(page.find("Work without a name"), std::string::npos);
  const bundle::DownBundle down = answer_to(card, card.bundle(card.open_epoch(0), {}));
  for (const auto& base : down.bases) EXPECT_NE(base.learner, somebody) << "nobody can open it";
}

TEST_F(Nameless, JoinsTheRecordThatTheTeacherNames) {
  test::DeviceCard card = enrolled_device("Station 1");
  const std::vector<measure::Event> events = somebody_worked(card);
  ASSERT_TRUE(join("u1"));
  EXPECT_TRUE(view(class_number_).nameless.empty());
  EXPECT_EQ(state_of("u1").evidence.answers, answers_in(events));
  EXPECT_EQ(state_of("u2").evidence.answers, 0u);
  EXPECT_FALSE(join("u2")) << "it is somebody's by now";
  const auto entry = state_of("u1").base.contains.front();
  EXPECT_EQ(entry.device, id_from_bytes<DeviceId>(somebody.view()).value()) << "no device of the learner knew of it";
  // Folded from nothing it is the same.
  const FoldedLearner before = state_of("u1");
  ASSERT_TRUE(school_->database().run("DELETE FROM state").has_value());
  ASSERT_TRUE(update_missing_states(*school_, library_).has_value());
  EXPECT_EQ(interpret::encode(state_of("u1").base), interpret::encode(before.base));
}

TEST_F(Nameless, WhatTheDeviceDecidedWithoutKnowingOfIt_StillReplays) {
  test::DeviceCard card = enrolled_device("Station 1");
  const std::vector<measure::Event> first = somebody_worked(card);
  ASSERT_TRUE(join("u1"));
  const test::OpenEpoch epoch = card.open_epoch(first.size());
  const std::vector<measure::Event> events = session_of(learner("u1"), false, card, epoch);
  ASSERT_TRUE(send(card, card.bundle(epoch, {card.segment(epoch, 0, events)})).has_value());
  EXPECT_GT(device_of(card).decisions, 5u);
  EXPECT_EQ(device_of(card).decisions_unmatched, 0u);
  EXPECT_EQ(state_of("u1").evidence.answers, answers_in(first) + answers_in(events));
}

TEST_F(Nameless, WhatComesAfterTheJoining_GoesToTheSameRecord) {
  test::DeviceCard card = enrolled_device("Station 1");
  const test::OpenEpoch epoch = card.open_epoch(0);
  const std::vector<measure::Event> events = session_of(somebody, true, card, epoch);
  const auto half = events.begin() + static_cast<std::ptrdiff_t>(events.size() / 2);
  ASSERT_TRUE(send(card, card.bundle(epoch, {card.segment(epoch, 0, {events.begin(), half})})).has_value());
  ASSERT_TRUE(join("u1"));
  ASSERT_TRUE(send(card, card.bundle(epoch, {card.segment(epoch, 1, {half, events.end()})})).has_value());
  EXPECT_EQ(state_of("u1").evidence.answers, answers_in(events));
  EXPECT_TRUE(view(class_number_).nameless.empty());
  EXPECT_TRUE(faults_of(card).empty()) << "the chain holds over what was moved";
}

TEST_F(Nameless, IsNoWayIntoAnotherLearnersRecord) {
  test::DeviceCard card = enrolled_device("Station 1");
  const test::OpenEpoch epoch = card.open_epoch(0);
  const std::vector<measure::Event> events = session_of(learner("u4"), true, card, epoch);
  ASSERT_TRUE(send(card, card.bundle(epoch, {card.segment(epoch, 0, events)})).has_value());
  EXPECT_EQ(faults_of(card), std::vector{FaultKind::ForeignLearner}) << "of a class that it does not serve";
  EXPECT_EQ(state_of("u4").evidence.answers, 0u);

  test::DeviceCard other = enrolled_device("Station 2", "5 Heron");
  somebody_worked(other);
  EXPECT_FALSE(join("u1")) << "work at a device of another class";
  EXPECT_FALSE(join_nameless(*school_, library_, {"nobody", Role::Teacher}, class_number_, {somebody, learner("u1")}));
}

TEST_F(Nameless, OfOneDevice_AreOnlySoMany) {
  test::DeviceCard card = enrolled_device("Station 1");
  const test::OpenEpoch epoch = card.open_epoch(0);
  std::vector<measure::Event> events;
  for (std::uint8_t i = 0; i <= nameless_learners_max; ++i) {
    measure::SessionStart start = std::get<measure::SessionStart>(lesson("u1", 1, {}).front().body);
    start.learner = id_from_bytes<LearnerId>(Bytes(16, i)).value();
    start.provisional = true;
    events.push_back({events.size() + 1, i + 1U, 1000, start});
  }
  ASSERT_TRUE(send(card, card.bundle(epoch, {card.segment(epoch, 0, events)})).has_value());
  EXPECT_EQ(faults_of(card), std::vector{FaultKind::ForeignLearner});
  EXPECT_EQ(count("waiting_event"), 1);
}

}  // namespace
}  // namespace hornbook::server
