// Index deltas (runtime/pack/index_delta.hpp) from the versions that a pack in use took the place of, so that a device
// which has one of them need not fetch the whole index: files DIR/delivery/deltas/LATER.EARLIER, both hashes in
// hexadecimal. Nobody trusts them: a device compares what it makes of one with what is published.
#pragma once

#include <vector>

#include "sync/server/school/school.hpp"

namespace hornbook::server {

// A device keeps one version before; those that were away for longer may have an older one.
inline constexpr std::size_t index_deltas_of_a_pack_max = 4;

[[nodiscard]] std::filesystem::path index_deltas_directory(const School& school);

// Writes what is missing and removes what leads to no pack of `in_use`. A version that is damaged here has none.
// StorageFailure.
[[nodiscard]] Done bring_index_deltas_up_to_date(School& school, const std::vector<Hash>& in_use);

}  // namespace hornbook::server
