#include "sync/client/fetch_packs.hpp"

#include <gtest/gtest.h>

#include "tests/support/device_bed.hpp"

namespace hornbook::device {
namespace {

class FetchPacks : public test::DeviceBed {
 protected:
  static constexpr std::size_t pictures = 5;
};

TEST_F(FetchPacks, AssignedPack_IsInstalledOnce) {
  school_.packs = {test::sample_pack(school_.publisher, pictures)};
  const auto report = sync();
  ASSERT_TRUE(report) << report.error().sentence;
  EXPECT_FALSE(report->packs.first_failure) << report->packs.first_failure->sentence;
  EXPECT_EQ(report->packs.installed, 1u);
  EXPECT_EQ(report->packs.objects, pictures);
  EXPECT_EQ(open().packs.list().value(), std::vector<Hash>{school_.packs[0].hash});
  const auto again = sync();
  ASSERT_TRUE(again);
  EXPECT_EQ(again->packs.objects, 0u);
  EXPECT_EQ(school_.objects_served, pictures);
  EXPECT_EQ(school_.last->cursor.packs, std::vector<Hash>{school_.packs[0].hash});
}

TEST_F(FetchPacks, Interrupted_GoesOnWhereItStopped) {
  school_.packs = {test::sample_pack(school_.publisher, pictures)};
  school_.objects_served_max = 2;
  const auto broken = sync();
  ASSERT_TRUE(broken);  // the exchange of bundles is done; the pack waits
  EXPECT_EQ(broken->packs.waiting, 1u);
  EXPECT_TRUE(broken->packs.first_failure);
  EXPECT_TRUE(open().packs.list().value().empty());
  school_.objects_served_max = UINT32_MAX;
  const auto rest = sync();
  ASSERT_TRUE(rest);
  EXPECT_EQ(rest->packs.objects, pictures - 2);
  EXPECT_EQ(rest->packs.installed, 1u);
}

TEST_F(FetchPacks, Budget_StopsBetweenObjects) {
  school_.packs = {test::sample_pack(school_.publisher, pictures)};
  SyncOptions options;
  options.traffic_bytes_max = 6'000;
  const auto first = sync(options);
  ASSERT_TRUE(first);
  EXPECT_EQ(first->packs.waiting, 1u);
  EXPECT_FALSE(first->packs.first_failure);
  EXPECT_GT(first->packs.objects, 0u);
  EXPECT_LT(first->packs.objects, pictures);
  EXPECT_LT(first->traffic.sent_bytes + first->traffic.received_bytes, 6'000u + 3'000u);
}

TEST_F(FetchPacks, PackOfAStranger_IsNotAllowed) {
  school_.packs = {test::sample_pack(SigningKey::generate(), pictures)};
  const auto report = sync();
  ASSERT_TRUE(report);
  ASSERT_TRUE(report->packs.first_failure);
  EXPECT_EQ(report->packs.first_failure->code, ErrorCode::NotAllowed);
  EXPECT_EQ(school_.objects_served, 0u);
}

TEST_F(FetchPacks, DamagedObject_IsRefusedAndTheOtherPackStillComes) {
  school_.packs = {test::sample_pack(school_.publisher, pictures, 1),
                   test::sample_pack(school_.publisher, pictures, 2)};
  school_.packs[0].objects.begin()->second.back() ^= 1;
  const auto report = sync();
  ASSERT_TRUE(report);
  ASSERT_TRUE(report->packs.first_failure);
  EXPECT_EQ(report->packs.installed, 1u);
  EXPECT_EQ(open().packs.list().value(), std::vector<Hash>{school_.packs[1].hash});
}

}  // namespace
}  // namespace hornbook::device
