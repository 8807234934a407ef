#include <algorithm>

#include "ui/views/screens.hpp"

namespace hornbook::ui::views {
namespace {

// One button a language; the one that is spoken is selected.
std::vector<Node> languages(const Scene& scene) {
  std::vector<Node> nodes;
  for (const std::string_view tag : spoken_languages) {
    Node choice = parts::secondary(scene.frame, std::string(say(Word::LanguageName, tag)), {},
                                   scene.actions.on(SetLanguage{std::string(tag)}));
    choice.role = Role::Radio;
    choice.language = tag;
    choice.state.selected = scene.frame.language == tag;
    if (choice.state.selected) choice.look.fill = Paint::HornSoft;
    nodes.push_back(std::move(choice));
  }
  return nodes;
}

// Beside "Touch to begin" in the action band, or on the leaf where the band is too narrow for their words.
bool languages_on_leaf(const parts::Frame& frame) { return frame.width < 600; }

float paddle_size(const parts::Frame& frame) {
  if (!frame.compact) return frame.height < 700 ? 288 : 464;
  if (!frame.tiny()) return 140;
  constexpr float size = 120;
  return languages_on_leaf(frame) ? std::min(size, frame.leaf_height() - frame.target - 2 * frame.gap) : size;
}

}  // namespace

Node attract(const Scene& scene) {
  const parts::Frame& frame = scene.frame;
  Node invitation = parts::group(Direction::Column, frame.gap);
  invitation.layout.grow = 1;
  invitation.layout.main = Place::Center;
  invitation.layout.cross = Place::Center;
  Node paddle = parts::picture("hornbook", paddle_size(frame));
  paddle.actions.press = scene.actions.on(Wake{});
  invitation.children.push_back(std::move(paddle));
  if (!scene.state.class_name.empty() && !frame.compact) {
    invitation.children.push_back(parts::heading(scene.state.class_name));
  }
  if (!frame.tiny())
    invitation.children.push_back(parts::text(scene.say(Word::OneThingAtATime), TypeStyle::Body, Paint::QuietInk));
  Node begin = parts::primary(frame, scene.say(Word::TouchToBegin), scene.actions.on(Wake{}));
  std::vector<Node> actions;
  if (languages_on_leaf(frame)) {
    invitation.children.push_back(parts::group(Direction::Row, frame.gap, languages(scene)));
  } else {
    actions = languages(scene);
  }
  actions.push_back(parts::spacer());
  actions.push_back(std::move(begin));
  Node screen = parts::screen(
      frame, {"attract", scene.say(Word::TouchToBegin), scene.top(), {std::move(invitation)}, std::move(actions)});
  screen.actions.press = scene.actions.on(Wake{});
  if (scene.state.takes_badges) {  // from a scanner
    screen.actions.type = scene.actions.on(TypePassphrase{});
    screen.actions.takes_typing = true;
  }
  return screen;
}

}  // namespace hornbook::ui::views
