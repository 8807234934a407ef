// What is watched and listened to for an item: slides one after the other, or a video, with the words of what is heard
// and seen. Questions are asked at check points on the way.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "runtime/engage/figure.hpp"

namespace hornbook::engage {

struct Caption {
  std::uint32_t from_ms = 0, until_ms = 0;  // shown from the one and no longer at the other
  std::string text;                         // with the markup of texts
  bool operator==(const Caption&) const = default;
};

struct Slide {
  std::uint32_t from_ms = 0;
  Figure figure;
  std::optional<Hash> sound;  // heard from its beginning
};
struct Video {
  Hash file;  // WebM
};

struct Media {
  std::string description;  // of all of it, for whoever does not see it
  std::variant<Video, std::vector<Slide>> shown;
  std::vector<Caption> captions;  // ascending, none over another
  std::uint32_t length_ms = 0;    // at most limits::media_seconds_max seconds
};

// The words that belong to a moment; nullptr when nothing is said.
[[nodiscard]] const Caption* caption_at(const Media& media, std::uint32_t position_ms);
// The slide that is shown at a moment; 0 in a video.
[[nodiscard]] std::size_t slide_at(const Media& media, std::uint32_t position_ms);

}  // namespace hornbook::engage
