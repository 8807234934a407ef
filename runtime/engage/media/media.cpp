#include "runtime/engage/media/media.hpp"

#include <algorithm>

namespace hornbook::engage {

const Caption* caption_at(const Media& media, std::uint32_t position_ms) {
  const auto found = std::find_if(media.captions.begin(), media.captions.end(), [&](const Caption& caption) {
    return caption.from_ms <= position_ms && position_ms < caption.until_ms;
  });
  return found == media.captions.end() ? nullptr : &*found;
}

std::size_t slide_at(const Media& media, std::uint32_t position_ms) {
  const auto* slides = std::get_if<std::vector<Slide>>(&media.shown);
  if (slides == nullptr) return 0;
  const auto after =
      std::find_if(slides->begin(), slides->end(), [&](const Slide& slide) { return slide.from_ms > position_ms; });
  return after == slides->begin() ? 0 : static_cast<std::size_t>(after - slides->begin()) - 1;
}

}  // namespace hornbook::engage
