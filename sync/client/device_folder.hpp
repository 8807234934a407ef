// A device's data folder, opened by whoever carries its bundles: identity, journal and installed packs.
#pragma once

#include <filesystem>

#include "runtime/journal/device_identity.hpp"
#include "runtime/journal/store.hpp"
#include "runtime/pack/pack.hpp"

namespace hornbook::device {

struct DeviceFolder {
  std::filesystem::path path;
  journal::DeviceIdentity identity;
  journal::Store store;
  pack::PackStore packs;  // PATH/packs
};

// NotAllowed when the device is not enrolled, Corrupt or StorageFailure when identity or journal cannot be read.
[[nodiscard]] Result<DeviceFolder> open_device_folder(const std::filesystem::path& data_directory);

}  // namespace hornbook::device
