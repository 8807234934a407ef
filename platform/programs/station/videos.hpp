// The painter's videos: of the packs, one open at a time.
#pragma once

#include "platform/programs/station/pack_shelf.hpp"
#include "ui/theme/sprites.hpp"

namespace hornbook::platform {

// `shelf` may be null (then there are none) and must outlive the result. A video that cannot be played shows nothing;
// its words are on the screen.
[[nodiscard]] ui::VideoPicture find_videos(const PackShelf* shelf);

}  // namespace hornbook::platform
