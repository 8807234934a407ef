// A key in shares, of which so many bring it back and fewer say nothing of it: Shamir, "How to share a secret" (1979),
// over GF(2^8), byte by byte, by libgfshare. The only place that calls it.
// Thread rule: one thread at a time, because libgfshare's source of randomness is global.
#pragma once

#include <vector>

#include "runtime/core/crypto.hpp"

namespace hornbook::server {

struct SecretShare {
  std::uint8_t number = 0;  // the point at which the polynomials were evaluated, 1 … 255
  SecretKey value;
};

// `shares` of them, numbered from 1; any `threshold` bring `secret` back. BadInput unless 2 ≤ threshold ≤ shares ≤ 255.
[[nodiscard]] Result<std::vector<SecretShare>> share_secret(const SecretKey& secret, std::size_t shares,
                                                            std::size_t threshold);
// From at least as many shares as the threshold was, each with another number. What comes of too few, or of shares that
// do not belong together, is noise: the caller must be able to tell. BadInput when there is none, or a number twice.
[[nodiscard]] Result<SecretKey> join_secret(const std::vector<SecretShare>& shares);

}  // namespace hornbook::server
