// A badge opens its holder's own entry, whether or not a class is open; the class's names stay as they are.
#include <algorithm>

#include "ui/screens/transitions.hpp"

namespace hornbook::ui::transitions {
namespace {

// Some more than a badge has.
constexpr std::size_t badge_characters_max = 60;

// Capital letters and digits: the signs between a badge's groups say nothing.
std::string essence_of(std::string_view typed) {
  std::string essence;
  for (const char c : typed) {
    const bool small = c >= 'a' && c <= 'z';
    if (small || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))
      essence += static_cast<char>(small ? c - 'a' + 'A' : c);
  }
  return essence;
}

bool is_choosing(const StationState& state) {
  return std::holds_alternative<Attract>(state.screen) || std::holds_alternative<Who>(state.screen) ||
         std::holds_alternative<PowerWentOff>(state.screen);
}

}  // namespace

StationStep take(StationState state, const ShowBadge&, MonotonicMs) {
  const auto* locked = std::get_if<Locked>(&state.screen);
  const bool shut = locked != nullptr && !locked->opening;
  if (state.takes_badges && (shut || is_choosing(state))) state.screen = BadgeEntry{};
  return {std::move(state), {}};
}

// A scanner types at any time: where nobody is signed in, what it types is a badge.
StationStep type_badge(StationState state, std::string_view typed) {
  const std::string essence = essence_of(typed);
  if (state.takes_badges && is_choosing(state) && !essence.empty()) state.screen = BadgeEntry{};
  auto* entry = std::get_if<BadgeEntry>(&state.screen);
  if (entry != nullptr && entry->typed.size() + essence.size() <= badge_characters_max) {
    entry->typed += essence;
    entry->why.reset();
  }
  return {std::move(state), {}};
}

StationStep erase_badge(StationState state) {
  auto* entry = std::get_if<BadgeEntry>(&state.screen);
  if (entry != nullptr && !entry->typed.empty()) entry->typed.pop_back();
  return {std::move(state), {}};
}

StationStep open_badge(StationState state) {
  auto* entry = std::get_if<BadgeEntry>(&state.screen);
  if (entry == nullptr || entry->typed.empty()) return {std::move(state), {}};
  std::string typed = std::exchange(entry->typed, {});
  return {std::move(state), {OpenBadge{std::move(typed)}}};
}

StationStep take(StationState state, const BadgeOpened& intent, MonotonicMs) {
  const bool asked = std::holds_alternative<Locked>(state.screen) || std::holds_alternative<BadgeEntry>(state.screen);
  if (!asked) return {std::move(state), {}};
  state.badge_holder = intent.holder;
  state.badge_holder->index = badge_holder_index;
  state.screen = SigningIn{badge_holder_index};
  return {std::move(state), {BeginSession{badge_holder_index}}};
}

StationStep take(StationState state, const BadgesHere& intent, MonotonicMs) {
  state.takes_badges = intent.any;
  return {std::move(state), {}};
}

}  // namespace hornbook::ui::transitions
