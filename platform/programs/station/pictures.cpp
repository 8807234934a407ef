#include "platform/programs/station/pictures.hpp"

#include <algorithm>
#include <string>

#include "platform/sdl/picture_rasteriser.hpp"
#include "platform/system/files.hpp"
#include "platform/system/paths.hpp"
#include "runtime/core/limits.hpp"

namespace hornbook::platform {
namespace {

constexpr std::string_view object_prefix = "object:";

// Names come from rosters and packs: nothing but a plain name may become part of a path.
bool is_plain_name(std::string_view name) {
  return !name.empty() && name.size() <= limits::identifier_bytes_max &&
         std::all_of(name.begin(), name.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

Result<Bytes> svg_of(const std::filesystem::path& folder, const PackShelf* shelf, std::string_view name) {
  if (name.starts_with(object_prefix)) {
    if (shelf == nullptr) return fail(ErrorCode::NotFound, "picture", "there is no pack");
    TRY_ASSIGN(const Hash object, id_from_hex<Hash>(name.substr(object_prefix.size())));
    return shelf->media(object);
  }
  if (!is_plain_name(name)) return fail(ErrorCode::BadInput, "picture", "that is no name of a picture");
  return read_file(folder / (std::string(name) + ".svg"), limits::object_bytes_max);
}

}  // namespace

Result<ui::RasterisePicture> find_pictures(const PackShelf* shelf) {
  TRY_ASSIGN(const std::filesystem::path folder, shipped_directory("ui/theme/pictures"));
  return ui::RasterisePicture(
      [folder, shelf](std::string_view name, int width, int height) -> std::optional<ui::PictureImage> {
        const auto svg = svg_of(folder, shelf, name);
        if (!svg) return std::nullopt;
        auto picture = rasterise_picture(*svg, width, height);
        if (!picture) return std::nullopt;
        return ui::PictureImage{picture->width, picture->height, std::move(picture->rgba)};
      });
}

}  // namespace hornbook::platform
