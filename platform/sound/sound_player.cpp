#include "platform/sound/sound_player.hpp"

namespace hornbook::platform {
namespace {

constexpr std::int64_t ahead_ms = 500;
constexpr MonotonicMs look_every_ms = 100;

}  // namespace

Done SoundPlayer::play(std::unique_ptr<SoundSource> source) {
  stop();
  source_ = std::move(source);
  made_all_ = false;
  queued_samples_ = 0;
  output_.start(source_->format());
  Done made = make_more();
  if (!made) stop();
  return made;
}

void SoundPlayer::stop() {
  if (source_) output_.stop();
  source_.reset();
}

Done SoundPlayer::make_more() {
  const SoundFormat format = source_->format();
  const auto queued_ms = [&] { return queued_samples_ * 1000 / (std::int64_t{format.rate_hz} * format.channels); };
  while (!made_all_ && queued_ms() < output_.position_ms() + ahead_ms) {
    TRY_ASSIGN(const std::vector<std::int16_t> samples, source_->next());
    made_all_ = samples.empty();
    output_.queue(samples);
    queued_samples_ += static_cast<std::int64_t>(samples.size());
  }
  return {};
}

bool SoundPlayer::follow() {
  if (!source_) return false;
  const Done made = make_more();
  if (made && !(made_all_ && output_.is_drained())) return false;
  stop();
  return true;
}

std::optional<MonotonicMs> SoundPlayer::next_change() const {
  if (!source_) return std::nullopt;
  return clock_.monotonic_ms() + look_every_ms;
}

}  // namespace hornbook::platform
