// Captions of a video from WebVTT (W3C, "WebVTT: The Web Video Text Tracks Format", section 4), read strictly: what a
// browser would pass over in silence is named, so that it can be mended.
#pragma once

#include <string_view>
#include <vector>

#include "runtime/core/error.hpp"
#include "runtime/engage/media/media.hpp"

namespace hornbook::engage {

// Cues in their order. Their identifiers and settings, and NOTE, STYLE and REGION blocks are passed over; tags such as
// <v Amina> and <i> are taken out, and the words stand as they are, whatever they mean in the markup of texts.
// BadInput names the line: no "WEBVTT" at the beginning, a time that is none, a cue without words, one that begins
// before the one before it has ended. LimitExceeded beyond captions_bytes_max or captions_max.
[[nodiscard]] Result<std::vector<Caption>> parse_web_vtt(std::string_view text);

}  // namespace hornbook::engage
