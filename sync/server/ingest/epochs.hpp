// The epochs of one device as the school knows them: headers, their chain, and which sequences are stored.
#pragma once

#include <map>

#include "runtime/journal/epoch.hpp"
#include "sync/server/ingest/sequence_ranges.hpp"
#include "sync/server/school/devices.hpp"

namespace hornbook::server {

struct KnownEpoch {
  std::uint64_t epoch = 0;
  std::uint64_t previous_last_sequence = 0;
  SequenceRanges stored;
  std::uint64_t placed_through = 0;  // of the sequences that have their place in the canonical order
  std::uint64_t waited_bundles = 0;  // bundles since something in it has been waiting for a gap to close
  std::uint64_t chain_through = 0;   // of the sequences whose chain has been followed
  Hash chain;                        // after it; at first the header's hash
};
using KnownEpochs = std::map<std::uint64_t, KnownEpoch>;

[[nodiscard]] Result<KnownEpochs> load_epochs(School& school, std::int64_t device_number);
[[nodiscard]] Done save_epoch(School& school, std::int64_t device_number, const KnownEpoch& epoch);
[[nodiscard]] Result<journal::EpochHeader> load_header(School& school, std::int64_t device_number, std::uint64_t epoch);

// What the headers say there must be and the school has not got.
struct MissingHistory {
  std::uint64_t epochs = 0;  // numbers between known ones, without a header
  std::uint64_t events = 0;  // sequences of known epochs, up to the end that the next header names
};
[[nodiscard]] MissingHistory missing_of(const KnownEpochs& epochs);

enum class HeaderVerdict : std::uint8_t {
  Taken,    // new, or known already
  Refused,  // not signed by the device
  Cloned,   // another header has its number or its predecessor
};
[[nodiscard]] Result<HeaderVerdict> take_header(School& school, const Device& device,
                                                const journal::EpochHeader& header, KnownEpochs& epochs);

}  // namespace hornbook::server
