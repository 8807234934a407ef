// A check of where to start: what it is, whether to go on with it, and what comes of it.
#include "runtime/adapt/explain.hpp"
#include "ui/views/screens.hpp"

namespace hornbook::ui::views {
namespace {

constexpr std::string_view check_picture = "where-to-start";
constexpr float words_from = 900;  // of buttons, beside their pictures
constexpr float low_picture = 104;

Node way_out(const Scene& scene, Word word, std::string_view picture, session::SessionIntent intent) {
  const parts::Frame& frame = scene.frame;
  const ActionId action = scene.actions.on(ToSession{std::move(intent)});
  return frame.compact || frame.width < words_from ? parts::picture_button(frame, scene.say(word), picture, action)
                                                   : parts::secondary(frame, scene.say(word), picture, action);
}

std::vector<Node> introduction_actions(const Scene& scene, const session::SessionState& session) {
  const parts::Frame& frame = scene.frame;
  const bool is_begun = session.check.has_value();
  std::vector<Node> actions;
  if (is_begun) {
    actions.push_back(way_out(scene, Word::CheckAnotherTime, "another-day", session::GoHome{}));
    actions.push_back(way_out(scene, Word::CheckEnough, "kept", session::StopCheck{}));
  } else {
    actions.push_back(parts::picture_button(frame, scene.say(Word::Back), "back", scene.actions.on(Back{})));
  }
  actions.push_back(parts::spacer());
  actions.push_back(
      parts::primary(frame, scene.say(is_begun ? Word::GoOn : Word::Start), scene.actions.on(GoOnWithCheck{})));
  return actions;
}

Word title_of(measure::CheckEndReason reason) {
  switch (reason) {
    case measure::CheckEndReason::Later:
      return Word::CheckLater;
    case measure::CheckEndReason::Ceiling:
      return Word::CheckFoundAll;
    default:
      return Word::CheckFound;
  }
}

}  // namespace

Node check_introduction(const Scene& scene, const session::SessionState& session) {
  const bool is_begun = session.check.has_value();
  const std::string title = scene.say(Word::CheckTitle);
  const auto offer = session::check_offered(session);
  const Word about = offer && offer->by_teacher ? Word::CheckTeacherAbout : Word::CheckAbout;
  Node leaf = message(scene, check_picture, title, scene.say(is_begun ? Word::CheckPaused : about));
  if (scene.frame.compact) leaf.children.back().look.type = TypeStyle::Small;
  Node node = parts::screen(scene.frame,
                            {"check", title, scene.top(), {std::move(leaf)}, introduction_actions(scene, session)});
  node.actions.cancel = scene.actions.on(Back{});
  return node;
}

Node check_closed(const Scene& scene, const session::SessionState& session, const session::CheckClosed& closed) {
  const parts::Frame& frame = scene.frame;
  const measure::Candidate& next = session.decision.chosen;
  PackWords words;
  if (scene.context.words) words = scene.context.words(next.pack_index, next.skill_index, frame.language);
  const std::string title = scene.say(title_of(closed.reason));
  const std::string reason = adapt::reason_for_learner(next, words.skill_title, frame.language);
  const bool rests = next.reason == measure::ReasonCode::Rest;
  Node leaf = message(scene, words.picture.empty() ? check_picture : words.picture, title,
                      frame.compact || rests ? reason : scene.say(Word::CheckNext, {words.skill_title}));
  if (frame.compact) {
    leaf.children.back().look.type = TypeStyle::Small;
  } else if (!rests) {
    leaf.children.push_back(parts::text(reason, TypeStyle::Body, Paint::QuietInk));
    leaf.children.back().look.align = TextAlign::Center;
  }
  if (!frame.compact && frame.height < 700) {
    leaf.layout.gap = 12;
    leaf.children.front().layout.width = low_picture;
    leaf.children.front().layout.height = low_picture;
  }
  Node home = parts::secondary(frame, scene.say(Word::Back), "home", scene.actions.on(ToSession{session::GoHome{}}));
  home.children.resize(1);
  Node start = parts::primary(frame, scene.say(rests ? Word::GoOn : Word::Start),
                              scene.actions.on(ToSession{session::ChooseOption{0}}));
  Node node = parts::screen(
      frame,
      {"check-closed", title, scene.top(), {std::move(leaf)}, {std::move(home), parts::spacer(), std::move(start)}});
  node.actions.cancel = scene.actions.on(ToSession{session::GoHome{}});
  return node;
}

}  // namespace hornbook::ui::views
