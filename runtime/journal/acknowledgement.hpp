// What the school has signed for. Only this lets a device delete.
#pragma once

#include <cstdint>
#include <vector>

#include "runtime/core/bytes.hpp"
#include "runtime/core/crypto.hpp"
#include "runtime/core/ids.hpp"
#include "runtime/core/time.hpp"

namespace hornbook::journal {

struct SequenceRange {
  std::uint64_t first = 0;
  std::uint64_t last = 0;
  bool operator==(const SequenceRange&) const = default;
};

struct EpochAcknowledgement {
  std::uint64_t epoch = 0;
  std::uint64_t stored_through = 0;     // every sequence up to here is stored or signed as skipped
  std::uint64_t backed_up_through = 0;  // ≤ highest_seen; says nothing of the gaps below it
  std::uint64_t highest_seen = 0;       // the greatest sequence stored; ≥ stored_through
  std::vector<SequenceRange> missing;   // every gap below highest_seen, ascending; all above stored_through
};

struct Acknowledgement {
  DeviceId device;
  std::uint64_t generation = 0;  // of the server; grows whenever it is restored from a backup
  UnixMs signed_time_ms = 0;
  std::vector<EpochAcknowledgement> epochs;  // all epochs that the server knows and the device has not dropped
  Signature signature;                       // by the school's signing key
};

// The signature is not checked by decoding: BadInput when malformed or when levels and gaps contradict each other,
// LimitExceeded when it lists more epochs or gaps than the limits allow.
[[nodiscard]] Bytes encode(const Acknowledgement& acknowledgement);
[[nodiscard]] Result<Acknowledgement> decode_acknowledgement(ByteView bytes);
void sign(Acknowledgement& acknowledgement, const SigningKey& school);
[[nodiscard]] bool signed_by(const Acknowledgement& acknowledgement, const VerifyKey& school);

}  // namespace hornbook::journal
