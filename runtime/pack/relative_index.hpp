// A signed index in another order, in which a small change stays small: the objects stand in the order in which items,
// passages and media name them, once for each time, so that no number needs to say which. In the index itself they
// are sorted by hash, and each that changes moves the numbers of all that it passes. Only index_delta.hpp uses it;
// bytes: content_packs/schema/FORMAT.md, "Index deltas".
#pragma once

#include "runtime/pack/index.hpp"

namespace hornbook::pack {

// BadInput, LimitExceeded: it is no signed index. Signatures are carried along, not checked.
[[nodiscard]] Result<Bytes> relative_index(ByteView signed_index);
// The way back. It need not lead to an index that anybody signed: compare its hash with one that is trusted.
[[nodiscard]] Result<Bytes> signed_index_of(ByteView relative);

// decode_index() without its rule that objects ascend by hash.
[[nodiscard]] Result<Index> decode_index_in_any_order(ByteView bytes);

}  // namespace hornbook::pack
