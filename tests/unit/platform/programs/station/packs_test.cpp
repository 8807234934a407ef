// What a running station teaches from, while hornbookctl brings packs beside it.
#include <gtest/gtest.h>

#include <fstream>

#include <map>

#include "platform/programs/station/device_data.hpp"
#include "sync/client/settings.hpp"
#include "tests/support/enrolled_station.hpp"
#include "tests/support/simulated_clock.hpp"
#include "tests/support/temporary_directory.hpp"
#include "tests/support/with_crypto.hpp"

namespace hornbook::platform {
namespace {

class RunningStation : public testing::Test {
 protected:
  RunningStation()
      : station_(test::make_enrolled_station(folder_.path(), journal::Profile::Station).value()),
        data_(open_device_data(folder_.path(), load_enrolled(folder_.path()).value(), clock_).value()) {}

  // The packs of a session that began now, by their index in events.
  std::map<std::uint16_t, Hash> taught() const {
    session::SessionContext context;
    data_.shelf.put_into(context);
    std::map<std::uint16_t, Hash> packs;
    for (const measure::PackBinding& binding : context.bindings) packs.emplace(binding.pack_index, binding.pack_hash);
    return packs;
  }

  test::TemporaryDirectory folder_;
  test::SimulatedClock clock_;
  test::EnrolledStation station_;
  DeviceData data_;
};

TEST_F(RunningStation, TakesInAPackThatCameSince_AndKeepsThePlacesOfTheOthers) {
  const Hash fractions = taught().at(0);
  const Hash tables = test::install_library_pack(folder_.path(), "times_tables", station_.publisher).value();
  EXPECT_EQ(taught().size(), 1u) << "not in the middle of a session";
  ASSERT_TRUE(refresh(data_));
  EXPECT_EQ(taught(), (std::map<std::uint16_t, Hash>{{0, fractions}, {1, tables}}));
}

TEST_F(RunningStation, LeavesOutAPackOfAStranger_AndSaysSo) {
  static_cast<void>(test::install_library_pack(folder_.path(), "times_tables", SigningKey::generate()).value());
  ASSERT_TRUE(refresh(data_));
  EXPECT_EQ(taught().size(), 1u);
  ASSERT_EQ(data_.shelf.refused().size(), 1u);
  EXPECT_EQ(data_.shelf.refused().front().code, ErrorCode::NotAllowed);
}

TEST_F(RunningStation, TrustsAPublisherWhomTheSchoolNamedSince) {
  const SigningKey stranger = SigningKey::generate();
  const Hash tables = test::install_library_pack(folder_.path(), "times_tables", stranger).value();
  journal::DeviceIdentity identity = load_enrolled(folder_.path()).value();
  identity.school.packs.publishers.push_back(stranger.verify_key());
  ASSERT_TRUE(journal::save(identity, folder_.path()));
  ASSERT_TRUE(refresh(data_));
  EXPECT_EQ(taught().at(1), tables);
}

TEST_F(RunningStation, GoesByTheParametersThatCameSince) {
  EXPECT_EQ(data_.parameters, interpret::default_parameters());
  interpret::Parameters calibrated = interpret::default_parameters();
  calibrated.calibration.items = {{7, -350}};
  {
    journal::Store store = journal::Store::open(folder_.path()).value();  // as hornbookctl does beside the station
    ASSERT_TRUE(store.put_setting(device::parameters_setting, interpret::encode(calibrated)));
  }
  EXPECT_EQ(data_.parameters, interpret::default_parameters()) << "not in the middle of a session";
  ASSERT_TRUE(refresh(data_));
  EXPECT_EQ(data_.parameters, calibrated);
}

TEST_F(RunningStation, WhatTheSchoolNoLongerWants_IsNotTaught) {
  const Hash fractions = taught().at(0);
  const Hash tables = test::install_library_pack(folder_.path(), "times_tables", station_.publisher).value();
  const PackShelf::Assigned wanted{{{tables, 0, {}}}};
  const pack::Trust trust{{station_.publisher.verify_key()}, 1};
  ASSERT_TRUE(data_.shelf.refresh(trust, wanted));
  EXPECT_EQ(taught(), (std::map<std::uint16_t, Hash>{{1, tables}})) << "the place of the other stays its own";
  ASSERT_TRUE(data_.shelf.refresh(trust, std::nullopt));
  EXPECT_EQ(taught().at(0), fractions);
}

TEST_F(RunningStation, UntilTheNewVersionIsHere_TheOneThatItReplacesIsTaught) {
  const Hash fractions = taught().at(0);
  const PackShelf::Assigned not_here_yet{{{Hash{}, 0, {fractions}}}};
  EXPECT_TRUE(data_.shelf.refresh(pack::Trust{{station_.publisher.verify_key()}, 1}, not_here_yet));
  EXPECT_EQ(taught(), (std::map<std::uint16_t, Hash>{{0, fractions}}));
}

TEST_F(RunningStation, NewVersionThatDoesNotOpen_LeavesTheOneBeforeInItsPlace) {
  const Hash fractions = taught().at(0);
  const Hash tables = test::install_library_pack(folder_.path(), "times_tables", station_.publisher).value();
  {
    const auto index = folder_.path() / "packs" / "packs" / (to_hex(tables.view()) + ".index");
    std::fstream damaged(index, std::ios::in | std::ios::out | std::ios::binary);
    damaged.seekp(200);
    damaged.put('\x7f');
  }
  const PackShelf::Assigned damaged_one{{{tables, 0, {fractions}}}};
  EXPECT_TRUE(data_.shelf.refresh(pack::Trust{{station_.publisher.verify_key()}, 1}, damaged_one));
  EXPECT_EQ(taught(), (std::map<std::uint16_t, Hash>{{0, fractions}}));
  EXPECT_EQ(data_.shelf.refused().size(), 1u) << "and it is said";
}

// Between two sessions: the one that began with it ended with it. What the learner did is in their record as before.
TEST_F(RunningStation, RevokedPackInUse_IsGoneFromTheShelf) {
  const PackShelf::Assigned none{std::in_place};
  EXPECT_EQ(data_.shelf.refresh(pack::Trust{{station_.publisher.verify_key()}, 1}, none).error().code,
            ErrorCode::NotFound);
  EXPECT_TRUE(data_.shelf.is_empty());
  EXPECT_TRUE(taught().empty());
}

}  // namespace
}  // namespace hornbook::platform
