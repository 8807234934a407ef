#include "platform/sound/decode_sound.hpp"

#include <opusfile.h>

#include <algorithm>
#include <memory>

#include "runtime/core/limits.hpp"

namespace hornbook::platform {
namespace {

constexpr int opus_rate_hz = 48'000;  // whatever it was recorded with (RFC 7845, section 5.1)
constexpr int opus_channels_max = 2;  // libopusfile mixes down what has more
// RFC 7845, section 4: the longest packet, 120 ms.
constexpr std::size_t opus_packet_samples = std::size_t{opus_rate_hz} * 120 / 1000 * opus_channels_max;

tl::unexpected<Error> damaged() { return fail(ErrorCode::BadInput, "sound", "the file is damaged or cut short"); }
tl::unexpected<Error> too_long() {
  return fail(ErrorCode::LimitExceeded, "sound",
              "it is longer than " + std::to_string(limits::sound_seconds_max) + " seconds");
}

std::size_t samples_max(const SoundFormat& format) {
  return limits::sound_seconds_max * static_cast<std::size_t>(format.rate_hz) *
         static_cast<std::size_t>(format.channels);
}

Result<DecodedSound> checked(DecodedSound sound) {
  if (sound.samples.empty()) return fail(ErrorCode::BadInput, "sound", "there is nothing to hear in it");
  if (sound.samples.size() > samples_max(sound.format)) return too_long();
  return sound;
}

struct OpusFree {
  void operator()(OggOpusFile* file) const { op_free(file); }
};

Result<DecodedSound> decode_opus(ByteView bytes) {
  int error = 0;
  const std::unique_ptr<OggOpusFile, OpusFree> file(op_open_memory(bytes.data(), bytes.size(), &error));
  if (!file) return damaged();
  // Speech of one channel takes half the room; what changes on the way is mixed to two.
  const bool is_mono = op_link_count(file.get()) == 1 && op_channel_count(file.get(), 0) == 1;
  DecodedSound sound{{opus_rate_hz, is_mono ? 1 : opus_channels_max}, {}};
  std::vector<std::int16_t> packet(opus_packet_samples);
  const auto room = static_cast<int>(packet.size());
  while (true) {
    const int moments =
        is_mono ? op_read(file.get(), packet.data(), room, nullptr) : op_read_stereo(file.get(), packet.data(), room);
    if (moments == 0) return checked(std::move(sound));
    if (moments < 0) return damaged();
    const auto read = std::ptrdiff_t{moments} * sound.format.channels;
    sound.samples.insert(sound.samples.end(), packet.begin(), packet.begin() + read);
    if (sound.samples.size() > samples_max(sound.format)) return too_long();
  }
}

// The "fmt " chunk of a WAV file (Microsoft, "Multimedia Programming Interface and Data Specifications 1.0").
Result<SoundFormat> read_wav_format(ByteView chunk) {
  constexpr std::uint16_t linear = 1, extensible = 0xFFFE;
  ByteReader reader(chunk);
  TRY_ASSIGN(const std::uint16_t coding, reader.u16());
  TRY_ASSIGN(const std::uint16_t channels, reader.u16());
  TRY_ASSIGN(const std::uint32_t rate_hz, reader.u32());
  TRY_ASSIGN(const ByteView passed_over, reader.raw(6));  // bytes a second, and of one moment
  static_cast<void>(passed_over);
  TRY_ASSIGN(const std::uint16_t bits, reader.u16());
  const bool is_playable = (coding == linear || coding == extensible) && bits == 16 && channels >= 1 && channels <= 2 &&
                           rate_hz >= 8'000 && rate_hz <= 48'000;
  if (!is_playable)
    return fail(ErrorCode::BadInput, "sound",
                "a WAV file has 16-bit samples, one or two channels and 8,000 to 48,000 samples a second");
  return SoundFormat{static_cast<int>(rate_hz), channels};
}

std::vector<std::int16_t> read_wav_samples(ByteView chunk, int channels) {
  const std::size_t moment = sizeof(std::int16_t) * static_cast<std::size_t>(channels);
  std::vector<std::int16_t> samples;
  samples.reserve(chunk.size() / 2);
  for (std::size_t at = 0; at + 2 <= chunk.size() / moment * moment; at += 2)
    samples.push_back(static_cast<std::int16_t>(static_cast<std::uint16_t>(chunk[at] | (chunk[at + 1] << 8U))));
  return samples;
}

// Chunks after "RIFF", a size and "WAVE". A last chunk that says that it is longer than the file is taken as it is.
Result<DecodedSound> decode_wav(ByteView bytes) {
  constexpr std::size_t header_bytes = 12;
  ByteReader reader(bytes.subspan(header_bytes));
  DecodedSound sound;
  bool has_format = false;
  while (reader.rest().size() >= 8) {
    TRY_ASSIGN(const ByteView name, reader.raw(4));
    TRY_ASSIGN(const std::uint32_t size, reader.u32());
    const std::size_t there = std::min<std::size_t>(size, reader.rest().size());
    TRY_ASSIGN(const ByteView chunk, reader.raw(there));
    if (size % 2 != 0 && !reader.at_end()) TRY_DONE(reader.raw(1));
    if (as_text(name) == "fmt ") {
      TRY_ASSIGN(sound.format, read_wav_format(chunk));
      has_format = true;
    } else if (as_text(name) == "data") {
      if (!has_format) return damaged();
      if (chunk.size() / 2 > samples_max(sound.format)) return too_long();
      sound.samples = read_wav_samples(chunk, sound.format.channels);
      return checked(std::move(sound));
    }
  }
  return damaged();
}

}  // namespace

std::uint32_t duration_ms(const DecodedSound& sound) {
  const auto a_second =
      static_cast<std::size_t>(sound.format.rate_hz) * static_cast<std::size_t>(sound.format.channels);
  return static_cast<std::uint32_t>(sound.samples.size() * 1000 / a_second);
}

Result<DecodedSound> decode_sound(ByteView file) {
  if (file.size() > limits::sound_bytes_max)
    return fail(ErrorCode::LimitExceeded, "sound",
                "the file is larger than " + std::to_string(limits::sound_bytes_max >> 20) + " MiB");
  const std::string_view text = as_text(file);
  if (text.starts_with("OggS")) return decode_opus(file);
  if (text.size() >= 12 && text.starts_with("RIFF") && text.substr(8, 4) == "WAVE") return decode_wav(file);
  return fail(ErrorCode::BadInput, "sound", "it is neither Ogg Opus nor WAV");
}

}  // namespace hornbook::platform
