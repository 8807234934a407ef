// Reading aloud: one utterance after the other goes to the voice, and its words come back as they are heard.
#include <algorithm>

#include "ui/screens/media.hpp"
#include "ui/screens/transitions.hpp"

namespace hornbook::ui::transitions {
namespace {

Speak speak(const StationState& state) {
  const Utterance& next = state.reading->utterances[state.reading->at];
  return {next.words, next.language, state.settings.voice_pace};
}

StationStep silent(StationState state) {
  if (!state.reading) return {std::move(state), {}};
  state.reading.reset();
  return {std::move(state), {StopSpeaking{}}};
}

}  // namespace

StationStep take(StationState state, const ReadAloud& intent, MonotonicMs now) {
  if (intent.utterances.empty() || state.settings.voice == VoiceUse::Off) return silent(std::move(state));
  StationStep step{std::move(state), {}};
  // The voice takes the place of what is heard; what is watched waits for it.
  if (step.state.hearing && watched(step.state) != nullptr)
    step = take(std::move(step.state), ToSession{session::ControlMedia{engage::MediaControl::Pause}}, now);
  step.state.hearing.reset();
  step.state.reading = ReadingAloud{intent.utterances, 0, {}};
  step.state.no_voice_for.clear();
  step.effects.emplace_back(speak(step.state));
  return step;
}

StationStep take(StationState state, const StopReading&, MonotonicMs) { return silent(std::move(state)); }

StationStep take(StationState state, const WordSaid& intent, MonotonicMs now) {
  if (!state.reading) return {std::move(state), {}};
  state.reading->word = intent.word;
  state.last_act = now;  // whoever listens is there
  return {std::move(state), {}};
}

StationStep take(StationState state, const SaidAll&, MonotonicMs) {
  if (!state.reading) return {std::move(state), {}};
  if (++state.reading->at == state.reading->utterances.size()) {
    state.reading.reset();
    return {std::move(state), {}};
  }
  state.reading->word = {};
  Speak next = speak(state);
  return {std::move(state), {std::move(next)}};
}

StationStep take(StationState state, const NoVoice& intent, MonotonicMs) {
  state.reading.reset();
  state.no_voice_for = intent.language;
  return {std::move(state), {}};
}

}  // namespace hornbook::ui::transitions
