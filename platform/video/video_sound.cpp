#include "platform/video/video_sound.hpp"

#include <opus.h>

#include <algorithm>

#include "platform/video/webm_file.hpp"

namespace hornbook::platform {
namespace {

constexpr int rate_hz = 48'000;
constexpr int moments_max = rate_hz * 120 / 1000;  // RFC 6716, section 2.1.4: a packet holds up to 120 ms
constexpr std::uint32_t run_up_ms = 80;            // RFC 7845, section 4.6: until the decoder has settled

struct DestroyDecoder {
  void operator()(OpusDecoder* decoder) const { opus_decoder_destroy(decoder); }
};

class VideoSound final : public SoundSource {
 public:
  VideoSound(Bytes bytes, WebmSound sound, std::unique_ptr<OpusDecoder, DestroyDecoder> decoder, std::uint32_t from_ms)
      : bytes_(std::move(bytes)), sound_(std::move(sound)), decoder_(std::move(decoder)) {
    const std::uint32_t settle_from_ms = from_ms - std::min(from_ms, run_up_ms);
    while (next_ + 1 < sound_.packets.size() && sound_.packets[next_ + 1].at_ms <= settle_from_ms) ++next_;
    const std::uint32_t begins_ms = sound_.packets[next_].at_ms;
    const std::size_t early_ms = from_ms - std::min(from_ms, begins_ms);
    to_drop_ = early_ms * (rate_hz / 1000) * static_cast<std::size_t>(sound_.channels);
  }

  [[nodiscard]] SoundFormat format() const override { return {rate_hz, sound_.channels}; }

  Result<std::vector<std::int16_t>> next() override {
    std::vector<std::int16_t> samples(std::size_t{moments_max} * static_cast<std::size_t>(sound_.channels));
    while (next_ < sound_.packets.size()) {
      const WebmPacket& packet = sound_.packets[next_++];
      const int moments = opus_decode(decoder_.get(), bytes_.data() + packet.begin,
                                      static_cast<opus_int32>(packet.size), samples.data(), moments_max, 0);
      if (moments < 0) return fail(ErrorCode::BadInput, "video", "its sound is damaged");
      const std::size_t decoded = static_cast<std::size_t>(moments) * static_cast<std::size_t>(sound_.channels);
      const std::size_t dropped = std::min(decoded, to_drop_);
      to_drop_ -= dropped;
      if (dropped == decoded) continue;
      samples.resize(decoded);
      samples.erase(samples.begin(), samples.begin() + static_cast<std::ptrdiff_t>(dropped));
      return samples;
    }
    return std::vector<std::int16_t>();
  }

 private:
  Bytes bytes_;
  WebmSound sound_;
  std::unique_ptr<OpusDecoder, DestroyDecoder> decoder_;
  std::size_t next_ = 0;
  std::size_t to_drop_ = 0;  // samples before the moment that was asked for
};

}  // namespace

Result<std::unique_ptr<SoundSource>> open_video_sound(Bytes bytes, std::uint32_t from_ms) {
  TRY_ASSIGN(WebmFile file, read_webm(bytes));
  if (!file.sound) return fail(ErrorCode::NotFound, "video", "it has no sound");
  int error = OPUS_OK;
  std::unique_ptr<OpusDecoder, DestroyDecoder> decoder(opus_decoder_create(rate_hz, file.sound->channels, &error));
  if (!decoder) return fail(ErrorCode::OurBug, "video", "the decoder of its sound cannot be started");
  return std::make_unique<VideoSound>(std::move(bytes), std::move(*file.sound), std::move(decoder), from_ms);
}

}  // namespace hornbook::platform
