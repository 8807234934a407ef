// The school's ingest keys: the present one, to which devices seal their bundles and epochs, and those before it, which
// are kept so that what was sealed to them can be read, until they are retired. Rules, and what a copy of the data that
// is older than a rotation means: sync/server/STORE.md.
#pragma once

#include <string>
#include <vector>

#include "runtime/journal/epoch.hpp"
#include "sync/bundle/envelope.hpp"
#include "sync/server/school/school.hpp"

namespace hornbook::server {

inline constexpr std::size_t ingest_keys_max = 8;  // that open; every device may call with any of them

struct IngestKey {
  std::uint64_t number = 0;  // from 1
  UnixMs made_ms = 0;        // 0: with the school
  BoxKey key;
};
using IngestKeys = std::vector<IngestKey>;  // the present one, then those before it, the latest first

// Read anew each time, because `keys rotate` may run beside a server. StorageFailure, or Corrupt when the key file is
// another school's.
[[nodiscard]] Result<IngestKeys> load_ingest_keys(School& school);
// Which of them something is sealed to; null when none, or when that one was retired.
[[nodiscard]] const IngestKey* key_of_mailbox(const IngestKeys& keys, const bundle::MailboxId& mailbox);
[[nodiscard]] const IngestKey* key_of_header(const IngestKeys& keys, const journal::EpochHeader& header);

// Makes a new key the present one, in one transaction; its number. LimitExceeded when there are ingest_keys_max: retire
// some first.
[[nodiscard]] Result<std::uint64_t> rotate_ingest_key(School& school, UnixMs now_ms);

// From a key backup that was made after a copy of the data: keys of greater number than the present one, which the last
// of them replaces. In one transaction.
[[nodiscard]] Done take_up_later_keys(School& school, const IngestKeys& keys, UnixMs now_ms);

// A device's bundle came sealed to this one.
[[nodiscard]] Done remember_use(School& school, std::int64_t device_number, std::uint64_t ingest_key);

}  // namespace hornbook::server
