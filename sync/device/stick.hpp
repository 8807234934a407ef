// A USB stick that several devices use: a folder with bundles of all of them. Names of files name nobody: a device
// knows its own by a hash under a key of its own, and the school's answers by their mailbox (sync/bundle/FORMAT.md).
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include "sync/bundle/carrier_limits.hpp"
#include "sync/client/device_folder.hpp"

namespace hornbook::device {

struct StickExport {
  std::size_t bundles = 0;
  std::uint64_t bytes = 0;
  bool more = false;  // beyond limits::stick_pieces_max bundles
};

// Writes everything that waits for the school, in bundles of at most `piece_bytes_max` bytes of events; then deletes
// those of this device that were there before. Each is a whole file or none. The device keeps everything until the
// school has acknowledged it. StorageFailure when the stick is full or gone; what was written until then is whole, and
// what was there before stands.
[[nodiscard]] Result<StickExport> export_to_stick(const DeviceFolder& folder, const std::filesystem::path& stick,
                                                  std::uint64_t piece_bytes_max = limits::exchange_event_bytes_max);

struct StickImport {
  std::size_t replies = 0;                // taken, of this device alone
  std::uint64_t events_acknowledged = 0;  // newly
  std::optional<Error> first_failure;     // of a reply; the others were taken
};

// Takes every answer that is this device's, and changes nothing on the stick. An old one does no harm.
// StorageFailure when the stick or the journal cannot be read.
[[nodiscard]] Result<StickImport> import_from_stick(DeviceFolder& folder, const std::filesystem::path& stick);

}  // namespace hornbook::device
