#include "platform/sound/sdl_sound_output.hpp"

#include <SDL.h>

#include <algorithm>

namespace hornbook::platform {
namespace {

constexpr Uint16 buffer_samples = 1024;  // 21 ms at 48 kHz: what the position can be off by

}  // namespace

SdlSoundOutput::SdlSoundOutput(const Clock& clock)
    : silent_(clock), has_audio_(SDL_InitSubSystem(SDL_INIT_AUDIO) == 0) {}

SdlSoundOutput::~SdlSoundOutput() {
  close();
  if (has_audio_) SDL_QuitSubSystem(SDL_INIT_AUDIO);
}

void SdlSoundOutput::start(SoundFormat format) {
  stop();
  if (device_ == 0 || !(format == format_)) open(format);
  if (device_ == 0) return silent_.start(format);
  started_ = true;
  SDL_PauseAudioDevice(device_, 0);
}

// SDL converts to what the device takes. A device that is unplugged later goes on in silence.
void SdlSoundOutput::open(SoundFormat format) {
  close();
  if (!has_audio_) return;
  SDL_AudioSpec wanted{};
  wanted.freq = format.rate_hz;
  wanted.format = AUDIO_S16SYS;
  wanted.channels = static_cast<Uint8>(format.channels);
  wanted.samples = buffer_samples;
  SDL_AudioSpec opened{};
  device_ = SDL_OpenAudioDevice(nullptr, 0, &wanted, &opened, 0);
  format_ = format;
  buffer_ms_ = std::int64_t{opened.samples} * 1000 / format.rate_hz;
}

void SdlSoundOutput::close() {
  if (device_ != 0) SDL_CloseAudioDevice(device_);
  device_ = 0;
}

void SdlSoundOutput::queue(std::span<const std::int16_t> samples) {
  if (device_ == 0) return silent_.queue(samples);
  if (started_ && SDL_QueueAudio(device_, samples.data(), static_cast<Uint32>(samples.size_bytes())) == 0)
    queued_bytes_ += samples.size_bytes();
}

void SdlSoundOutput::pause() {
  if (device_ == 0) return silent_.pause();
  SDL_PauseAudioDevice(device_, 1);
}

void SdlSoundOutput::resume() {
  if (device_ == 0) return silent_.resume();
  if (started_) SDL_PauseAudioDevice(device_, 0);
}

void SdlSoundOutput::stop() {
  silent_.stop();
  if (device_ == 0) return;
  SDL_PauseAudioDevice(device_, 1);
  SDL_ClearQueuedAudio(device_);
  queued_bytes_ = 0;
  started_ = false;
}

std::int64_t SdlSoundOutput::position_ms() const {
  if (device_ == 0) return silent_.position_ms();
  const std::uint64_t waiting_bytes = std::min<std::uint64_t>(SDL_GetQueuedAudioSize(device_), queued_bytes_);
  const std::int64_t taken_ms = duration_ms(queued_bytes_ - waiting_bytes);
  return waiting_bytes == 0 ? taken_ms : std::max<std::int64_t>(taken_ms - buffer_ms_, 0);
}

bool SdlSoundOutput::is_drained() const {
  if (device_ == 0) return silent_.is_drained();
  return SDL_GetQueuedAudioSize(device_) == 0;
}

std::int64_t SdlSoundOutput::duration_ms(std::uint64_t bytes) const {
  const auto bytes_a_moment = sizeof(std::int16_t) * static_cast<unsigned>(format_.channels);
  return static_cast<std::int64_t>(bytes / bytes_a_moment * 1000 / static_cast<unsigned>(format_.rate_hz));
}

std::unique_ptr<SoundOutput> open_loudspeaker(const Clock& clock) { return std::make_unique<SdlSoundOutput>(clock); }

}  // namespace hornbook::platform
