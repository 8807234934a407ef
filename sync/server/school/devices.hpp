// Devices: a name that the school gave, then, once it has enrolled, a key. Tokens are one-time, expire and are stored
// hashed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "runtime/journal/device_identity.hpp"
#include "sync/bundle/enrolment_file.hpp"
#include "sync/server/school/school.hpp"

namespace hornbook::server {

struct Device {
  std::int64_t number = 0;
  std::string name;
  journal::Profile profile{};
  std::optional<DeviceId> id;  // none before it has enrolled
  std::optional<VerifyKey> key;
  std::string confirmation;               // six digits, shown on both sides
  UnixMs last_contact_ms = 0;             // 0: never
  UnixMs revoked_ms = 0;                  // 0: it is not
  bool cloned = false;                    // two copies of its card have written
  std::uint64_t decisions = 0;            // replayed
  std::uint64_t decisions_unmatched = 0;  // of them, those that came out otherwise here
};

struct EnrolmentOrder {
  std::string device_name;
  journal::Profile profile{};
  std::string server_url;
  std::int64_t valid_ms = 0;
  UnixMs now_ms = 0;
};
// Makes the device's row and a token; an older, unused token of the same name no longer counts. A school with a single
// class assigns it, but to no family's device. BadInput when a device of this name has enrolled already.
[[nodiscard]] Result<bundle::EnrolmentFile> order_enrolment(School& school, const EnrolmentOrder& order);

// Accepts the device whose key made the request, once. NotAllowed when the token is unknown, used by another key or
// expired. The same key may repeat its request: an answer may have been lost.
[[nodiscard]] Result<Device> accept_enrolment(School& school, const VerifyKey& key, ByteView token, UnixMs now_ms);

[[nodiscard]] Result<std::optional<Device>> find_device(School& school, const DeviceId& id);
[[nodiscard]] Result<Device> find_device_by_name(School& school, std::string_view name);
[[nodiscard]] Result<std::vector<Device>> list_devices(School& school);
// For a device that was lost, stolen or cloned: its bundles are refused and it gets nothing, whatever it signs. What it
// sent before stays. Its name is free for another, or for itself when it is enrolled anew with another key. NotFound
// when there is none of this name.
[[nodiscard]] Done revoke_device(School& school, std::string_view name, UnixMs now_ms);

[[nodiscard]] Done assign_class(School& school, std::int64_t class_number, std::int64_t device_number);
[[nodiscard]] Result<std::vector<std::int64_t>> classes_of_device(School& school, std::int64_t device_number);

}  // namespace hornbook::server
