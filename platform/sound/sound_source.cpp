#include "platform/sound/sound_source.hpp"

#include <algorithm>
#include <utility>

#include "platform/sound/decode_sound.hpp"

namespace hornbook::platform {
namespace {

class WholeSound final : public SoundSource {
 public:
  explicit WholeSound(DecodedSound sound) : sound_(std::move(sound)) {}
  [[nodiscard]] SoundFormat format() const override { return sound_.format; }
  Result<std::vector<std::int16_t>> next() override { return std::exchange(sound_.samples, {}); }

 private:
  DecodedSound sound_;
};

}  // namespace

Result<std::unique_ptr<SoundSource>> open_sound(ByteView file, std::uint32_t from_ms) {
  TRY_ASSIGN(DecodedSound sound, decode_sound(file));
  const std::size_t moments = std::size_t{from_ms} * static_cast<std::size_t>(sound.format.rate_hz) / 1000;
  const std::size_t before = std::min(sound.samples.size(), moments * static_cast<std::size_t>(sound.format.channels));
  sound.samples.erase(sound.samples.begin(), sound.samples.begin() + static_cast<std::ptrdiff_t>(before));
  return std::make_unique<WholeSound>(std::move(sound));
}

}  // namespace hornbook::platform
