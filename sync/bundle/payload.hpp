// The inside of a bundle, once it is opened and its signature holds: sections, each with a type and a length, so that
// an older reader skips what it does not know. Field tables: sync/bundle/FORMAT.md.
#pragma once

#include "sync/bundle/bundle.hpp"

namespace hornbook::bundle {

enum class Section : std::uint8_t {
  EnrolmentRequest = 1,
  Cursor = 2,
  EpochHeader = 3,
  Segment = 4,
  Row = 5,
  ParametersInUse = 6,
  ParameterFormat = 7,
  BadgesMark = 8,
  NamedCursor = 10,
  BoxForReply = 11,
  EnrolmentAccepted = 32,
  Acknowledgement = 33,
  ClassLease = 34,
  BaseDelivery = 35,
  Parameters = 36,
  PackAssignments = 37,
  SchoolRules = 38,
  Badges = 39,
  IngestKey = 41,
  DeliveryRoot = 42,
  WantsCursor = 43,
  ExpectedCursor = 44,
  SeenRequests = 45,
  ReplacedPacks = 60,
};

// `device` of the bundle is not in the payload but in the envelope: readers leave it zero.
[[nodiscard]] Bytes encode_payload(const UpBundle& bundle);
[[nodiscard]] Result<UpBundle> decode_up_payload(ByteView payload);
// Only the enrolment request: what must be read before the signature can be checked.
[[nodiscard]] Result<std::optional<EnrolmentRequest>> find_enrolment_request(ByteView payload);

[[nodiscard]] Bytes encode_payload(const DownBundle& bundle);
[[nodiscard]] Result<DownBundle> decode_down_payload(ByteView payload);

}  // namespace hornbook::bundle
