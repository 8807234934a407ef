// "I want to talk to my teacher": which of the learner's requests is the latest stands in their capsule, what became of
// it in the journal.
#include <algorithm>
#include <charconv>

#include "platform/programs/station/station.hpp"

namespace hornbook::platform {
namespace {

constexpr const char* talk_name = "talk.asked";
// How soon a learner sees what hornbookctl brought beside the station.
constexpr MonotonicMs looks_every_ms = 15'000;

std::string written(const journal::UrgentPlace& place) {
  return std::to_string(place.epoch) + "." + std::to_string(place.sequence);
}

std::optional<journal::UrgentPlace> place_in(const ui::SettingsText& settings) {
  const auto found = settings.find(talk_name);
  if (found == settings.end()) return std::nullopt;
  const char* const end = found->second.data() + found->second.size();
  journal::UrgentPlace place;
  const auto epoch = std::from_chars(found->second.data(), end, place.epoch);
  if (epoch.ec != std::errc{} || epoch.ptr == end || *epoch.ptr != '.') return std::nullopt;
  const auto sequence = std::from_chars(epoch.ptr + 1, end, place.sequence);
  if (sequence.ec != std::errc{} || sequence.ptr != end) return std::nullopt;
  return place;
}

ui::TalkStanding shown(journal::UrgentStanding standing) {
  switch (standing) {
    case journal::UrgentStanding::Waits:
      return ui::TalkStanding::Waits;
    case journal::UrgentStanding::Arrived:
      return ui::TalkStanding::Arrived;
    case journal::UrgentStanding::Seen:
      return ui::TalkStanding::Seen;
    case journal::UrgentStanding::Unknown:
      break;
  }
  return ui::TalkStanding::None;
}

}  // namespace

// The request itself is durable already: when this cannot be kept, the learner does not see what becomes of it.
void Station::remember_talk(const std::vector<measure::Event>& recorded) {
  const auto asked = std::find_if(recorded.rbegin(), recorded.rend(), [](const measure::Event& event) {
    return std::holds_alternative<measure::TalkRequested>(event.body);
  });
  if (asked == recorded.rend()) return;
  settings_[talk_name] = written({data_.writer.epoch(), asked->sequence});
  (void)data_.writer.keep_settings(settings_);
  talk_look_at_ = clock_.monotonic_ms();
}

// Whether the screen may have changed.
bool Station::look_after_talk() {
  const MonotonicMs now = clock_.monotonic_ms();
  if (!talk_look_at_ || now < *talk_look_at_) return false;
  talk_look_at_.reset();
  const std::optional<journal::UrgentPlace> place = place_in(settings_);
  if (!state_.session || !place) return false;
  const auto standing = data_.writer.store().standing_of(*place);
  if (!standing) return false;
  const ui::TalkStanding known = shown(*standing);
  if (known == ui::TalkStanding::Waits || known == ui::TalkStanding::Arrived) talk_look_at_ = now + looks_every_ms;
  if (known == state_.talk) return false;
  take(ui::TalkKnown{known});
  return true;
}

// Whoever was told the last that there is to know, that their teacher has seen it, begins anew the next time.
void Station::forget_told_talk() {
  const bool is_told = !talk_look_at_;
  talk_look_at_.reset();
  if (!is_told || settings_.erase(talk_name) == 0) return;
  (void)data_.writer.keep_settings(settings_);
}

}  // namespace hornbook::platform
