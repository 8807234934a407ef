// What lies in the data folder of an enrolled device, opened for the running station.
//   DIR/identity         who this device is and whom it trusts
//   DIR/journal.sqlite   events, capsules, leases, parked bases, settings
//   DIR/packs/           installed packs
//   DIR/demo-passphrase  the class's passphrase, with the demo profile alone
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "platform/programs/station/pack_shelf.hpp"
#include "runtime/interpret/parameters.hpp"
#include "runtime/journal/class_lease.hpp"
#include "runtime/journal/device_identity.hpp"
#include "runtime/journal/writer.hpp"

namespace hornbook::platform {

// NotAllowed when the device is not enrolled.
[[nodiscard]] Result<journal::DeviceIdentity> load_enrolled(const std::filesystem::path& directory);

struct DeviceData {
  std::filesystem::path directory;
  journal::Writer writer;  // holds the folder: a second station gets Busy
  PackShelf shelf;
  std::vector<journal::ClassLease> leases;
  interpret::Parameters parameters;
  std::optional<std::string> demo_passphrase;
};
// Busy, Corrupt, StorageFailure or NotFound as the parts say; the epoch's header is durable when this returns.
[[nodiscard]] Result<DeviceData> open_device_data(const std::filesystem::path& directory,
                                                  const journal::DeviceIdentity& identity, const Clock& clock);
// Takes in the packs, publishers and parameters that came since, for between two sessions.
[[nodiscard]] Done refresh(DeviceData& data);

}  // namespace hornbook::platform
