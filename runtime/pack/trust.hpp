// Trust from and to a root.json in the shape of The Update Framework's root metadata (TUF 1.0, §4.3): the publishers
// are the keys of the role "targets". Fields: content_packs/schema/FORMAT.md.
#pragma once

#include <string>
#include <string_view>

#include "runtime/pack/model.hpp"

namespace hornbook::pack {

// BadInput, naming the field, when it is malformed or the threshold cannot be met; LimitExceeded beyond
// limits::root_bytes_max.
[[nodiscard]] Result<Trust> parse_root(std::string_view json);
// Canonical: same trust, same text. `expires` is ISO 8601 in UTC, such as "2030-01-01T00:00:00Z".
[[nodiscard]] std::string to_root_json(const Trust& trust, std::string_view expires);
// The id of a key within root.json: the hexadecimal hash of its bytes.
[[nodiscard]] std::string key_id_of(const VerifyKey& key);

}  // namespace hornbook::pack
