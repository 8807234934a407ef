// What the fold and the decisions need to know of a pack.
#pragma once

#include <optional>

#include "runtime/interpret/curriculum.hpp"
#include "runtime/pack/index.hpp"

namespace hornbook::pack {

[[nodiscard]] interpret::Curriculum curriculum_of(const Index& index, const Hash& pack_hash);

// The hash of the media file at `path` of the source.
[[nodiscard]] std::optional<Hash> content_of_media(const Index& index, std::string_view path);

}  // namespace hornbook::pack
