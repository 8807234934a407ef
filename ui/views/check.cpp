// A check of where to start: what it is, whether to go on with it, and what comes of it.
#include "runtime/adapt/explain.hpp"
#include "ui/views/screens.hpp"

namespace hornbook::ui::views {
namespace {

constexpr std::string_view check_picture = "where-to-start";

Node way_out(const Scene& scene, Word word, std::string_view picture, session::SessionIntent intent) {
  const parts::Frame& frame = scene.frame;
  const ActionId action = scene.actions.on(ToSession{std::move(intent)});
  return frame.compact ? parts::picture_button(frame, scene.say(word), picture, action)
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
  Node leaf = message(scene, check_picture, title, scene.say(is_begun ? Word::CheckPaused : Word::CheckAbout));
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
  Node leaf = message(scene, words.picture.empty() ? check_picture : words.picture, title,
                      scene.say(Word::CheckNext, {words.skill_title}));
  if (!frame.tiny()) {
    leaf.children.push_back(parts::text(adapt::reason_for_learner(next, words.skill_title, frame.language),
                                        frame.compact ? TypeStyle::Small : TypeStyle::Body, Paint::QuietInk));
    leaf.children.back().look.align = TextAlign::Center;
  }
  Node home = parts::secondary(frame, scene.say(Word::Back), "home", scene.actions.on(ToSession{session::GoHome{}}));
  home.children.resize(1);
  Node start = parts::primary(frame, scene.say(Word::Start), scene.actions.on(ToSession{session::ChooseOption{0}}));
  Node node = parts::screen(
      frame,
      {"check-closed", title, scene.top(), {std::move(leaf)}, {std::move(home), parts::spacer(), std::move(start)}});
  node.actions.cancel = scene.actions.on(ToSession{session::GoHome{}});
  return node;
}

}  // namespace hornbook::ui::views
