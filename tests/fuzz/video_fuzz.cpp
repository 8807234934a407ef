// Whatever a pack says is a video: an error, or pictures within the limits at any moment and sound that ends.
#include <cstdlib>

#include "platform/video/video.hpp"
#include "platform/video/video_sound.hpp"
#include "runtime/core/limits.hpp"

using namespace hornbook;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Bytes bytes(data, data + size);
  auto video = platform::Video::open(bytes);
  if (!video) return 0;
  const std::uint32_t length_ms = video->file().length_ms;
  if (length_ms == 0 || length_ms > limits::media_seconds_max * 1000) std::abort();
  for (const std::uint32_t at : {0U, length_ms / 2, length_ms}) {
    const auto image = video->picture_at(at, 64, 48);
    if (!image) continue;
    if ((*image)->width < 1 || (*image)->width > 64 || (*image)->height < 1 || (*image)->height > 48) std::abort();
    const std::size_t pixels = static_cast<std::size_t>((*image)->width) * static_cast<std::size_t>((*image)->height);
    if ((*image)->rgba.size() != pixels * 4) std::abort();
  }
  const auto sound = platform::open_video_sound(bytes, length_ms / 2);
  if (!sound) return 0;
  for (auto samples = (*sound)->next(); samples && !samples->empty(); samples = (*sound)->next())
    if (samples->size() % static_cast<std::size_t>((*sound)->format().channels) != 0) std::abort();
  return 0;
}
