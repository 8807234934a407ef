// What the school vouches for to its devices, by The Update Framework (sync/delivery): a repository of its own in
// DIR/delivery, whose targets are the signed indexes of the packs in use, "packs/HASH.index". A publisher's signature
// says who made a pack; this one says that it is what the school wants now, so that neither an old pack nor a withdrawn
// one comes back. Both keys are in the store under the master key.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sync/server/school/school.hpp"

namespace hornbook::server {

// A publication is good for 30 days, and made anew a week after the last: a device refuses what is older.
inline constexpr std::int64_t publication_valid_ms = 30ll * 24 * 60 * 60'000;
inline constexpr std::int64_t publication_renewed_after_ms = 7ll * 24 * 60 * 60'000;

// The packs that devices are to have, in no order.
[[nodiscard]] Result<std::vector<Hash>> packs_in_use(School& school);

// The path, in the repository, of a pack's signed index.
[[nodiscard]] std::string target_of(const Hash& pack);

// Makes the repository when there is none, and publishes when the packs in use are not those that were published, when
// a week has passed, or when the school was restored from a backup. The root is renewed in its last year. True when
// something was published. Safe beside another process: the store's write lock is held meanwhile. What it does not get
// done (StorageFailure, Busy), the next call does.
[[nodiscard]] Result<bool> publish_when_due(School& school, UnixMs now_ms);

// The hash of the first root, which devices begin with; nothing before the first publication.
[[nodiscard]] Result<std::optional<Hash>> delivery_root(const School& school);

}  // namespace hornbook::server
