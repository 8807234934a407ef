// A journal whose file is damaged goes on by itself: what can still be read of it is put into a new one, and the
// damaged file is kept beside it as journal.damaged.sqlite. What is lost, and how it is told: FORMAT.md.
#pragma once

#include <filesystem>

#include "runtime/journal/device_identity.hpp"
#include "runtime/journal/station_lock.hpp"
#include "runtime/journal/store.hpp"

namespace hornbook::journal {

// For the station, which holds the lock: opens the journal, looks at the structure of its file, mends it where it is
// damaged, and puts the copy of a header in the place of one that this device did not sign. As Store::open otherwise.
[[nodiscard]] Result<Store> open_mended(const std::filesystem::path& data_directory, const DeviceIdentity& identity,
                                        const StationLock& lock);
// For a program beside the station: the journal, mended first where it is damaged and no station runs. Busy when it is
// damaged and one does: the station mends it when it starts.
[[nodiscard]] Result<Store> open_beside_station(const std::filesystem::path& data_directory,
                                                const DeviceIdentity& identity);

}  // namespace hornbook::journal
