#include "sync/server/school/known_devices.hpp"

#include "tests/unit/sync/server/server_bed.hpp"

namespace hornbook::server {
namespace {

class KnownDevicesTest : public test::ServerBed {
 protected:
  [[nodiscard]] Bytes identity_of(const test::DeviceCard& card) const {
    return link::identity_of(link::known_school(card.key(), card.file().school.ingest).value());
  }
  std::mutex mutex_;
};

TEST_F(KnownDevicesTest, EnrolledDevice_IsFoundByEachOfItsIdentities) {
  KnownDevices known(*school_, mutex_);
  const test::DeviceCard first = enrolled_device("Station 1");
  const test::DeviceCard second = enrolled_device("Station 2");
  const auto found = known.find(identity_of(first));
  ASSERT_TRUE(found.has_value());
  EXPECT_TRUE(link::is_identity_of(identity_of(first), *found));
  EXPECT_FALSE(link::is_identity_of(identity_of(second), *found));
  EXPECT_TRUE(known.find(identity_of(first)).has_value());
}

TEST_F(KnownDevicesTest, DeviceThatEnrolsLater_IsFound) {
  KnownDevices known(*school_, mutex_);
  ASSERT_TRUE(known.find(identity_of(enrolled_device("Station 1"))).has_value());
  EXPECT_TRUE(known.find(identity_of(enrolled_device("Station 2"))).has_value());
}

TEST_F(KnownDevicesTest, DeviceThatHasNotEnrolled_IsNot) {
  KnownDevices known(*school_, mutex_);
  EXPECT_FALSE(known.find(identity_of(ordered_device("Station 1"))).has_value());
  EXPECT_FALSE(known.find(Bytes(link::peer_identity_size, 7)).has_value());
  EXPECT_FALSE(known.find({}).has_value());
}

}  // namespace
}  // namespace hornbook::server
