#include "runtime/engage/media/playback.hpp"

#include <algorithm>

namespace hornbook::engage {
namespace {

// What it means to stand at the stop.
MediaAct act_at_stop(const Problem& problem) {
  const bool is_over = std::all_of(problem.steps.begin(), problem.steps.end(),
                                   [](const StepInWork& step) { return is_finished(step.own); });
  return is_over ? MediaAct::Ended : MediaAct::CheckPoint;
}

PlaybackStep stand_at(const Problem& problem, Playback playback, std::uint32_t stop) {
  playback.position_ms = stop;
  playback.playing = false;
  playback.seen_ms = std::max(playback.seen_ms, stop);
  return {playback, act_at_stop(problem)};
}

PlaybackStep play(Playback playback, MonotonicMs now) {
  playback.since = now;
  playback.playing = true;
  return {playback, MediaAct::Played};
}

}  // namespace

std::uint32_t stop_ms(const Problem& problem) {
  std::uint32_t stop = problem.item->media->length_ms;
  for (std::size_t at = 0; at < problem.steps.size(); ++at)
    if (!is_finished(problem.steps[at].own)) stop = std::min(stop, problem.item->steps[at].at_ms);
  return stop;
}

std::uint32_t position_ms(const Problem& problem, const Playback& playback, MonotonicMs now) {
  if (!playback.playing) return playback.position_ms;
  const MonotonicMs played = std::max<MonotonicMs>(now - playback.since, 0) + playback.position_ms;
  return static_cast<std::uint32_t>(std::min<MonotonicMs>(played, std::max(stop_ms(problem), playback.position_ms)));
}

bool is_reached(const Problem& problem, const Playback& playback) {
  return playback.seen_ms >= problem.item->steps[problem.at.step].at_ms;
}

PlaybackStep update(const Problem& problem, Playback playback, MediaControl control, MonotonicMs now) {
  const std::uint32_t stop = stop_ms(problem);
  const bool played = playback.playing;
  playback.position_ms = position_ms(problem, playback, now);
  playback.since = now;
  playback.seen_ms = std::max(playback.seen_ms, playback.position_ms);
  switch (control) {
    case MediaControl::Play:
      if (played) return {playback, std::nullopt};
      if (playback.position_ms >= problem.item->media->length_ms) playback.position_ms = 0;
      if (playback.position_ms >= stop) return stand_at(problem, playback, stop);
      return play(playback, now);
    case MediaControl::Pause:
      playback.playing = false;
      return {playback, played ? std::optional(MediaAct::Paused) : std::nullopt};
    case MediaControl::Back:
      playback.position_ms -= std::min(playback.position_ms, back_by_ms);
      return play(playback, now);
    case MediaControl::Follow:
      if (played && playback.position_ms >= stop) return stand_at(problem, playback, stop);
      return {playback, std::nullopt};
    case MediaControl::ReadOn:
      return stand_at(problem, playback, stop);
  }
  return {playback, std::nullopt};
}

}  // namespace hornbook::engage
