// From a source to the index and objects of a built pack. Pure: the same source gives the same bytes.
#pragma once

#include <span>

#include "content_packs/build/pack_source.hpp"
#include "runtime/core/crypto.hpp"
#include "runtime/pack/container.hpp"

namespace hornbook::content {

struct BuiltPack {
  pack::Index index;
  pack::CompressedObjects objects;
};

// `source` must have no problems. LimitExceeded when an item or a passage is larger than an object may be.
[[nodiscard]] Result<BuiltPack> build_pack(const PackSource& source);

// The bytes of the .hbpack file.
[[nodiscard]] Bytes to_file(const BuiltPack& built, std::span<const SigningKey* const> keys);

}  // namespace hornbook::content
