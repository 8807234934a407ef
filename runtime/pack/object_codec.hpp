// Objects as they are stored and carried: zstd frames that state their plain size.
#pragma once

#include "runtime/core/bytes.hpp"
#include "runtime/core/ids.hpp"

namespace hornbook::pack {

// Deterministic for one version of zstd.
[[nodiscard]] Bytes compress_object(ByteView plain);
// Corrupt when it is no such frame or the plain bytes have another hash; LimitExceeded beyond limits::object_bytes_max.
// Never allocates more than that limit.
[[nodiscard]] Result<Bytes> decompress_object(ByteView compressed, const Hash& expected);

}  // namespace hornbook::pack
