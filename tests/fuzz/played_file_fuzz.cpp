#include <cstdlib>

#include "content_packs/import/played_file.hpp"

// Whatever lies beside a document is a sound or a video with a length, or none; never both.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hornbook;
  const auto sound = content::sound_length_ms({data, size});
  const auto video = content::video_length_ms({data, size});
  if (sound && video) std::abort();
  const Bytes file(data, data + size);
  std::map<std::string, Bytes> media;
  content::Remarks remarks;
  const auto taken = content::take_video({"v.webm", &file, &file, {}, "a film"}, "item", media, remarks);
  if (taken.has_value() != media.contains("media/v.webm") || taken.has_value() == !remarks.empty()) std::abort();
  return 0;
}
