// From the invitation to a signed-in learner: who are you, which three pictures, one moment please.
#include <algorithm>

#include "ui/screens/transitions.hpp"

namespace hornbook::ui::transitions {
namespace {

constexpr int free_failures = 2;
constexpr MonotonicMs first_rest_ms = 5'000;
constexpr MonotonicMs longest_rest_ms = 60'000;

PictureGuard& guard_of(StationState& state, std::uint32_t learner) {
  for (PictureGuard& guard : state.picture_guards) {
    if (guard.learner == learner) return guard;
  }
  state.picture_guards.push_back({learner, 0, 0});
  return state.picture_guards.back();
}

StationStep sign_in(StationState state, std::uint32_t learner) {
  state.screen = SigningIn{learner};
  return {std::move(state), {BeginSession{learner}}};
}

}  // namespace

MonotonicMs rest_after_failures_ms(int failures) {
  if (failures <= free_failures) return 0;
  const int doublings = std::min(failures - free_failures - 1, 4);
  return std::min(first_rest_ms << doublings, longest_rest_ms);
}

StationScreen shut_screen(const StationState& state) {
  if (state.nameless_may_work) return PowerWentOff{};
  return Locked{};
}

StationScreen choosing_screen(const StationState& state) {
  if (state.learners.empty()) return shut_screen(state);
  return Who{};
}

StationScreen resting_screen(const StationState& state) {
  if (state.learners.empty()) return shut_screen(state);
  return Attract{};
}

StationStep take(StationState state, const Wake&, MonotonicMs) {
  const bool invites = std::holds_alternative<Attract>(state.screen) || std::holds_alternative<Goodbye>(state.screen) ||
                       std::holds_alternative<OutOfOrder>(state.screen);
  if (!invites || state.ending) return {std::move(state), {}};
  state.screen = choosing_screen(state);
  return {std::move(state), {}};
}

StationStep take(StationState state, const PickLearner& intent, MonotonicMs) {
  const LearnerCard* card = card_of(state, intent.index);
  if (card == nullptr || !std::holds_alternative<Who>(state.screen)) return {std::move(state), {}};
  if (!card->has_picture_password) return sign_in(std::move(state), intent.index);
  const PictureGuard guard = guard_of(state, intent.index);
  state.screen = PicturePassword{intent.index, {}, guard.failures, guard.wait_until};
  return {std::move(state), {}};
}

StationStep take(StationState state, const TapPicture& intent, MonotonicMs now) {
  auto* pictures = std::get_if<PicturePassword>(&state.screen);
  const bool open = pictures != nullptr && now >= pictures->wait_until &&
                    pictures->taps.size() < picture_password_taps && intent.picture < picture_password_pictures;
  if (!open) return {std::move(state), {}};
  pictures->taps.push_back(intent.picture);
  if (pictures->taps.size() < picture_password_taps) return {std::move(state), {}};
  CheckPicture check{pictures->learner, pictures->taps};
  return {std::move(state), {std::move(check)}};
}

StationStep take(StationState state, const ForgetTaps&, MonotonicMs) {
  auto* pictures = std::get_if<PicturePassword>(&state.screen);
  if (pictures != nullptr && pictures->taps.size() < picture_password_taps) pictures->taps.clear();
  return {std::move(state), {}};
}

StationStep take(StationState state, const PictureChecked& intent, MonotonicMs now) {
  auto* pictures = std::get_if<PicturePassword>(&state.screen);
  if (pictures == nullptr) return {std::move(state), {}};
  const std::uint32_t learner = pictures->learner;
  PictureGuard& guard = guard_of(state, learner);
  if (intent.right) {
    guard = {learner, 0, 0};
    return sign_in(std::move(state), learner);
  }
  ++guard.failures;
  guard.wait_until = now + rest_after_failures_ms(guard.failures);
  *pictures = {learner, {}, guard.failures, guard.wait_until};
  return {std::move(state), {}};
}

StationStep take(StationState state, const SignedIn& intent, MonotonicMs now) {
  const auto* signing_in = std::get_if<SigningIn>(&state.screen);
  if (signing_in == nullptr) return {std::move(state), {}};
  state.signed_in = signing_in->learner;
  state.session = intent.session;
  state.settings = intent.settings;
  state.screen = Home{};
  state.captions = true;  // until this learner takes them away
  state.saved = true;
  state.last_act = now;
  return {std::move(state), {}};
}

StationStep take(StationState state, const SignInFailed& intent, MonotonicMs now) {
  state.screen = OutOfOrder{intent.sentence};
  state.last_act = now;
  return {std::move(state), {}};
}

}  // namespace hornbook::ui::transitions
