// Watching: the session keeps the position and stops at check points; here it is decided what takes the leaf, and the
// sounds of slides and of videos are started and ended with their pictures.
#include "ui/screens/media.hpp"

#include <algorithm>

#include "ui/screens/transitions.hpp"

namespace hornbook::ui {
namespace {

constexpr MonotonicMs video_picture_ms = 66;  // 15 a second: more would keep a small computer busy
constexpr MonotonicMs meter_step_ms = 500;

session::SessionIntent control(engage::MediaControl what) { return session::ControlMedia{what}; }

// The sound that begins with the slide; that of the video.
std::optional<Hash> sound_of(const engage::Media& media, std::size_t slide) {
  if (const auto* video = std::get_if<engage::Video>(&media.shown)) return video->file;
  return std::get<std::vector<engage::Slide>>(media.shown)[slide].sound;
}

std::uint32_t begin_of(const engage::Media& media, std::size_t slide) {
  const auto* slides = std::get_if<std::vector<engage::Slide>>(&media.shown);
  return slides == nullptr ? 0 : (*slides)[slide].from_ms;
}

void silence(StationStep& step) {
  if (step.state.hearing) step.effects.emplace_back(StopSound{});
  step.state.hearing.reset();
}

void hear_slide(StationStep& step, const session::Working& working, MonotonicMs now) {
  const engage::Media& media = *working.problem.item->media;
  const std::uint32_t position = engage::position_ms(working.problem, working.playback, now);
  const std::size_t slide = engage::slide_at(media, position);
  auto& activity = std::get<Activity>(step.state.screen);
  if (activity.heard_slide == slide) return;
  silence(step);
  activity.heard_slide = slide;
  const std::optional<Hash> sound = sound_of(media, slide);
  if (!sound) return;
  if (step.state.reading) step.effects.emplace_back(StopSpeaking{});
  step.state.reading.reset();
  step.state.hearing = sound;
  step.effects.emplace_back(PlaySound{*sound, position - begin_of(media, slide)});
}

}  // namespace

const session::Working* watched(const StationState& state) {
  const auto* activity = std::get_if<Activity>(&state.screen);
  if (activity == nullptr || !activity->at_media || !state.session) return nullptr;
  const auto* working = std::get_if<session::Working>(&state.session->place);
  return working != nullptr && working->problem.item->media ? working : nullptr;
}

std::optional<MonotonicMs> next_picture(const StationState& state, MonotonicMs now) {
  const session::Working* working = watched(state);
  if (working == nullptr || !working->playback.playing) return std::nullopt;
  const engage::Media& media = *working->problem.item->media;
  const std::uint32_t position = engage::position_ms(working->problem, working->playback, now);
  const bool moves = std::holds_alternative<engage::Video>(media.shown);
  MonotonicMs wait = moves ? video_picture_ms : meter_step_ms;
  const auto sooner = [&](std::uint32_t at) {
    if (at > position) wait = std::min<MonotonicMs>(wait, at - position);
  };
  sooner(engage::stop_ms(working->problem));
  for (const engage::Caption& caption : media.captions) {
    sooner(caption.from_ms);
    sooner(caption.until_ms);
  }
  return now + wait;
}

namespace transitions {

StationStep follow_media(StationStep step, const session::SessionIntent& intent, MonotonicMs now) {
  auto* activity = std::get_if<Activity>(&step.state.screen);
  const auto* working = step.state.session ? std::get_if<session::Working>(&step.state.session->place) : nullptr;
  if (activity == nullptr || working == nullptr || !working->problem.item->media) return step;
  const auto* controlled = std::get_if<session::ControlMedia>(&intent);
  const bool reached = engage::is_reached(working->problem, working->playback);
  const bool asks = reached && !engage::is_finished(engage::at_hand(working->problem));
  if (!reached && !activity->at_media) {
    // The way to the next question leads through what comes before it.
    activity->at_media = true;
    activity->heard_slide.reset();
    StationStep on = take(std::move(step.state), ToSession{control(engage::MediaControl::Play)}, now);
    on.effects.insert(on.effects.begin(), step.effects.begin(), step.effects.end());
    return on;
  }
  if (controlled != nullptr && asks && !working->playback.playing &&
      controlled->control != engage::MediaControl::Pause) {
    activity->at_media = activity->at_words = false;
    activity->page = 0;
  }
  const bool jumped = controlled != nullptr && controlled->control != engage::MediaControl::Follow;
  if (jumped || !working->playback.playing) activity->heard_slide.reset();
  if (activity->at_media && working->playback.playing) {
    hear_slide(step, *working, now);
  } else if (controlled != nullptr) {
    silence(step);
  }
  return step;
}

StationStep take(StationState state, const ShowMedia& intent, MonotonicMs now) {
  auto* activity = std::get_if<Activity>(&state.screen);
  if (activity == nullptr || activity->at_media) return {std::move(state), {}};
  activity->at_media = true;
  activity->at_words = false;
  return take(std::move(state),
              ToSession{control(intent.again ? engage::MediaControl::Back : engage::MediaControl::Play)}, now);
}

StationStep take(StationState state, const ShowMediaWords& intent, MonotonicMs now) {
  auto* activity = std::get_if<Activity>(&state.screen);
  if (activity == nullptr || !activity->at_media) return {std::move(state), {}};
  activity->at_words = intent.words;
  activity->page = 0;
  return take(std::move(state), ToSession{control(engage::MediaControl::Pause)}, now);
}

StationStep take(StationState state, const ShowCaptions& intent, MonotonicMs) {
  state.captions = intent.captions;
  return {std::move(state), {}};
}

}  // namespace transitions
}  // namespace hornbook::ui
