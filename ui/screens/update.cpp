#include <algorithm>

#include "ui/screens/transitions.hpp"

namespace hornbook::ui {
namespace {

template <class... Kinds>
bool is_one_of(const Intent& intent) {
  return (std::holds_alternative<Kinds>(intent) || ...);
}

bool comes_from_outside(const Intent& intent) {
  return is_one_of<ClassOpened, ClassStaysShut, ClassClosed, BadgeOpened, BadgesHere, NamelessMayWork, PictureChecked,
                   SignedIn, SignInFailed, Saved, SaveFailed, TalkKnown, TimePassed, WordSaid, SaidAll, NoVoice,
                   SoundOver>(intent);
}

// A learner's own, as soon as they are chosen.
std::string language_of(const StationState& state, std::uint32_t learner) {
  const LearnerCard* card = card_of(state, learner);
  return card == nullptr || card->language.empty() ? state.language : card->language;
}

// While something could not be saved, nothing is added to it.
bool must_wait(const StationState& state, const Intent& intent) {
  return !state.save_trouble.empty() && !comes_from_outside(intent) && !is_one_of<SaveAgain>(intent);
}

}  // namespace

const LearnerCard* card_of(const StationState& state, std::uint32_t index) {
  if (index == badge_holder_index || index == nameless_index)
    return state.badge_holder && state.badge_holder->index == index ? &*state.badge_holder : nullptr;
  const auto found = std::find_if(state.learners.begin(), state.learners.end(),
                                  [&](const LearnerCard& card) { return card.index == index; });
  return found == state.learners.end() ? nullptr : &*found;
}

StationStep update(StationState state, const Intent& intent, MonotonicMs now) {
  if (must_wait(state, intent)) return {std::move(state), {}};
  if (!comes_from_outside(intent)) state.last_act = now;
  return std::visit([&](const auto& kind) { return transitions::take(std::move(state), kind, now); }, intent);
}

std::string language_of(const StationState& state) {
  if (state.session && state.session->context) return state.session->context->language;
  if (const auto* goodbye = std::get_if<Goodbye>(&state.screen)) return goodbye->language;
  if (const auto* pictures = std::get_if<PicturePassword>(&state.screen)) return language_of(state, pictures->learner);
  if (const auto* signing_in = std::get_if<SigningIn>(&state.screen)) return language_of(state, signing_in->learner);
  return state.language;
}

}  // namespace hornbook::ui
