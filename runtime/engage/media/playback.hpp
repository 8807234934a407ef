// Watching the media of an item. The position follows the clock that is given; at a check point it stops by itself.
#pragma once

#include "runtime/core/time.hpp"
#include "runtime/engage/problem.hpp"

namespace hornbook::engage {

inline constexpr std::uint32_t back_by_ms = 10'000;

struct Playback {
  std::uint32_t position_ms = 0;  // at `since`
  MonotonicMs since = 0;          // counts while it plays
  bool playing = false;
  std::uint32_t seen_ms = 0;  // as far as it was watched, or its words were read
};

// Follow: time has passed. ReadOn: the words were read in place of watching up to where it stops.
enum class MediaControl : std::uint8_t { Play, Pause, Back, Follow, ReadOn };
// What is worth recording, as in events.
enum class MediaAct : std::uint8_t { Played = 1, Paused = 2, CheckPoint = 3, Ended = 4 };

struct PlaybackStep {
  Playback playback;
  std::optional<MediaAct> act;
};

// Where it stops by itself: at the first check point whose question is not answered, or at the end. `problem` must have
// media, as for the functions below.
[[nodiscard]] std::uint32_t stop_ms(const Problem& problem);
[[nodiscard]] std::uint32_t position_ms(const Problem& problem, const Playback& playback, MonotonicMs now);
// Whether what comes before the question at hand has been seen.
[[nodiscard]] bool is_reached(const Problem& problem, const Playback& playback);

// Pure. Back goes back_by_ms back and plays; Play at the end plays from the beginning. A control that does not fit
// changes nothing.
[[nodiscard]] PlaybackStep update(const Problem& problem, Playback playback, MediaControl control, MonotonicMs now);

}  // namespace hornbook::engage
