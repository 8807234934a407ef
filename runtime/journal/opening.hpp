// How an epoch is opened: its number, its place in the chain of headers, its sealed key.
#pragma once

#include <string_view>

#include "runtime/core/crypto.hpp"
#include "runtime/journal/device_identity.hpp"
#include "runtime/journal/store_tables.hpp"

namespace hornbook::journal {

// Makes the next header, with `epoch_key` sealed to the school, and makes it durable. `witnessed` is what the witness
// file says of the end of the journal: an epoch that it names is never opened again, even if the store has lost it.
[[nodiscard]] Result<EpochHeader> open_next_epoch(Database& database, const DeviceIdentity& identity,
                                                  const SecretKey& epoch_key, const TimeEstimate& time,
                                                  std::string_view boot_id, const std::optional<Position>& witnessed);

}  // namespace hornbook::journal
