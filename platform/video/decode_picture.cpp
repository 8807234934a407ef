#include "platform/video/decode_picture.hpp"

#include <vpx/vp8dx.h>

#include <algorithm>
#include <array>
#include <utility>

#include "runtime/core/limits.hpp"

namespace hornbook::platform {
namespace {

tl::unexpected<Error> too_large() {
  return fail(ErrorCode::LimitExceeded, "video",
              "its pictures are larger than " + std::to_string(limits::video_width_max) + " × " +
                  std::to_string(limits::video_height_max) + "; save it smaller (ffmpeg: -vf scale=640:-2)");
}

bool fits(unsigned width, unsigned height) {
  return width > 0 && height > 0 && width <= limits::video_width_max && height <= limits::video_height_max;
}

// Where a pixel of the result is taken from, in 256ths of a source pixel.
struct Sample {
  int at = 0, next = 0, share = 0;
};
std::vector<Sample> samples_of(int from, int to) {
  std::vector<Sample> samples;
  samples.reserve(static_cast<std::size_t>(to));
  for (int pixel = 0; pixel < to; ++pixel) {
    const std::int64_t place = std::max<std::int64_t>(((2 * std::int64_t{pixel} + 1) * from * 128) / to - 128, 0);
    const int at = std::min(static_cast<int>(place / 256), from - 1);
    samples.push_back({at, std::min(at + 1, from - 1), static_cast<int>(place % 256)});
  }
  return samples;
}

int between(int one, int other, int share) { return (one * (256 - share) + other * share) >> 8; }

std::uint8_t to_byte(int value) { return static_cast<std::uint8_t>(std::clamp(value, 0, 255)); }

// One row of pixels of the planes.
class Row {
 public:
  Row(const vpx_image_t& planes, int plane, int at)
      : bytes_(planes.planes[plane] + std::ptrdiff_t{at} * planes.stride[plane]) {}
  [[nodiscard]] int operator[](int at) const { return bytes_[at]; }

 private:
  const std::uint8_t* bytes_;
};

}  // namespace

Result<PictureDecoder> PictureDecoder::create(VideoCodec codec) {
  vpx_codec_iface_t* const interface = codec == VideoCodec::Vp8 ? vpx_codec_vp8_dx() : vpx_codec_vp9_dx();
  vpx_codec_ctx_t context{};
  const vpx_codec_dec_cfg_t settings{1, 0, 0};  // one thread: the others have work
  if (vpx_codec_dec_init(&context, interface, &settings, 0) != VPX_CODEC_OK)
    return fail(ErrorCode::OurBug, "video", "the decoder cannot be started");
  return PictureDecoder(context, interface);
}

PictureDecoder::~PictureDecoder() {
  if (codec_ != nullptr) vpx_codec_destroy(&context_);
}

PictureDecoder::PictureDecoder(PictureDecoder&& other) noexcept
    : context_(other.context_), codec_(std::exchange(other.codec_, nullptr)) {}

Result<const vpx_image_t*> PictureDecoder::decode(ByteView packet) {
  const auto size = static_cast<unsigned>(packet.size());
  // A key picture says its size before room is made for it.
  vpx_codec_stream_info_t info{};
  info.sz = sizeof(info);
  if (vpx_codec_peek_stream_info(codec_, packet.data(), size, &info) == VPX_CODEC_OK && info.is_kf != 0 &&
      !fits(info.w, info.h))
    return too_large();
  if (vpx_codec_decode(&context_, packet.data(), size, nullptr, 0) != VPX_CODEC_OK)
    return fail(ErrorCode::BadInput, "video", "a picture in it is damaged");
  vpx_codec_iter_t iterator = nullptr;
  const vpx_image_t* last = nullptr;
  while (const vpx_image_t* image = vpx_codec_get_frame(&context_, &iterator)) last = image;
  if (last == nullptr) return last;
  if (!fits(last->d_w, last->d_h)) return too_large();
  if (last->fmt != VPX_IMG_FMT_I420)
    return fail(ErrorCode::BadInput, "video", "its colours are stored in a way that is not known; save it as yuv420p");
  return last;
}

// ITU-R BT.601, limited range, in 256ths: what encoders write where a file does not say otherwise.
VideoImage to_rgba(const vpx_image_t& planes, int width, int height) {
  const auto from_width = static_cast<int>(planes.d_w), from_height = static_cast<int>(planes.d_h);
  VideoImage image;
  image.width = std::max(1, std::min(width, static_cast<int>(std::int64_t{height} * from_width / from_height)));
  image.height = std::max(1, std::min(height, static_cast<int>(std::int64_t{width} * from_height / from_width)));
  image.rgba.resize(static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) * 4);
  const std::vector<Sample> columns = samples_of(from_width, image.width), rows = samples_of(from_height, image.height);
  std::uint8_t* to = image.rgba.data();
  for (const Sample& row : rows) {
    const Row light(planes, VPX_PLANE_Y, row.at), light_below(planes, VPX_PLANE_Y, row.next);
    const Row blue(planes, VPX_PLANE_U, row.at / 2), red(planes, VPX_PLANE_V, row.at / 2);
    for (const Sample& column : columns) {
      const int above = between(light[column.at], light[column.next], column.share);
      const int below = between(light_below[column.at], light_below[column.next], column.share);
      const int y = (between(above, below, row.share) - 16) * 298;
      const int u = blue[column.at / 2] - 128, v = red[column.at / 2] - 128;
      *to++ = to_byte((y + 409 * v + 128) >> 8);
      *to++ = to_byte((y - 100 * u - 208 * v + 128) >> 8);
      *to++ = to_byte((y + 516 * u + 128) >> 8);
      *to++ = 255;
    }
  }
  return image;
}

}  // namespace hornbook::platform
