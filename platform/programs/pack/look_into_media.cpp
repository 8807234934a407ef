#include "platform/programs/pack/look_into_media.hpp"

#include "platform/sound/decode_sound.hpp"
#include "platform/video/video.hpp"
#include "platform/video/video_sound.hpp"

namespace hornbook::platform {
namespace {

Result<std::uint32_t> length_of_sound(ByteView file) {
  TRY_ASSIGN(const DecodedSound sound, decode_sound(file));
  return duration_ms(sound);
}

Done hear_to_the_end(const Bytes& bytes) {
  TRY_ASSIGN(const std::unique_ptr<SoundSource> sound, open_video_sound(bytes, 0));
  for (bool more = true; more;) {
    TRY_ASSIGN(const std::vector<std::int16_t> samples, sound->next());
    more = !samples.empty();
  }
  return {};
}

Result<std::uint32_t> length_of_video(ByteView file) {
  Bytes bytes(file.begin(), file.end());
  TRY_ASSIGN(Video video, Video::open(bytes));
  TRY_DONE(video.check());
  if (video.file().sound) TRY_DONE(hear_to_the_end(bytes));
  return video.file().length_ms;
}

}  // namespace

tl::expected<std::uint32_t, std::string> look_into_media(engage::MediaUse use, ByteView file) {
  const bool is_sound = use == engage::MediaUse::Sound;
  const Result<std::uint32_t> length_ms = is_sound ? length_of_sound(file) : length_of_video(file);
  if (length_ms) return *length_ms;
  const char* const mend = is_sound ? "; a station plays Ogg Opus (.opus), and WAV with 16 bits"
                                    : "; a station plays WebM with VP8 or VP9, muted or with Opus";
  return tl::unexpected(length_ms.error().sentence + mend);
}

}  // namespace hornbook::platform
