// The signed index of a pack as its school publishes it, with as few bytes as may be.
#pragma once

#include "runtime/pack/pack.hpp"
#include "sync/client/settings.hpp"
#include "sync/delivery/client.hpp"

namespace hornbook::device {

// Whichever way it comes, its length and hashes are those that the school published: what is here already (objects of
// it were lost), else what a delta makes of the index of an earlier version that is installed
// (runtime/pack/index_delta.hpp), else the whole. A delta that is not there, damaged, or made from another index costs
// the attempt. `content` is what a school serves under /content/. LimitExceeded for an index larger than one may be,
// and the errors of sync/delivery/client.hpp.
[[nodiscard]] Result<Bytes> published_index(const pack::PackStore& installed, const AssignedPack& wanted,
                                            delivery::Client& client, delivery::FileSource& content);

}  // namespace hornbook::device
