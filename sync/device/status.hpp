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
  bool badges = false;              // learners' badges open their entries here
  bool crash_safe_class = false;    // the system keeps an open class's key over a crash of the station
  std::uint64_t free_bytes = 0;     // on the data folder's disk
};

// `keeps_keys`: whether the system keeps keys for programs, which only the program can find out.
[[nodiscard]] Result<DeviceStatus> status_of(const DeviceFolder& folder, bool keeps_keys);
[[nodiscard]] std::string to_text(const DeviceStatus& status);
[[nodiscard]] std::string to_json(const DeviceStatus& status);

}  // namespace hornbook::device
