#include "sync/relay/mail_room.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "sync/bundle/carrier_limits.hpp"
#include "sync/bundle/envelope.hpp"
#include "tests/support/simulated_clock.hpp"
#include "tests/support/temporary_directory.hpp"
#include "tests/support/with_crypto.hpp"

namespace hornbook::relay {
namespace {

constexpr std::int64_t day_ms = 24LL * 60 * 60'000;

bundle::ReplyBox box_of(std::uint8_t number) {
  bundle::ReplyBox box;
  box.bytes.fill(number);
  return box;
}

class MailOfARelay : public testing::Test {
 protected:
  void open(const MailLimits& limits) {
    room_.reset();
    room_ =
        MailRoom::open(folder_.path() / "mail", {first_.public_key(), second_.public_key()}, limits, clock_).value();
  }
  [[nodiscard]] Bytes bundle_for(const BoxKey& school, std::size_t bytes = 300) const {
    return bundle::seal_envelope(bundle::Direction::Up, {}, Bytes(bytes, 1), device_, school.public_key()).value();
  }
  [[nodiscard]] std::size_t waiting(std::size_t school) { return room_->waiting_for(school).bundles.size(); }

  test::TemporaryDirectory folder_;
  test::SimulatedClock clock_;
  BoxKey first_ = BoxKey::generate();
  BoxKey second_ = BoxKey::generate();
  SigningKey device_ = SigningKey::generate();
  std::unique_ptr<MailRoom> room_;
};

TEST_F(MailOfARelay, IsSortedBySchoolAndKeptInItsOrder) {
  open({});
  std::vector<Bytes> sent;
  for (int i = 0; i < 5; ++i) {
    sent.push_back(bundle_for(i % 2 == 0 ? first_ : second_));
    ASSERT_TRUE(room_->leave(sent.back()));
  }
  open({});
  EXPECT_EQ(room_->waiting_for(0).bundles, (bundle::Batch{sent[0], sent[2], sent[4]}));
  EXPECT_EQ(room_->waiting_for(1).bundles, (bundle::Batch{sent[1], sent[3]}));
}

TEST_F(MailOfARelay, SameBundleAgain_TakesNoMoreRoom) {
  open({});
  Bytes bundle = bundle_for(first_);
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(room_->leave(bundle));
  bundle.back() ^= 1;  // a stranger has overheard a mailbox; the first one stays
  EXPECT_TRUE(room_->leave(bundle));
  EXPECT_EQ(waiting(0), 1u);
  bundle.back() ^= 1;
  EXPECT_EQ(room_->waiting_for(0).bundles.front(), bundle);
}

TEST_F(MailOfARelay, ForNobodyHere_OrNoBundle_IsRefused) {
  open({});
  EXPECT_EQ(room_->leave(bundle_for(BoxKey::generate())).error().code, ErrorCode::NotAllowed);
  EXPECT_EQ(room_->leave(Bytes(100, 7)).error().code, ErrorCode::BadInput);
  EXPECT_EQ(room_->leave(Bytes{}).error().code, ErrorCode::BadInput);
  EXPECT_EQ(room_->leave(Bytes(limits::relay_bundle_bytes_max + 1, 7)).error().code, ErrorCode::LimitExceeded);
  const Bytes down =
      bundle::seal_envelope(bundle::Direction::Down, {}, Bytes(10, 1), device_, first_.public_key()).value();
  EXPECT_EQ(room_->leave(down).error().code, ErrorCode::BadInput);
}

TEST_F(MailOfARelay, FloodForOneSchool_PushesNothingOutAndLeavesTheOtherItsShare) {
  MailLimits tight;
  tight.bytes_max = 64u << 10;  // 16 KiB for each school and way
  open(tight);
  const Bytes early = bundle_for(first_);
  ASSERT_TRUE(room_->leave(early));
  int taken = 0;
  while (room_->leave(bundle_for(first_, 1000))) ++taken;
  EXPECT_LT(taken, 17);
  EXPECT_EQ(room_->leave(bundle_for(first_, 1000)).error().code, ErrorCode::Busy);
  EXPECT_EQ(room_->waiting_for(0).bundles.front(), early) << "what was there first is there still";
  EXPECT_TRUE(room_->leave(bundle_for(second_))) << "the other school has its own share";
  room_->settle(0, {}, {0, {{box_of(1), Bytes(300, 2)}}});
  EXPECT_EQ(room_->fetch({box_of(1)}).size(), 1u) << "and so have the answers";
}

TEST_F(MailOfARelay, ManySmallBundles_AreBoundedByNumber) {
  MailLimits few;
  few.bundles_per_school_max = 3;
  open(few);
  for (int i = 0; i < 3; ++i) ASSERT_TRUE(room_->leave(bundle_for(first_)));
  EXPECT_EQ(room_->leave(bundle_for(first_)).error().code, ErrorCode::Busy);
}

TEST_F(MailOfARelay, Answers_StayUntilTheirRoomIsNeeded_AndOnlyFetchedOnesGo) {
  MailLimits few;
  few.bundles_per_school_max = 2;
  open(few);
  room_->settle(0, {}, {0, {{box_of(1), Bytes(300, 1)}, {box_of(2), Bytes(300, 2)}}});
  EXPECT_EQ(room_->fetch({box_of(1), box_of(9)}).size(), 1u);
  EXPECT_EQ(room_->fetch({box_of(1)}).size(), 1u) << "the answer may have been lost on the way";
  room_->settle(0, {}, {0, {{box_of(3), Bytes(300, 3)}, {box_of(4), Bytes(300, 4)}}});
  EXPECT_TRUE(room_->fetch({box_of(1)}).empty()) << "it made room";
  EXPECT_EQ(room_->fetch({box_of(2), box_of(3)}).size(), 2u);
}

TEST_F(MailOfARelay, WhatTheSchoolHandled_IsGone_AndNoMore) {
  open({});
  for (int i = 0; i < 4; ++i) ASSERT_TRUE(room_->leave(bundle_for(first_)));
  const MailRoom::Waiting given = room_->waiting_for(0);
  room_->settle(0, given, {3, {}});
  EXPECT_EQ(waiting(0), 1u);
  room_->settle(0, given, {3, {}});
  EXPECT_EQ(waiting(0), 1u);
}

TEST_F(MailOfARelay, Expires_ByTheTimeThatTheRelayHasLived) {
  open({});
  ASSERT_TRUE(room_->leave(bundle_for(first_)));
  room_->settle(0, {}, {0, {{box_of(1), Bytes(300, 1)}}});
  clock_.advance(30 * day_ms);
  ASSERT_TRUE(room_->expire());
  EXPECT_EQ(waiting(0), 1u);
  clock_.advance(day_ms);
  ASSERT_TRUE(room_->expire());
  EXPECT_EQ(waiting(0), 0u);
  EXPECT_TRUE(room_->fetch({box_of(1)}).empty());
}

TEST_F(MailOfARelay, AfterAPowerCut_HalfFilesAreGoneAndForeignOnesAreLeftAlone) {
  open({});
  ASSERT_TRUE(room_->leave(bundle_for(first_)));
  std::filesystem::path shelf;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder_.path()))
    if (entry.path().extension() == ".hbundle") shelf = entry.path().parent_path();
  std::ofstream(shelf / "000000-000000000009-00.hbundle.new") << "half";
  std::ofstream(shelf / "README") << "not ours";
  open({});
  EXPECT_EQ(waiting(0), 1u);
  EXPECT_FALSE(std::filesystem::exists(shelf / "000000-000000000009-00.hbundle.new"));
  EXPECT_TRUE(std::filesystem::exists(shelf / "README"));
}

}  // namespace
}  // namespace hornbook::relay
