// Looking for damage.
#pragma once

#include <string>
#include <vector>

#include "sync/client/device_folder.hpp"

namespace hornbook::device {

// Checks the journal's chain and signatures and every object of every pack. What is damaged, one line each; empty when
// all is well.
[[nodiscard]] Result<std::vector<std::string>> find_damage(const DeviceFolder& folder);

}  // namespace hornbook::device
