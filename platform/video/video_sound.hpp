// The sound of a video as samples, by libopus.
#pragma once

#include <memory>

#include "platform/sound/sound_source.hpp"

namespace hornbook::platform {

// From this moment on. NotFound when the video has no sound; BadInput and LimitExceeded as read_webm. `bytes` are kept.
[[nodiscard]] Result<std::unique_ptr<SoundSource>> open_video_sound(Bytes bytes, std::uint32_t from_ms);

}  // namespace hornbook::platform
