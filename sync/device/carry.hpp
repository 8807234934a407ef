// The way without a network: bundles as files on a stick.
#pragma once

#include <cstdint>
#include <filesystem>

#include "sync/client/device_folder.hpp"

namespace hornbook::device {

struct Exported {
  std::uint64_t bytes = 0;
  bool more = false;  // another export is needed after this one was acknowledged
};

// Writes what waits for the school: a whole file or none. The device keeps everything until it is acknowledged.
// StorageFailure when the file cannot be written.
[[nodiscard]] Result<Exported> export_bundle(const DeviceFolder& folder, const std::filesystem::path& file);

struct Imported {
  std::uint64_t events_acknowledged = 0;  // newly
};
// Takes the school's reply. NotFound when there is no such file; otherwise as take_in() of sync/client/inbox.hpp.
[[nodiscard]] Result<Imported> import_bundle(DeviceFolder& folder, const std::filesystem::path& file);

}  // namespace hornbook::device
