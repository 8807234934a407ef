#include "runtime/interpret/detect/detect.hpp"

#include <algorithm>

#include "runtime/core/portable_math.hpp"
#include "runtime/engage/activity.hpp"

namespace hornbook::interpret::detect {
namespace {

// Between a question's end and the next: reading what was right, and going on; longer for a slow reader.
LogTime usual_between(const Pace& pace) { return {1.4 + std::max(own_pace(pace), 0.0), 0.8, 0.8}; }
// A hint, too, wants to be read: some eight seconds, and for a slow reader a minute.
constexpr double hint_seconds = 8;
constexpr double hint_variance = 0.8;

LogTime after_hint(const LogTime& honest) {
  return {portable_log(portable_exp(honest.mean) + hint_seconds), std::max(honest.variance, hint_variance),
          std::max(honest.variance_below, hint_variance)};
}

class Observer {
 public:
  Observer(Detectors& state, const Act& act) : state_(state), act_(act) {}

  void operator()(const SittingBegins&) {
    state_.work = {};
    begin_sitting(state_.rapid_guessing);
    begin_sitting(state_.hint_gaming);
    begin_sitting(state_.wheel_spinning);
    begin_sitting(state_.idle);
    begin_sitting(state_.fatigue);
    begin_sitting(state_.frustration);
    begin_sitting(state_.persistence);
    begin_sitting(state_.too_easy);
  }
  void operator()(const SittingEnds&) {
    end_sitting(state_.fatigue);
    (*this)(SittingBegins{});
  }
  void operator()(const ItemShown& shown) {
    const bool follows = state_.work.first_sequence != 0;
    if (follows && !state_.work.is_done && state_.work.tries > 0 && state_.work.tries < engage::tries_max)
      leave_item(state_.frustration, state_.work.first_sequence, act_.sequence);
    show_item(state_.idle);
    if (follows && since())
      take_pause(state_.idle, *since(), usual_between(state_.pace), state_.work.first_sequence, act_.sequence);
    show_item(state_.rapid_guessing);
    show_item(state_.hint_gaming);
    state_.work = {};
    state_.work.first_sequence = act_.sequence;
    state_.work.kind = shown.kind;
    state_.work.typical_ms = shown.typical_ms;
    state_.work.last_act_ms = act_.elapsed_ms;
    state_.work.is_untouched = true;
  }
  void operator()(const HintOpened&) {
    if (state_.work.first_sequence == 0) return;
    const LogTime honest = expected_time(state_.pace, state_.work.kind, state_.work.typical_ms);
    if (const std::optional<double> waited = since()) {
      open_hint(state_.hint_gaming, *waited, honest);
      take_pause(state_.idle, *waited, state_.work.follows_hint ? after_hint(honest) : honest,
                 state_.work.first_sequence, act_.sequence);
      if (state_.work.is_untouched && state_.work.tries > 0)
        open_hint(state_.frustration, *waited, state_.work.first_sequence, act_.sequence);
    }
    open_hint(state_.persistence);
    touch();
    state_.work.follows_hint = true;
  }
  void operator()(const AnswerGiven& answer) {
    if (state_.work.first_sequence == 0) return;
    const Try made = try_of(answer);
    take_try(state_.rapid_guessing, made);
    take_try(state_.hint_gaming, made);
    if (made.log_seconds)
      take_pause(state_.idle, std::max(*made.log_seconds, since().value_or(*made.log_seconds)),
                 made.follows_hint ? after_hint(made.honest) : made.honest, state_.work.first_sequence, act_.sequence);
    take_try(state_.frustration, made, state_.rapid_guessing.first_try);
    take_try(state_.persistence, made, 1 - state_.rapid_guessing.guessed);
    if (answer.attempt == 1) {
      const double honest = (1 - state_.rapid_guessing.first_try) * (1 - state_.hint_gaming.gamed);
      take_try(state_.wheel_spinning, made, honest);
      take_try(state_.fatigue, made, honest * (1 - state_.idle.doubtful), act_.elapsed_ms);
      take_try(state_.too_easy, made);
      if (made.log_seconds && !made.follows_hint)
        take_time(state_.pace, answer.kind, state_.work.typical_ms, *made.log_seconds,
                  (1 - state_.rapid_guessing.first_try) * (1 - state_.idle.doubtful));
    }
    ++state_.work.tries;
    state_.work.is_done = answer.correct;
    touch();
    state_.work.is_untouched = true;
  }
  void operator()(const OtherAct&) {
    if (state_.work.first_sequence != 0) touch();
  }
  void operator()(const Rested&) {
    end_sitting(state_.fatigue);
    begin_sitting(state_.fatigue);
    if (state_.work.first_sequence != 0) touch();
  }

 private:
  // ln seconds since the act before this; nothing where there is no clock.
  [[nodiscard]] std::optional<double> since() const {
    if (act_.elapsed_ms == 0) return std::nullopt;
    return log_seconds_of(act_.elapsed_ms - state_.work.last_act_ms);
  }
  // The time of an answer is the one that was measured for it, unless hints or pages came between.
  [[nodiscard]] Try try_of(const AnswerGiven& answer) const {
    Try made{answer, act_.sequence, state_.work.first_sequence, state_.work.follows_hint};
    made.honest = expected_time(state_.pace, answer.kind, state_.work.typical_ms);
    made.own_pace = own_pace(state_.pace);
    made.pace_known = state_.pace.offset.weight;
    if (answer.response_ms > 0)
      made.log_seconds = state_.work.is_untouched ? log_seconds_of(answer.response_ms) : since();
    return made;
  }
  void touch() {
    state_.work.last_act_ms = act_.elapsed_ms;
    state_.work.follows_hint = false;
    state_.work.is_untouched = false;
  }

  Detectors& state_;
  const Act& act_;
};

// As the detector alone has it.
const Alarm& own_alarm(const Detectors& state, Detector detector) {
  switch (detector) {
    case Detector::RapidGuessing:
      return state.rapid_guessing.alarm;
    case Detector::HintGaming:
      return state.hint_gaming.alarm;
    case Detector::WheelSpinning:
      return state.wheel_spinning.alarm;
    case Detector::Idle:
      return state.idle.alarm;
    case Detector::Fatigue:
      return state.fatigue.alarm;
    case Detector::Frustration:
      return state.frustration.alarm;
    case Detector::Persistence:
      return state.persistence.alarm;
    case Detector::TooEasy:
      break;
  }
  return state.too_easy.alarm;
}

bool yields_to_persistence(Detector detector) {
  return detector == Detector::WheelSpinning || detector == Detector::Fatigue || detector == Detector::Frustration;
}

}  // namespace

void observe(Detectors& state, const Act& act) {
  if (std::holds_alternative<SittingBegins>(act.what)) {
    state.device = act.device;
    state.epoch = act.epoch;
  }
  if (state.epoch == 0 || state.device != act.device || state.epoch != act.epoch) return;
  std::visit(Observer(state, act), act.what);
  if (std::holds_alternative<SittingEnds>(act.what)) state.epoch = 0;
}

Alarm alarm_of(const Detectors& state, Detector detector) {
  if (yields_to_persistence(detector) && state.persistence.alarm.is_on()) return {};
  return own_alarm(state, detector);
}

bool was_rapid_guess(const Detectors& state) { return state.rapid_guessing.first_try >= 0.5; }

}  // namespace hornbook::interpret::detect
