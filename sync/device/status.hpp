// What hornbookctl status says.
#pragma once

#include <cstdint>
#include <string>

#include "sync/client/device_folder.hpp"

namespace hornbook::device {

struct DeviceStatus {
  std::string device_name;
  std::string profile;
  std::string device_id;  // hexadecimal
  std::string school_name;
  std::string server_url;
  bool accepted = false;
  journal::JournalStatus journal;
  std::uint64_t packs_installed = 0;
  std::uint64_t packs_waiting = 0;  // assigned, not whole yet
  std::uint64_t packs_failing = 0;  // assigned and here, and they do not open
  std::string packs_refused;        // why the last sync took none of those that wait; empty: it did not refuse any
  std::uint64_t leases = 0;         // class keys that a teacher's passphrase can open
  std::uint64_t free_bytes = 0;     // on the data folder's disk
};

[[nodiscard]] Result<DeviceStatus> status_of(const DeviceFolder& folder);
[[nodiscard]] std::string to_text(const DeviceStatus& status);
[[nodiscard]] std::string to_json(const DeviceStatus& status);

}  // namespace hornbook::device
