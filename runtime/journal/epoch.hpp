// Epochs: one random key E per boot or opening of the station, in memory only; a signed header with E sealed to the
// school is durable before the first event. Formats and what a power cut leaves behind: runtime/journal/FORMAT.md.
#pragma once

#include <cstdint>

#include "runtime/core/bytes.hpp"
#include "runtime/core/crypto.hpp"
#include "runtime/core/ids.hpp"
#include "runtime/core/time.hpp"

namespace hornbook::journal {

struct EpochHeader {
  std::uint8_t version = 1;
  DeviceId device;
  std::uint64_t epoch = 0;  // 1, 2, 3 … on this device
  std::uint64_t boot_counter = 0;
  Hash previous_header;                      // of the encoded previous header; zero for the first
  std::uint64_t previous_last_sequence = 0;  // the last sequence known of the previous epoch
  std::uint64_t server_generation = 0;       // the latest that the device has seen; 0 before the first contact
  TimeEstimate time;                         // at opening
  UnixMs time_floor_ms = 0;                  // the latest signed time ever seen
  Hash ingest_key;                           // hash of S: which key the seal needs
  Bytes sealed_key;                          // crypto_box_seal(E → S)
  Signature signature;                       // by D over all of the above
};

[[nodiscard]] Bytes encode(const EpochHeader& header);
// BadInput when malformed. Does not check the signature.
[[nodiscard]] Result<EpochHeader> decode_epoch_header(ByteView bytes);
void sign(EpochHeader& header, const SigningKey& device);
// True when `device` signed it and is the key that the header's device id was made from.
[[nodiscard]] bool signed_by(const EpochHeader& header, const VerifyKey& device);
[[nodiscard]] Hash hash_of(const EpochHeader& header);

// A row as it stands in the journal, and as it travels when a crash left it unsealed.
struct Row {
  std::uint64_t epoch = 0;
  std::uint64_t sequence = 0;
  Bytes sealed;  // event under KDF(E, "event"); empty for a skip
  Hash chain;    // BLAKE2b(previous chain, epoch, sequence, sealed)
  bool skipped = false;
  Signature skip_signature;  // by D, for skips alone
};

// An event that is sealed at once and goes before older ones: measure::is_urgent().
struct UrgentPlace {
  std::uint64_t epoch = 0;
  std::uint64_t sequence = 0;
  auto operator<=>(const UrgentPlace&) const = default;
};

struct Segment {
  std::uint8_t version = 1;
  std::uint64_t epoch = 0;
  std::uint32_t number = 0;  // within the epoch, from 0; the nonce, never used twice
  std::uint64_t first_sequence = 0;
  std::uint64_t last_sequence = 0;
  std::uint8_t codec = 1;        // 1: columns of EVENTS.md, zstd
  std::uint32_t dictionary = 0;  // 0: none
  Hash chain_end;                // of the last row that went in
  Bytes sealed;                  // under KDF(E, "segment"); associated data: device and every field above
};
// BadInput when malformed, LimitExceeded when it is longer than limits::segment_bytes_max. Opens nothing.
[[nodiscard]] Bytes encode(const Segment& segment);
[[nodiscard]] Result<Segment> decode_segment(ByteView bytes);

// BadInput when malformed, LimitExceeded when a row is longer than an event may be.
[[nodiscard]] Bytes encode(const Row& row);
[[nodiscard]] Result<Row> decode_row(ByteView bytes);

}  // namespace hornbook::journal
