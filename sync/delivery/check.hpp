// The checks that stand between bytes and trust: signatures up to a threshold, length and hashes.
#pragma once

#include "sync/delivery/metadata.hpp"

namespace hornbook::delivery {

// Done when at least `role.threshold` different keys of `role` made a valid signature (TUF 1.0.33, section 5.3.4). Two
// ids of one key count once; what other keys sign is passed over. NotAllowed otherwise.
[[nodiscard]] Done check_signatures(const Signed& proof, const Role& role, std::string_view name);

// Corrupt when the length, or a hash of an algorithm that is known here (sha256, sha512), differs. With hashes none of
// which is known, BadInput.
[[nodiscard]] Done check_bytes(ByteView bytes, std::optional<std::int64_t> length, const Hashes& hashes,
                               std::string_view name);

}  // namespace hornbook::delivery
