// A card: what others must know of a relay or a school to carry bundles to it. Public, JSON: sync/bundle/FORMAT.md.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "runtime/core/crypto.hpp"
#include "runtime/core/error.hpp"

namespace hornbook::bundle {

struct Card {
  std::string url;                     // https://HOST:PORT
  Hash tls_pin;                        // of the key of its TLS certificate
  std::optional<BoxPublicKey> ingest;  // of a school; a relay has none
  // Which the school had before and still opens: devices that have not heard of a rotation seal to them.
  std::vector<BoxPublicKey> older_ingest{};
};

[[nodiscard]] std::string to_json(const Card& card);
// BadInput when it is no card.
[[nodiscard]] Result<Card> parse_card(std::string_view json);

}  // namespace hornbook::bundle
