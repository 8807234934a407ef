// Coded pictures as planes of brightness and colour, by libvpx; and these as red, green and blue.
#pragma once

#include <vpx/vpx_decoder.h>

#include "platform/video/video.hpp"

namespace hornbook::platform {

class PictureDecoder {
 public:
  // OurBug when libvpx cannot be started.
  [[nodiscard]] static Result<PictureDecoder> create(VideoCodec codec);
  ~PictureDecoder();
  PictureDecoder(PictureDecoder&& other) noexcept;
  PictureDecoder& operator=(PictureDecoder&&) = delete;

  // Each picture follows the one that it needs. The planes are the decoder's, until the next call; nullptr when the
  // packet shows nothing new. BadInput when it is damaged, LimitExceeded when it is larger than it may be.
  [[nodiscard]] Result<const vpx_image_t*> decode(ByteView packet);

 private:
  PictureDecoder(vpx_codec_ctx_t context, vpx_codec_iface_t* codec) : context_(context), codec_(codec) {}

  vpx_codec_ctx_t context_;
  vpx_codec_iface_t* codec_;  // nullptr: moved from
};

// As large as fits into width × height pixels, in its shape; at least one pixel.
[[nodiscard]] VideoImage to_rgba(const vpx_image_t& planes, int width, int height);

}  // namespace hornbook::platform
