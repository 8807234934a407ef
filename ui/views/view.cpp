#include "ui/views/view.hpp"

#include "ui/semantics/overloaded.hpp"
#include "ui/views/reading_aloud.hpp"
#include "ui/views/screens.hpp"

namespace hornbook::ui {
namespace {

Node working_or_home(const views::Scene& scene, const Activity& screen) {
  const session::SessionState& session = *scene.state.session;
  if (const auto* working = std::get_if<session::Working>(&session.place)) {
    return views::activity(scene, *working, screen);
  }
  return views::home(scene, session);
}

// Home, activity and progress need a session; without one there is only the invitation.
Node lesson(const views::Scene& scene) {
  if (!scene.state.session) return views::attract(scene);
  if (const auto* progress = std::get_if<ProgressPath>(&scene.state.screen)) {
    return views::progress(scene, *scene.state.session, *progress);
  }
  if (std::holds_alternative<GoalChoice>(scene.state.screen)) return views::goal_choice(scene, *scene.state.session);
  if (std::holds_alternative<CheckIntroduction>(scene.state.screen))
    return views::check_introduction(scene, *scene.state.session);
  if (const auto* closed = std::get_if<session::CheckClosed>(&scene.state.session->place))
    return views::check_closed(scene, *scene.state.session, *closed);
  if (const auto* resting = std::get_if<session::Resting>(&scene.state.session->place))
    return views::rest(scene, *resting);
  const auto* activity = std::get_if<Activity>(&scene.state.screen);
  if (const auto* reading = std::get_if<session::ReadingExample>(&scene.state.session->place))
    return views::example(scene, *reading, activity == nullptr ? Activity{} : *activity);
  return activity != nullptr ? working_or_home(scene, *activity) : views::home(scene, *scene.state.session);
}

Node screen_of(const views::Scene& scene) {
  const StationState& state = scene.state;
  if (!state.save_trouble.empty()) return views::not_saved(scene);
  if (asks_whether_there(state, scene.context.now)) return views::still_there(scene);
  if (state.choosing_look) return views::how_it_looks(scene);
  return std::visit(Overloaded{
                        [&](const Locked& screen) { return views::locked(scene, screen); },
                        [&](const PowerWentOff&) { return views::power_went_off(scene); },
                        [&](const BadgeEntry& screen) { return views::badge_entry(scene, screen); },
                        [&](const Attract&) { return views::attract(scene); },
                        [&](const Who& screen) { return views::who(scene, screen); },
                        [&](const PicturePassword& screen) { return views::picture_password(scene, screen); },
                        [&](const SigningIn& screen) { return views::signing_in(scene, screen); },
                        [&](const Goodbye& screen) { return views::goodbye(scene, screen); },
                        [&](const OutOfOrder& screen) { return views::out_of_order(scene, screen); },
                        [&](const auto&) { return lesson(scene); },
                    },
                    state.screen);
}

// "Read to me" in the top band, where somebody is signed in and there is something to read.
void add_ear(const views::Scene& scene, Node& screen) {
  const StationState& state = scene.state;
  if (!state.session || state.settings.voice == VoiceUse::Off) return;
  std::vector<Utterance> utterances = readable(screen);
  if (utterances.empty()) return;
  const bool reading = state.reading.has_value();
  const bool dumb = !state.no_voice_for.empty() && state.no_voice_for == utterances.front().language;
  const Word name = dumb ? Word::NoVoiceForThis : reading ? Word::StopReading : Word::ReadToMe;
  const ActionId action =
      reading ? scene.actions.on(StopReading{}) : scene.actions.on(ReadAloud{std::move(utterances)});
  Node ear = parts::picture_button(scene.frame, scene.say(name), "ear", action);
  ear.id = "ear";
  ear.state.selected = reading;
  if (reading) ear.look.fill = Paint::HornSoft;
  if (dumb) ear = parts::disabled(std::move(ear));
  std::vector<Node>& top = screen.children.front().children;
  const bool looks_last = !top.empty() && top.back().role == Role::Button;
  top.insert(top.end() - (looks_last ? 1 : 0), std::move(ear));
}

}  // namespace

Node view(const StationState& state, const ViewContext& context, Actions<Intent>& actions) {
  const parts::Frame frame = parts::frame_of(state, context);
  const views::Scene scene{state, context, frame, actions};
  Node screen = screen_of(scene);
  if (state.reading) light_word(screen, *state.reading);
  add_ear(scene, screen);
  return screen;
}

}  // namespace hornbook::ui
