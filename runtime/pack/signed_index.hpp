// An index and the signatures over it: what travels and what lies in DIR/packs/HASH.index.
#pragma once

#include <span>

#include "runtime/pack/index.hpp"

namespace hornbook::pack {

struct SignedIndex {
  Index index;
  Hash hash;                       // of the index bytes: the pack's hash
  std::vector<VerifyKey> signers;  // each one's signature is good; whether they are trusted is another question
};

// One signature by each key; the keys must be distinct. Deterministic.
[[nodiscard]] Bytes sign_index(const Index& index, std::span<const SigningKey* const> keys);

// BadInput when it is malformed, Corrupt when a signature does not fit: every byte is covered by one or the other.
[[nodiscard]] Result<SignedIndex> read_signed_index(ByteView bytes);
// The same, and NotAllowed when fewer trusted publishers than the threshold are among the signers.
[[nodiscard]] Result<SignedIndex> read_trusted_index(ByteView bytes, const Trust& trust);

}  // namespace hornbook::pack
