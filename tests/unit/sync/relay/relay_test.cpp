// Devices, a relay and a school over real TLS.
#include "sync/server/keys/ingest_keys.hpp"
#include "tests/support/relay_bed.hpp"

namespace hornbook::relay {
namespace {

class RelayOfASchool : public test::RelayBed {};

TEST_F(RelayOfASchool, CarriesUpAndBack_AndTheDeviceKeepsEverythingUntilTheSchoolSaysSo) {
  enrol("a");
  lesson_at("a", "u1", {true, false, true});
  const auto first = visit("a");
  ASSERT_TRUE(first) << describe(first.error());
  EXPECT_EQ(first->bundles_left, 1u);
  EXPECT_EQ(first->sync.exchanges, 1u);
  EXPECT_EQ(first->sync.events_unsent, 8u) << "a relay's word is no acknowledgement";
  EXPECT_FALSE(first->sync.accepted);
  EXPECT_EQ(count("event"), 0) << "the school has not heard of it";
  const Forwarded forwarded = forward();
  EXPECT_FALSE(forwarded.first_failure) << describe(*forwarded.first_failure);
  EXPECT_EQ(forwarded.bundles, 1u);
  EXPECT_EQ(forwarded.replies, 1u);
  EXPECT_EQ(count("event"), 8);
  EXPECT_EQ(status("a").events_unsent, 8u);
  const auto second = visit("a");
  ASSERT_TRUE(second) << describe(second.error());
  EXPECT_EQ(second->replies, 1u);
  EXPECT_EQ(second->sync.events_acknowledged, 8u);
  EXPECT_EQ(second->sync.events_unsent, 0u);
  EXPECT_TRUE(second->sync.accepted);
  EXPECT_EQ(forward().bundles, 1u);
  EXPECT_EQ(count("event"), 8) << "nothing was doubled";
}

TEST_F(RelayOfASchool, SeveralDevicesInOneBatch_EachFindItsOwnAnswer) {
  for (const char* device : {"a", "b", "c"}) {
    enrol(device);
    lesson_at(device, "u1", {true});
    ASSERT_TRUE(visit(device));
  }
  EXPECT_EQ(forward().replies, 3u);
  for (const char* device : {"c", "a", "b"}) {
    const auto visited = visit(device);
    ASSERT_TRUE(visited);
    EXPECT_FALSE(visited->first_failure);
    EXPECT_EQ(visited->replies, 1u) << device;
    EXPECT_EQ(status(device).events_unsent, 0u) << device;
  }
}

TEST_F(RelayOfASchool, WithoutALinkToTheSchool_KeepsTheMailOverARestart) {
  enrol("a");
  lesson_at("a", "u1", {true, true});
  ASSERT_TRUE(visit("a"));
  const bundle::Card card = school_card();
  school_server_->stop();
  EXPECT_TRUE(forward().first_failure);
  relay_server_.reset();
  relay_.emplace(Relay::open(hub(), {card}, {}, clock_).value());
  EXPECT_TRUE(forward().first_failure);
  EXPECT_EQ(count("event"), 0);
  school_server_ = std::make_unique<test::RunningServer>(
      [this](const link::HttpRequest& request) { return answer_of_school(request); }, &*tls_);
  start_relay();
  EXPECT_EQ(forward().bundles, 1u);
  EXPECT_EQ(count("event"), 6);
  start_relay();
  EXPECT_EQ(visit("a")->sync.events_acknowledged, 6u) << "answers, too, outlive a restart";
}

TEST_F(RelayOfASchool, SchoolWithAnotherKey_GetsNothing) {
  enrol("a");
  ASSERT_TRUE(visit("a"));
  const link::TlsIdentity thief = link::make_tls_identity("Lake School").value();
  school_server_->stop();
  school_server_ = std::make_unique<test::RunningServer>(
      [this](const link::HttpRequest& request) { return answer_of_school(request); }, &thief);
  bundle::Card card = school_card();
  relay_server_.reset();
  relay_.emplace(Relay::open(hub(), {card}, {}, clock_).value());
  const Forwarded forwarded = forward();
  ASSERT_TRUE(forwarded.first_failure);
  EXPECT_EQ(forwarded.first_failure->code, ErrorCode::NotAllowed);
  EXPECT_EQ(forwarded.bundles, 0u);
}

TEST_F(RelayOfASchool, RelayWithAnotherKey_IsNotSpokenTo) {
  enrol("a");
  bundle::Card card = relay_card();
  card.tls_pin.bytes[0] ^= 1;
  auto folder = open("a");
  EXPECT_EQ(device::visit_relay(folder, card, {}).error().code, ErrorCode::NotAllowed);
}

TEST_F(RelayOfASchool, DeviceOfAnotherSchool_IsToldSo) {
  const auto other = server::School::create({folder_.path() / "other", std::nullopt}, "Hill School", 1).value();
  enrol("a");
  bundle::Card card = school_card();
  card.ingest = other.ingest_key().public_key();
  relay_server_.reset();
  relay_.emplace(Relay::open(folder_.path() / "other hub", {card}, {}, clock_).value());
  relay_server_ = std::make_unique<test::RunningServer>(
      [this](const link::HttpRequest& request) { return answer_of_relay(request); }, &relay_tls_);
  EXPECT_EQ(visit("a").error().code, ErrorCode::NotAllowed);
}

TEST_F(RelayOfASchool, BundleThatTheSchoolRefuses_IsNotCarriedForEver) {
  enrol("a");
  lesson_at("a", "u1", {true});
  const SigningKey stranger = SigningKey::generate();
  bundle::UpBundle forged;
  forged.device = device_id_of(stranger.verify_key());
  bundle::Visit visit_of_stranger;
  visit_of_stranger.bundle = bundle::encode(forged, stranger, school_->ingest_key().public_key()).value();
  link::HttpRequest request;
  request.method = "POST";
  request.path = "/relay/v1";
  request.body = bundle::encode(visit_of_stranger);
  EXPECT_EQ(relay_->answer(request).status, 200u);
  ASSERT_TRUE(visit("a"));
  const Forwarded forwarded = forward();
  EXPECT_EQ(forwarded.bundles, 2u);
  EXPECT_EQ(forwarded.replies, 1u);
  EXPECT_EQ(forward().bundles, 0u);
}

TEST_F(RelayOfASchool, WhatIsNoVisit_IsRefused) {
  link::HttpRequest request;
  request.method = "POST";
  request.path = "/relay/v1";
  request.body = Bytes{1, 2, 3};
  EXPECT_EQ(relay_->answer(request).status, 400u);
  request.path = "/sync/v1";
  EXPECT_EQ(relay_->answer(request).status, 404u);
  EXPECT_EQ(site_->answer(request).status, 400u);
  request.path = "/relay/v1";
  EXPECT_EQ(site_->answer(request).status, 400u);
}

TEST_F(RelayOfASchool, WithANewCard_CarriesForDevicesWithTheOldKeyAndWithTheNew) {
  for (const char* device : {"a", "b"}) {
    enrol(device);
    ASSERT_TRUE(visit(device));
  }
  ASSERT_TRUE(server::rotate_ingest_key(*school_, clock_.now().unix_ms));
  EXPECT_EQ(forward().replies, 2u);
  EXPECT_EQ(visit("a").error().code, ErrorCode::NotAllowed) << "it is told the key, of which the relay has not heard";
  const server::IngestKeys keys = server::load_ingest_keys(*school_).value();
  EXPECT_EQ(open("a").identity.school.ingest, keys[0].key.public_key());
  bundle::Card card = school_card();
  card.ingest = keys[0].key.public_key();
  card.older_ingest = {keys[1].key.public_key()};
  card = bundle::parse_card(bundle::to_json(card)).value();
  relay_server_.reset();
  relay_.emplace(Relay::open(hub(), {card}, {}, clock_).value());
  relay_server_ = std::make_unique<test::RunningServer>(
      [this](const link::HttpRequest& request) { return answer_of_relay(request); }, &relay_tls_);
  lesson_at("a", "u1", {true, true});
  lesson_at("b", "u2", {true});
  ASSERT_TRUE(visit("a"));
  ASSERT_TRUE(visit("b"));
  EXPECT_EQ(forward().bundles, 2u);
  EXPECT_EQ(count("event"), 6 + 4);
}

TEST(RelayCards, ThatAreNoSchools_AreRefused) {
  test::TemporaryDirectory folder;
  test::SimulatedClock clock;
  const bundle::Card relay{"https://127.0.0.1:1", {}, std::nullopt};
  bundle::Card school = relay;
  school.ingest = BoxKey::generate().public_key();
  EXPECT_EQ(Relay::open(folder.path(), {relay}, {}, clock).error().code, ErrorCode::BadInput);
  EXPECT_EQ(Relay::open(folder.path(), {}, {}, clock).error().code, ErrorCode::BadInput);
  EXPECT_EQ(Relay::open(folder.path(), {school, school}, {}, clock).error().code, ErrorCode::BadInput);
  EXPECT_EQ(bundle::parse_card(bundle::to_json(school))->ingest, school.ingest);
}

}  // namespace
}  // namespace hornbook::relay
