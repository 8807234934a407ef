// Media as a pack describes them: in every language. The fields are told in content_packs/schema/FORMAT.md.
#pragma once

#include "runtime/core/error.hpp"
#include "runtime/engage/media/media.hpp"
#include "runtime/engage/template/parts.hpp"

namespace hornbook::engage {

class Composer;  // runtime/engage/template/compose.hpp

struct SlideTemplate {
  std::uint32_t from_ms = 0, until_ms = 0;
  FigureTemplate figure;
  Texts text;        // what is said, heard or not
  MediaFiles sound;  // empty: nothing is heard
};
struct VideoTemplate {
  MediaFiles files;
  std::map<std::string, std::vector<Caption>, std::less<>> captions;  // by language
};
struct MediaTemplate {
  Texts description;
  std::variant<VideoTemplate, std::vector<SlideTemplate>> shown;
  std::uint32_t length_ms = 0;
};

[[nodiscard]] Result<Media> compose(const MediaTemplate& source, const Composer& composer);

}  // namespace hornbook::engage
