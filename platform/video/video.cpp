#include "platform/video/video.hpp"

#include <algorithm>
#include <optional>

#include "platform/video/decode_picture.hpp"

namespace hornbook::platform {

struct Video::Parts {
  Bytes bytes;
  WebmFile file;
  std::optional<PictureDecoder> decoder;
  std::size_t next = 0;                     // the picture that the decoder takes next
  const vpx_image_t* planes = nullptr;      // the decoder's last picture
  std::size_t shown = 0;                    // whose number `image` is
  std::shared_ptr<const VideoImage> image;  // given out last
  int width = 0, height = 0;                // that it was asked for

  // The last picture that has come by then.
  [[nodiscard]] std::size_t number_at(std::uint32_t position_ms) const {
    const auto after = std::upper_bound(file.pictures.begin(), file.pictures.end(), position_ms,
                                        [](std::uint32_t at, const WebmPacket& each) { return at < each.at_ms; });
    return after == file.pictures.begin() ? 0 : static_cast<std::size_t>(after - file.pictures.begin()) - 1;
  }

  Done start_again(std::size_t at) {
    decoder.reset();
    planes = nullptr;
    TRY_ASSIGN(PictureDecoder fresh, PictureDecoder::create(file.codec));
    decoder.emplace(std::move(fresh));
    next = at;
    return {};
  }

  Done decode_up_to(std::size_t wanted) {
    std::size_t key = wanted;
    while (key > 0 && !file.pictures[key].is_key) --key;
    if (!decoder || next > wanted + 1 || next < key) TRY_DONE(start_again(key));
    while (next <= wanted) {
      const WebmPacket& packet = file.pictures[next++];
      const auto decoded = decoder->decode(ByteView(bytes).subspan(packet.begin, packet.size));
      if (!decoded) {
        decoder.reset();
        return tl::unexpected(decoded.error());
      }
      if (*decoded != nullptr) planes = *decoded;
    }
    return {};
  }
};

Video::Video(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Video::~Video() = default;
Video::Video(Video&&) noexcept = default;
Video& Video::operator=(Video&&) noexcept = default;

Result<Video> Video::open(Bytes bytes) {
  TRY_ASSIGN(WebmFile file, read_webm(bytes));
  auto parts = std::make_unique<Parts>();
  parts->bytes = std::move(bytes);
  parts->file = std::move(file);
  return Video(std::move(parts));
}

const WebmFile& Video::file() const { return parts_->file; }

Result<std::shared_ptr<const VideoImage>> Video::picture_at(std::uint32_t position_ms, int width, int height) {
  constexpr int side_max = 4096;
  if (width < 1 || height < 1 || width > side_max || height > side_max)
    return fail(ErrorCode::OurBug, "video", "no picture has that size");
  const std::size_t wanted = parts_->number_at(position_ms);
  const bool is_there = parts_->image && parts_->shown == wanted && parts_->width == width && parts_->height == height;
  if (is_there) return parts_->image;
  TRY_DONE(parts_->decode_up_to(wanted));
  if (parts_->planes == nullptr) return fail(ErrorCode::BadInput, "video", "it shows nothing at this moment");
  parts_->image = std::make_shared<const VideoImage>(to_rgba(*parts_->planes, width, height));
  parts_->shown = wanted;
  parts_->width = width;
  parts_->height = height;
  return parts_->image;
}

Done Video::check() {
  for (std::size_t at = 0; at < parts_->file.pictures.size(); ++at) TRY_DONE(parts_->decode_up_to(at));
  if (parts_->planes == nullptr) return fail(ErrorCode::BadInput, "video", "it shows nothing");
  return {};
}

}  // namespace hornbook::platform
