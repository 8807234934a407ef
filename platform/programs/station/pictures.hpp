// The painter's pictures: SVG files that ship with the program, and objects of the packs.
#pragma once

#include <filesystem>

#include "platform/programs/station/pack_shelf.hpp"
#include "ui/theme/sprites.hpp"

namespace hornbook::platform {

// NotFound when the folder of pictures is missing. `shelf` may be null (no pack's pictures then) and must outlive the
// result.
[[nodiscard]] Result<ui::RasterisePicture> find_pictures(const PackShelf* shelf);

}  // namespace hornbook::platform
