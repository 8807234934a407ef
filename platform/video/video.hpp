// A video of a pack: its picture at any moment, by libvpx. It comes from outside; nothing in it is believed.
#pragma once

#include <memory>

#include "platform/video/webm_file.hpp"

namespace hornbook::platform {

// Rows of red, green, blue, alpha bytes, without gaps.
struct VideoImage {
  int width = 0, height = 0;
  Bytes rgba;
};

// Not thread-safe.
class Video {
 public:
  // As read_webm. Nothing is decoded yet.
  [[nodiscard]] static Result<Video> open(Bytes bytes);
  ~Video();
  Video(Video&&) noexcept;
  Video& operator=(Video&&) noexcept;

  [[nodiscard]] const WebmFile& file() const;
  // The picture that is seen at this moment, as large as fits into width × height pixels (1 … 4096 each), in its shape.
  // The same object as long as picture and size are the same. At most limits::video_frames_from_key_max pictures are
  // decoded for one. BadInput when it is damaged there, LimitExceeded when it is larger than it may be.
  [[nodiscard]] Result<std::shared_ptr<const VideoImage>> picture_at(std::uint32_t position_ms, int width, int height);
  // Decodes all of it once, as lint does. As picture_at.
  [[nodiscard]] Done check();

 private:
  struct Parts;
  explicit Video(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace hornbook::platform
