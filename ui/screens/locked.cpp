#include "runtime/core/limits.hpp"
#include "ui/screens/transitions.hpp"

namespace hornbook::ui::transitions {
namespace {

// Removes the last character of UTF-8 text, all its bytes.
void erase_last_character(std::string& text) {
  while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U) text.pop_back();
  if (!text.empty()) text.pop_back();
}

// The screen, when the passphrase can still be changed.
Locked* open_for_typing(StationState& state) {
  auto* locked = std::get_if<Locked>(&state.screen);
  return locked != nullptr && !locked->opening ? locked : nullptr;
}

}  // namespace

StationStep take(StationState state, const TypePassphrase& intent, MonotonicMs) {
  if (!std::holds_alternative<Locked>(state.screen)) return type_badge(std::move(state), intent.text);
  if (Locked* locked = open_for_typing(state);
      locked != nullptr && locked->passphrase.size() + intent.text.size() <= limits::passphrase_bytes_max) {
    locked->passphrase += intent.text;
    locked->wrong = false;
    locked->capitals = false;
  }
  return {std::move(state), {}};
}

StationStep take(StationState state, const ErasePassphrase&, MonotonicMs) {
  if (!std::holds_alternative<Locked>(state.screen)) return erase_badge(std::move(state));
  if (Locked* locked = open_for_typing(state)) erase_last_character(locked->passphrase);
  return {std::move(state), {}};
}

StationStep take(StationState state, const SetCapitals& intent, MonotonicMs) {
  if (Locked* locked = open_for_typing(state)) locked->capitals = intent.capitals;
  return {std::move(state), {}};
}

StationStep take(StationState state, const OpenClass&, MonotonicMs) {
  if (!std::holds_alternative<Locked>(state.screen)) return open_badge(std::move(state));
  Locked* locked = open_for_typing(state);
  if (locked == nullptr || locked->passphrase.empty()) return {std::move(state), {}};
  locked->opening = true;
  std::string passphrase = std::exchange(locked->passphrase, {});
  return {std::move(state), {OpenLease{std::move(passphrase)}}};
}

StationStep take(StationState state, const ClassOpened& intent, MonotonicMs now) {
  state.nameless_may_work = false;
  state.class_name = intent.class_name;
  state.learners = intent.learners;
  // Renewed at the end of a lesson, it does not cut a goodbye short.
  if (!std::holds_alternative<Goodbye>(state.screen)) state.screen = Attract{};
  state.last_act = now;
  return {std::move(state), {}};
}

StationStep take(StationState state, const ClassStaysShut& intent, MonotonicMs) {
  if (std::holds_alternative<BadgeEntry>(state.screen)) {
    state.screen = BadgeEntry{{}, intent.why};
    return {std::move(state), {}};
  }
  Locked locked;
  locked.wrong = true;
  locked.sentence = intent.sentence;
  locked.why = intent.why;
  state.screen = std::move(locked);
  return {std::move(state), {}};
}

StationStep take(StationState state, const ClassClosed&, MonotonicMs) {
  state.learners.clear();
  state.class_name.clear();
  state.picture_guards.clear();
  const bool shows_the_class = std::holds_alternative<Attract>(state.screen) ||
                               std::holds_alternative<Who>(state.screen) ||
                               std::holds_alternative<PicturePassword>(state.screen);
  if (shows_the_class) state.screen = Locked{};
  return {std::move(state), {}};
}

}  // namespace hornbook::ui::transitions
