#include "sync/client/exchange.hpp"

#include <gtest/gtest.h>

#include "runtime/interpret/parameters.hpp"
#include "sync/client/inbox.hpp"
#include "sync/client/outbox.hpp"
#include "sync/client/settings.hpp"
#include "tests/support/device_bed.hpp"
#include "tests/support/journal_samples.hpp"

namespace hornbook::device {
namespace {

class Exchange : public test::DeviceBed {};

TEST_F(Exchange, FirstSync_EnrolsTheDevice) {
  const auto report = sync();
  ASSERT_TRUE(report) << report.error().sentence;
  EXPECT_TRUE(report->accepted);
  ASSERT_TRUE(school_.last->enrolment);
  EXPECT_EQ(school_.last->enrolment->device_name, "Station 1");
  const auto identity = journal::load_identity(data()).value();
  EXPECT_TRUE(identity.accepted);
  EXPECT_TRUE(identity.enrolment_token.empty());
  ASSERT_TRUE(sync());
  EXPECT_FALSE(school_.last->enrolment);
}

TEST_F(Exchange, Events_ArriveInOneExchangeAndLeaveNothingUnsent) {
  practise(60);
  const auto report = sync();
  ASSERT_TRUE(report) << report.error().sentence;
  EXPECT_EQ(report->exchanges, 1u);
  EXPECT_EQ(report->traffic.round_trips, 4u);  // TCP, TLS 1.2 twice, the exchange
  EXPECT_EQ(report->events_acknowledged, 60u);
  EXPECT_EQ(report->events_unsent, 0u);
  EXPECT_EQ(school_.events.size(), 60u);
  EXPECT_GT(report->traffic.sent_bytes, 256u);
  const auto again = sync();
  ASSERT_TRUE(again);
  EXPECT_EQ(again->events_acknowledged, 0u);
  EXPECT_TRUE(school_.last->segments.empty());
  EXPECT_EQ(school_.duplicates, 0u);
}

TEST_F(Exchange, SchoolThatDoesNotKnowTheDevice_IsSpokenToByItsCertificate) {
  ASSERT_TRUE(sync());
  const auto known = sync();
  school_.knows_nobody = true;
  practise(10);
  const auto report = sync();
  ASSERT_TRUE(report) << report.error().sentence;
  EXPECT_EQ(report->events_acknowledged, 10u);
  EXPECT_LT(known->traffic.received_bytes + 400, report->traffic.received_bytes);
}

TEST_F(Exchange, LostAnswer_LosesAndDoublesNothing) {
  practise(60);
  school_.loses_its_answers = true;
  const auto lost = sync();
  ASSERT_FALSE(lost);
  EXPECT_EQ(lost.error().code, ErrorCode::NoLink);
  EXPECT_EQ(open().store.status()->events_unsent, 60u);
  school_.loses_its_answers = false;
  practise(10, 2);
  const auto report = sync();
  ASSERT_TRUE(report) << report.error().sentence;
  EXPECT_EQ(report->events_acknowledged, 70u);
  EXPECT_EQ(school_.events.size(), 70u);
}

TEST_F(Exchange, SmallBudget_TakesSeveralSyncsAndLosesNothing) {
  for (std::uint64_t seed = 1; seed <= 4; ++seed) practise(50, seed);
  SyncOptions small;
  small.traffic_bytes_max = 1;
  std::uint64_t unsent = 200;
  for (int sync_number = 0; unsent > 0; ++sync_number) {
    ASSERT_LT(sync_number, 10);
    const auto report = sync(small);
    ASSERT_TRUE(report) << report.error().sentence;
    EXPECT_EQ(report->exchanges, 1u);
    ASSERT_LT(report->events_unsent, unsent);
    unsent = report->events_unsent;
  }
  EXPECT_EQ(school_.events.size(), 200u);
  EXPECT_EQ(school_.duplicates, 0u);
}

// Whoever wants to talk does not wait behind a month of a class's work.
TEST_F(Exchange, RequestToTalk_ArrivesInTheFirstPieceBefore9000OlderEvents) {
  ASSERT_TRUE(sync()) << "the school knows the device";
  const measure::TalkRequested asked{test::sample_learner(3), {1'790'000'000'000, 1000}};
  journal::UrgentPlace place;
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    const auto identity = journal::load_identity(data()).value();
    auto writer = journal::Writer::open(data(), identity, clock_, "boot").value();
    std::vector<measure::Event> events = test::ClassDay(seed).take(seed == 10 ? 100 : 1000);
    if (seed == 10) events[59].body = asked;
    ASSERT_TRUE(writer.append(events));
    place = {writer.epoch(), 60};
  }
  SyncOptions small;
  small.traffic_bytes_max = 2048;
  std::vector<std::size_t> arrived;
  small.progress = [&](const SyncProgress&) {
    arrived.push_back(school_.events.size());
    EXPECT_EQ(school_.events.count({place.epoch, place.sequence}), 1u);
    EXPECT_EQ(open().store.standing_of(place), journal::UrgentStanding::Arrived);
  };
  const auto report = sync(small);
  ASSERT_TRUE(report) << report.error().sentence;
  ASSERT_FALSE(arrived.empty());
  EXPECT_EQ(arrived.front(), 1u) << "the first piece holds nothing else";
  EXPECT_EQ(school_.events.at({place.epoch, place.sequence}).body, measure::EventBody(asked));
  EXPECT_LT(school_.events.size(), 2'000u) << "a budget is exceeded by one piece at most";
  const auto rest = sync();
  ASSERT_TRUE(rest) << rest.error().sentence;
  EXPECT_EQ(rest->events_unsent, 0u);
  EXPECT_EQ(school_.events.size(), 9'100u);
  EXPECT_EQ(school_.duplicates, 0u) << "nothing that was acknowledged is sent again";
}

TEST_F(Exchange, AnotherServerAtTheAddress_IsRefused) {
  practise(10);
  test::SampleSchoolServer thief;
  SyncOptions misled;
  misled.server_url = thief.enrolment().school.server_url;
  const auto report = sync(misled);
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, ErrorCode::NotAllowed);
  EXPECT_EQ(thief.bundles_taken, 0u);
  EXPECT_EQ(open().store.status()->events_unsent, 10u);
}

TEST_F(Exchange, ServerAway_IsNoLink) {
  school_.stop();
  const auto report = sync();
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, ErrorCode::NoLink);
}

TEST_F(Exchange, DeviceThatTheSchoolDoesNotKnow_IsNotAllowed) {
  auto folder = open();
  folder.identity.accepted = true;  // so that no enrolment request goes with it
  const auto report = synchronise(folder, {});
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, ErrorCode::NotAllowed);
}

TEST_F(Exchange, BasesAndParameters_AreKeptAndNamedInTheNextCursor) {
  const LearnerId learner = test::sample_learner(4);
  school_.bases = {{learner, Bytes(40, 6)}};
  school_.parameters = interpret::encode(interpret::default_parameters());
  ASSERT_TRUE(sync());
  EXPECT_EQ(open().store.parked_base(learner).value(), Bytes(40, 6));
  EXPECT_EQ(open().store.setting(parameters_setting).value(), school_.parameters);
  ASSERT_TRUE(sync());
  const bundle::Cursor& cursor = school_.last->cursor;
  EXPECT_EQ(cursor.parameter_version, interpret::default_parameters().version);
  EXPECT_EQ(cursor.parameters, interpret::hash_of(interpret::default_parameters()));
  EXPECT_EQ(cursor.bases, std::vector<Hash>{hash(Bytes(40, 6))});
  EXPECT_EQ(cursor.server_generation, 1u);
}

TEST_F(Exchange, CalibratedParameters_AreNamedByTheirHash) {
  interpret::Parameters calibrated = interpret::default_parameters();
  calibrated.calibration.items = {{7, -350}};
  school_.parameters = interpret::encode(calibrated);
  ASSERT_TRUE(sync());
  ASSERT_TRUE(sync());
  EXPECT_EQ(school_.last->cursor.parameters, interpret::hash_of(calibrated));
}

TEST_F(Exchange, ParametersOfAnOlderBundle_AreNotTakenAgain) {
  interpret::Parameters older = interpret::default_parameters();
  older.calibration.items = {{7, -350}};
  interpret::Parameters newer = older;
  newer.calibration.items = {{7, -400}};
  device::DeviceFolder folder = open();
  const auto take = [&](const interpret::Parameters& parameters, const GivenAt& given) {
    ASSERT_TRUE(take_parameters(folder.store, interpret::encode(parameters), given));
  };
  take(newer, {1, ~std::uint64_t{0} >> 1});  // later than whatever the sample school signs
  school_.parameters = interpret::encode(older);
  ASSERT_TRUE(sync());
  EXPECT_EQ(open().store.setting(parameters_setting).value(), interpret::encode(newer));
  take(newer, {0, 0});
  ASSERT_TRUE(sync());
  EXPECT_EQ(open().store.setting(parameters_setting).value(), interpret::encode(older));
}

TEST_F(Exchange, Device_SaysWhichParametersItReads) {
  ASSERT_TRUE(sync());
  EXPECT_EQ(school_.last->cursor.parameter_format, bundle::experiments_parameter_format);
}

TEST_F(Exchange, UnreadableParameters_ChangeNothing) {
  practise(10);
  school_.parameters = Bytes{1, 2, 3};
  ASSERT_FALSE(sync());
  EXPECT_EQ(open().store.status()->events_unsent, 10u);
  EXPECT_FALSE(open().identity.accepted);
}

TEST_F(Exchange, ReplayedOrDamagedReply_ChangesNothing) {
  practise(10);
  auto folder = open();
  const Bytes old_reply = school_.answer(collect(folder, 1u << 20)->bundle).value();
  ASSERT_TRUE(take_in(folder, old_reply));
  practise(10, 2);
  ASSERT_TRUE(sync());
  const auto before = folder.store.status().value();
  EXPECT_TRUE(take_in(folder, old_reply));
  const auto after = folder.store.status().value();
  EXPECT_EQ(after.events_acknowledged, before.events_acknowledged);
  EXPECT_EQ(after.events_unsent, before.events_unsent);
  for (std::size_t i = 0; i < old_reply.size(); i += 7) {
    Bytes damaged = old_reply;
    damaged[i] = static_cast<std::uint8_t>(damaged[i] ^ 0x10);
    EXPECT_FALSE(take_in(folder, damaged)) << i;
  }
}

}  // namespace
}  // namespace hornbook::device
