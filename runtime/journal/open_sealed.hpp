// The school's side of the journal: opening headers, segments and rows with the ingest key S.
#pragma once

#include <span>
#include <vector>

#include "runtime/journal/epoch.hpp"
#include "runtime/measure/event.hpp"

namespace hornbook::journal {

// Corrupt when the seal is not for this key.
[[nodiscard]] Result<SecretKey> open_epoch_key(const EpochHeader& header, const BoxKey& ingest);
// Corrupt when the tag fails or the columns are malformed; LimitExceeded when it would expand past the limits.
[[nodiscard]] Result<std::vector<measure::Event>> open_segment(const Segment& segment, const DeviceId& device,
                                                               const SecretKey& epoch_key);
[[nodiscard]] Result<measure::Event> open_row(const Row& row, const DeviceId& device, const SecretKey& epoch_key);
[[nodiscard]] bool skip_signed_by(const Row& row, const DeviceId& device, const VerifyKey& key);

}  // namespace hornbook::journal
