// The one-time enrolment file (JSON, or the same text in a QR code). Fields: sync/bundle/FORMAT.md.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "runtime/core/time.hpp"
#include "runtime/journal/device_identity.hpp"

namespace hornbook::bundle {

struct EnrolmentFile {
  std::string device_name;
  journal::Profile profile{};
  journal::SchoolTrust school;
  Bytes token;  // 16 bytes
  UnixMs expires_ms = 0;
  std::optional<Hash> delivery_root{};  // of the school's first TUF root; none: an older school
};

[[nodiscard]] std::string to_json(const EnrolmentFile& file);
// BadInput, naming the field, when it is malformed. Does not look at the expiry: a device has no trusted clock, the
// server refuses an expired token.
[[nodiscard]] Result<EnrolmentFile> parse_enrolment(std::string_view json);

// Six digits that both sides show: from the hash of the device's key and the token.
[[nodiscard]] std::string confirmation_code(const VerifyKey& device, ByteView token);

}  // namespace hornbook::bundle
