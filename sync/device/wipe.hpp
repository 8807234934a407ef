// Making a device forget: before it changes hands, or when it is to be enrolled again.
#pragma once

#include <filesystem>

#include "runtime/core/error.hpp"

namespace hornbook::device {

// Overwrites the device's key first, so that an interruption leaves nothing that could speak for the device, then
// removes everything in the data folder; the folder itself stays. NotFound when this is no device's data folder
// (nothing is touched), Busy while a station runs on it.
[[nodiscard]] Done wipe_device(const std::filesystem::path& data_directory);

}  // namespace hornbook::device
