#include "platform/programs/station/station.hpp"

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <span>
#include <utility>

#include "platform/programs/station/class_room.hpp"
#include "platform/programs/station/sign_in.hpp"
#include "platform/system/clock.hpp"
#include "platform/video/video_sound.hpp"
#include "platform/video/webm_file.hpp"
#include "runtime/session/clock_correction.hpp"

namespace hornbook::platform {
namespace {

constexpr MonotonicMs seal_when_idle_for_ms = 60'000;

std::uint32_t decisions_made(const ui::StationState& state) {
  return state.session ? state.session->decisions_made : 0;
}

Result<std::unique_ptr<SoundSource>> sound_of(const PackShelf& shelf, const ui::PlaySound& wanted) {
  TRY_ASSIGN(Bytes file, shelf.media(wanted.file));
  return is_webm(file) ? open_video_sound(std::move(file), wanted.from_ms) : open_sound(file, wanted.from_ms);
}

void report(const Error& error) { std::fprintf(stderr, "hornbook: %s\n", describe(error).c_str()); }

}  // namespace

Station::Station(DeviceData& data, const journal::DeviceIdentity& identity, const Clock& clock, Trace& trace,
                 Speech& speech, SoundPlayer& sounds, std::string language, ClassKeeping keeping)
    : data_(data),
      device_(identity.id()),
      clock_(clock),
      trace_(trace),
      speech_(speech),
      sounds_(sounds),
      school_(journal::school_mark_of(identity.school.signing)),
      keeping_(keeping) {
  state_.language = std::move(language);
  state_.at_home = identity.profile == journal::Profile::Home;
  state_.demo = identity.profile == journal::Profile::Demo;
  ui::Locked locked;
  locked.opening = data_.demo_passphrase.has_value();
  state_.screen = std::move(locked);
  state_.last_act = clock_.monotonic_ms();
  const auto badges = data_.writer.store().badges_mark();
  state_.takes_badges = badges && badges->has_value();
  if (data_.demo_passphrase) {
    carry_out(ui::OpenLease{*data_.demo_passphrase});
  } else {
    open_kept_class();
    // At home no teacher would say whose the work was.
    const bool may_work =
        !class_ && !state_.at_home && was_cut_off(data_.writer.store(), believable_time(data_, clock_));
    if (may_work) take(ui::NamelessMayWork{true});
  }
}

void Station::take(const ui::Intent& intent) {
  correct_clock_before(intent);
  update(intent);
  // An effect's answer may bring further effects; they wait behind those that are there already.
  while (!effects_.empty()) {
    const ui::Effect effect = std::move(effects_.front());
    effects_.erase(effects_.begin());
    std::visit([this](const auto& kind) { carry_out(kind); }, effect);
  }
  change_at_ = ui::next_change(state_, clock_.monotonic_ms());
}

// Before what decides or presents: there the time matters, and the screen changes anyway.
void Station::correct_clock_before(const ui::Intent& intent) {
  const auto* to_session = std::get_if<ui::ToSession>(&intent);
  if (to_session == nullptr || !state_.session || std::holds_alternative<session::Act>(to_session->intent)) return;
  const auto correction =
      session::correction_of(*state_.session, clock_.monotonic_ms(), believable_time(data_, clock_));
  if (correction) update(ui::ToSession{*correction});
}

void Station::update(const ui::Intent& intent) {
  const std::uint32_t decisions_before = decisions_made(state_);
  const std::int64_t began_us = stopwatch_us();
  ui::StationStep step = ui::update(std::move(state_), intent, clock_.monotonic_ms());
  state_ = std::move(step.state);
  if (decisions_made(state_) > decisions_before) trace_.decided(stopwatch_us() - began_us);
  std::move(step.effects.begin(), step.effects.end(), std::back_inserter(effects_));
}

bool Station::carry_out_waiting() {
  if (!opening_.valid()) return false;
  class_tried(opening_.get());
  return true;
}

void Station::carry_out(const ui::OpenLease& effect) {
  if (journal::looks_like_badge(effect.passphrase)) return carry_out(ui::OpenBadge{effect.passphrase});
  if (Result<std::vector<journal::ClassLease>> leases = data_.writer.store().leases())
    data_.leases = std::move(*leases);
  opening_ =
      std::async(std::launch::async, [leases = std::span(std::as_const(data_.leases)), passphrase = effect.passphrase] {
        return open_class(leases, passphrase);
      });
}

void Station::carry_out(const ui::CheckPicture& effect) {
  const journal::RosterLearner* learner = learner_at(effect.learner);
  take(ui::PictureChecked{learner != nullptr && learner->picture_password == effect.taps});
}

void Station::carry_out(const ui::BeginSession& effect) {
  if (effect.learner == ui::nameless_index) badge_holder_ = nameless_learner(state_.language);
  const journal::RosterLearner* chosen = learner_at(effect.learner);
  if (chosen == nullptr) {
    take(ui::SignInFailed{"This learner is not in the class any more."});
    return;
  }
  // A pack that cannot be taken in keeps nobody from working with the others.
  if (const Done fresh = refresh(data_); !fresh) report(fresh.error());
  for (const Error& refused : data_.shelf.refused()) report(refused);
  if (data_.shelf.is_empty()) {
    take(ui::SignInFailed{"There is nothing to learn on this station until the school sends it a pack."});
    return;
  }
  Result<SignedInLearner> learner = effect.learner == ui::nameless_index
                                        ? begin_without_name(data_, device_, *chosen, clock_)
                                        : sign_in(data_, device_, *chosen, clock_);
  if (!learner) {
    report(learner.error());
    take(ui::SignInFailed{learner.error().sentence});
    return;
  }
  settings_ = std::move(learner->settings);
  seal_at_ = clock_.monotonic_ms() + seal_when_idle_for_ms;
  take(ui::SignedIn{std::move(learner->session), ui::settings_in(settings_)});
  talk_look_at_ = clock_.monotonic_ms();
  look_after_talk();
}

void Station::carry_out(const ui::Append& effect) {
  const Done appended = data_.writer.append(effect.events);
  if (!appended) {
    report(appended.error());
    take(ui::SaveFailed{appended.error().sentence, data_.writer.next_sequence()});
    return;
  }
  for (const measure::Event& event : effect.events) {
    if (std::holds_alternative<measure::Response>(event.body) ||
        std::holds_alternative<measure::StepAnswered>(event.body)) {
      trace_.answer_durable(data_.writer.epoch(), event.sequence);
    }
  }
  seal_at_ = clock_.monotonic_ms() + seal_when_idle_for_ms;
  remember_talk(effect.events);
  take(ui::Saved{});
  look_after_talk();
}

// How the screen looks is in force already: when it cannot be kept, the learner chooses it again next time.
void Station::carry_out(const ui::KeepSettings& effect) {
  settings_ = ui::with_settings(std::move(settings_), effect.settings);
  if (state_.signed_in == ui::nameless_index) return;  // for this session alone
  if (const Done kept = data_.writer.keep_settings(settings_); !kept) report(kept.error());
}

// The error names the language alone: what is said may be a child's own words.
void Station::carry_out(const ui::Speak& effect) {
  sounds_.give_way();  // the voice takes its place
  const Done said = speech_.say(effect.words, effect.language, effect.pace);
  if (said) return;
  report(said.error());
  take(ui::NoVoice{effect.language});
}

void Station::carry_out(const ui::StopSpeaking&) { speech_.stop(); }

// Its caption stands on the screen whether or not it can be heard.
void Station::carry_out(const ui::PlaySound& effect) {
  Done played;
  if (Result<std::unique_ptr<SoundSource>> sound = sound_of(data_.shelf, effect)) {
    played = sounds_.play(std::move(*sound));
  } else {
    played = tl::unexpected(std::move(sound).error());
  }
  if (played) return;
  sounds_.stop();
  if (played.error().code != ErrorCode::NotFound) report(played.error());  // many videos have no sound
  take(ui::SoundOver{});
}

void Station::carry_out(const ui::StopSound&) { sounds_.stop(); }

void Station::carry_out(const ui::EndSession&) {
  forget_told_talk();
  settings_.clear();
  if (const Done out = data_.writer.sign_out(); !out) report(out.error());
  seal_at_.reset();  // sign-out has sealed
  badge_holder_.reset();
  look_at_ = clock_.monotonic_ms();
  look_after_class();
}

std::optional<MonotonicMs> Station::next_change() const {
  std::optional<MonotonicMs> next;
  for (const std::optional<MonotonicMs>& each :
       {change_at_, seal_at_, sounds_.next_change(), speech_.next_change(), looks_next_at(), talk_look_at_}) {
    if (each) next = next ? std::min(*next, *each) : each;
  }
  return next;
}

bool Station::let_time_pass() {
  seal_when_idle();
  const bool said = follow_speech();
  const bool looked = look_after_class();
  const bool told = look_after_talk();
  const bool heard = follow_sound() || said || looked || told;
  if (!change_at_ || clock_.monotonic_ms() < *change_at_) return heard;
  take(ui::TimePassed{});
  return true;
}

bool Station::follow_speech() {
  const std::vector<SpeechEvent> events = speech_.take_events();
  for (const SpeechEvent& event : events) {
    if (const auto* word = std::get_if<WordHeard>(&event)) {
      take(ui::WordSaid{{word->begin, word->end}});
    } else {
      take(ui::SaidAll{});
    }
  }
  return !events.empty();
}

bool Station::follow_sound() {
  if (!sounds_.follow()) return false;
  take(ui::SoundOver{});
  return true;
}

void Station::seal_when_idle() {
  if (!seal_at_ || clock_.monotonic_ms() < *seal_at_) return;
  seal_at_.reset();
  if (const Done sealed = data_.writer.seal(); !sealed) report(sealed.error());
}

void Station::close() {
  speech_.stop();
  sounds_.stop();
  if (state_.session) take(ui::ToSession{session::Leave{measure::SessionEndReason::Closed}});
  if (keeping_.keeper != nullptr) keeping_.keeper->forget();
  note_shut();
}

}  // namespace hornbook::platform
