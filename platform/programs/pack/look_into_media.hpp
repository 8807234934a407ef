// What only whoever plays sounds and videos knows of them, for lint.
#pragma once

#include "content_packs/build/pack_source.hpp"

namespace hornbook::platform {

// As content::LookIntoMedia.
[[nodiscard]] tl::expected<std::uint32_t, std::string> look_into_media(engage::MediaUse use, ByteView file);

}  // namespace hornbook::platform
