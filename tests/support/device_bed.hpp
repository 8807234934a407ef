// An enrolled device's data folder and its school, for tests of whatever carries between them.
#pragma once

#include <gtest/gtest.h>

#include "runtime/journal/writer.hpp"
#include "sync/client/exchange.hpp"
#include "sync/device/enrol.hpp"
#include "tests/support/class_day.hpp"
#include "tests/support/sample_school_server.hpp"
#include "tests/support/simulated_clock.hpp"
#include "tests/support/temporary_directory.hpp"
#include "tests/support/with_crypto.hpp"

namespace hornbook::test {

class DeviceBed : public testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(device::enrol(data(), bundle::to_json(school_.enrolment()))); }

  [[nodiscard]] std::filesystem::path data() const { return folder_.path() / "device"; }
  [[nodiscard]] device::DeviceFolder open() const { return device::open_device_folder(data()).value(); }
  [[nodiscard]] Result<device::SyncReport> sync(const device::SyncOptions& options = {}) const {
    auto opened = open();
    return device::synchronise(opened, options);
  }
  // One station run: `count` events in an epoch of their own, sealed at the end.
  void practise(std::size_t count, std::uint64_t seed = 1) {
    const auto identity = journal::load_identity(data()).value();
    auto writer = journal::Writer::open(data(), identity, clock_, "boot").value();
    for (const measure::Event& event : ClassDay(seed).take(count)) ASSERT_TRUE(writer.append(std::span(&event, 1)));
    ASSERT_TRUE(writer.seal());
  }

  SampleSchoolServer school_;
  TemporaryDirectory folder_;
  SimulatedClock clock_;
};

}  // namespace hornbook::test
