#include "ui/views/screens.hpp"

namespace hornbook::ui::views {
namespace {

std::string what_you_did(const Scene& scene, const session::Tally& tally) {
  if (tally.finished == 0) return scene.say(Word::DidNothing);
  if (tally.finished == 1) return scene.say(Word::DidOne);
  const std::string count = std::to_string(tally.finished);
  return scene.say(tally.right_after_trying > 0 ? Word::KeptTrying : Word::DidMany, {count});
}

}  // namespace

Node goodbye(const Scene& scene, const Goodbye& screen) {
  const parts::Frame& frame = scene.frame;
  const std::string_view picture = screen.tally.finished == 0 ? "leaf-landscape" : "star-effort";
  Node leaf = message(scene, picture, scene.say(Word::SeeYouSoon, {screen.name}), what_you_did(scene, screen.tally));
  if (!frame.compact && !screen.avatar.empty()) {
    Node both = parts::group(Direction::Row, frame.gap);
    both.layout.cross = Place::Center;
    both.children.push_back(parts::picture(screen.avatar, leaf.children.front().layout.width));
    both.children.push_back(std::move(leaf.children.front()));
    leaf.children.front() = std::move(both);
  }
  Node next = parts::primary(frame, scene.say(Word::NextPerson), scene.actions.on(Wake{}));
  if (scene.state.ending) next = parts::disabled(std::move(next));
  return parts::screen(frame, {"goodbye",
                               scene.say(Word::SeeYouSoon, {screen.name}),
                               scene.top(),
                               {std::move(leaf)},
                               {parts::spacer(), std::move(next)}});
}

}  // namespace hornbook::ui::views
