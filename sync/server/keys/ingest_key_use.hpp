// What still depends on the school's older ingest keys, and dropping one that nothing depends on.
#pragma once

#include "sync/server/keys/ingest_keys.hpp"

namespace hornbook::server {

struct IngestKeyUse {
  std::uint64_t number = 0;
  UnixMs made_ms = 0;                   // 0: with the school
  UnixMs replaced_ms = 0;               // 0: it is the present one
  UnixMs retired_ms = 0;                // 0: it still opens
  std::uint64_t epochs = 0;             // known here that are sealed to it
  std::uint64_t epochs_unfinished = 0;  // of them, those of which more may come; of devices that are not revoked
  std::vector<std::string> devices{};   // enrolled, not revoked, and last seen with this one
};
// The present one first, then those before it, retired ones among them.
[[nodiscard]] Result<std::vector<IngestKeyUse>> use_of_ingest_keys(School& school);

// Forget what is needed even though devices still seal to it, or have more of what was sealed to it.
enum class Retiring : std::uint8_t { WhenUnused, AllTheSame };
// Forgets the key's secret: what was sealed to it and is not stored here cannot be read by anybody after that.
// NotFound when there is no such key, BadInput when it is the present one or was retired, NotAllowed when it is used.
[[nodiscard]] Done retire_ingest_key(School& school, std::uint64_t number, Retiring how, UnixMs now_ms);

}  // namespace hornbook::server
