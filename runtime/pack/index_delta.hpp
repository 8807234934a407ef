// What makes one version's signed index of another's: a zstd frame over the relative form (relative_index.hpp) of the
// later, with that of the earlier as its prefix (zstd 1.5, ZSTD_CCtx_refPrefix, as `zstd --patch-from`). One changed
// item of a pack costs some two hundred bytes, most of them its hash and the new signature.
// Bytes: content_packs/schema/FORMAT.md, "Index deltas".
#pragma once

#include "runtime/core/bytes.hpp"

namespace hornbook::pack {

// BadInput, LimitExceeded: one of them is no signed index. Deterministic for one version of zstd.
[[nodiscard]] Result<Bytes> make_index_delta(ByteView earlier, ByteView later);

// The later signed index; nobody vouches for it until its hash is compared with one that is trusted. Corrupt when the
// delta is damaged or was made from another index, LimitExceeded when either form of the result is longer than
// `bytes_max`; no more than that is ever allocated for it.
[[nodiscard]] Result<Bytes> apply_index_delta(ByteView earlier, ByteView delta, std::size_t bytes_max);

}  // namespace hornbook::pack
