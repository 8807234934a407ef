// The station at work: the flow's state, and its effects carried out on the device's data. No drawing, no input.
#pragma once

#include <future>
#include <optional>
#include <string>
#include <vector>

#include "platform/programs/station/class_room.hpp"
#include "platform/programs/station/device_data.hpp"
#include "platform/programs/station/trace.hpp"
#include "platform/sound/sound_player.hpp"
#include "platform/speech/speech.hpp"
#include "ui/screens/flow.hpp"

namespace hornbook::platform {

// For how long a class is open, and where its key outlives a crash of the program.
struct ClassKeeping {
  SecretKeeper* keeper = nullptr;  // null: nowhere
  std::int64_t hours_max = lease_hours_default;
};

class Station {
 public:
  // Shows "ask your teacher to open me", or the class at once when a demo's passphrase opens it, or when it was open
  // before the program crashed.
  Station(DeviceData& data, const journal::DeviceIdentity& identity, const Clock& clock, Trace& trace, Speech& speech,
          SoundPlayer& sounds, std::string language, ClassKeeping keeping = {});

  [[nodiscard]] const ui::StationState& state() const { return state_; }

  // Updates the state and carries its effects out until none is left. What it records is durable when this returns,
  // before any frame shows it; opening a class is slow and waits for carry_out_waiting().
  void take(const ui::Intent& intent);

  // Opening a class takes the time of a passphrase's key, a good part of a second. It goes on beside the drawing of the
  // screen that says so; this waits for it. Whether there was something to wait for.
  bool carry_out_waiting();

  // When the state next changes by itself, or the journal wants to be sealed.
  [[nodiscard]] std::optional<MonotonicMs> next_change() const;
  // Does what has fallen due. Whether the screen may have changed by it.
  bool let_time_pass();

  // Ends the session in order, if there is one, and shuts the class: the program was asked to stop.
  void close();

 private:
  void carry_out(const ui::OpenLease& effect);
  void class_tried(Result<OpenedClass> opened);
  void carry_out(const ui::OpenBadge& effect);
  void open(OpenedClass opened, MonotonicMs ends_at);
  void open_kept_class();
  void shut_class();
  void note_open();
  void note_shut();
  bool look_after_class();
  [[nodiscard]] std::optional<MonotonicMs> looks_next_at() const;
  [[nodiscard]] const journal::RosterLearner* learner_at(std::uint32_t index) const;
  void carry_out(const ui::CheckPicture& effect);
  void carry_out(const ui::BeginSession& effect);
  void carry_out(const ui::Append& effect);
  void carry_out(const ui::KeepSettings& effect);
  void carry_out(const ui::Speak& effect);
  void carry_out(const ui::StopSpeaking& effect);
  void carry_out(const ui::PlaySound& effect);
  void carry_out(const ui::StopSound& effect);
  void carry_out(const ui::EndSession& effect);
  void update(const ui::Intent& intent);
  void correct_clock_before(const ui::Intent& intent);
  void seal_when_idle();
  bool follow_speech();
  bool follow_sound();
  void remember_talk(const std::vector<measure::Event>& recorded);
  bool look_after_talk();
  void forget_told_talk();

  DeviceData& data_;
  DeviceId device_;
  const Clock& clock_;
  Trace& trace_;
  Speech& speech_;
  SoundPlayer& sounds_;
  ui::StationState state_;
  std::vector<ui::Effect> effects_;
  journal::SchoolMark school_;
  ClassKeeping keeping_;
  std::future<Result<OpenedClass>> opening_;  // reads nothing but its leases
  std::optional<OpenedClass> class_;
  std::optional<MonotonicMs> class_ends_at_;            // none with a demo, whose keys protect nothing
  std::optional<journal::RosterLearner> badge_holder_;  // whoever is here by a badge or without a name
  MonotonicMs look_at_ = 0;                             // when to see what the school brought meanwhile
  ui::SettingsText settings_;                           // of the capsule of whoever is signed in
  std::optional<MonotonicMs> change_at_;                // when the state next changes by itself
  std::optional<MonotonicMs> talk_look_at_;             // when to see what became of a wish to talk
  std::optional<MonotonicMs> seal_at_;                  // rows are open that nobody adds to
};

}  // namespace hornbook::platform
