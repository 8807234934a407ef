#include "ui/locales/messages.hpp"
#include "ui/views/screens.hpp"

namespace hornbook::ui::views {
namespace {

std::string what_you_did(const Scene& scene, const session::Tally& tally) {
  if (tally.finished == 0) return scene.say(Word::DidNothing);
  if (tally.finished == 1) return scene.say(Word::DidOne);
  const std::string count = std::to_string(tally.finished);
  return scene.say(tally.right_after_trying > 0 ? Word::KeptTrying : Word::DidMany, {count});
}

// The picture gives way: on a low screen it is smaller, on a small one it goes.
void make_room(const parts::Frame& frame, Node& leaf) {
  constexpr float smaller_picture = 104;
  if (frame.tiny() || frame.height >= 700) return;
  if (frame.compact) {
    leaf.children.erase(leaf.children.begin());
    return;
  }
  leaf.layout.gap = 12;
  leaf.children.front().layout.width = smaller_picture;
  leaf.children.front().layout.height = smaller_picture;
}

// What follows the sentence on the day: the goal and the message. The smallest screen has room for one line.
void add_guidance(const Scene& scene, const Goodbye& screen, Node& leaf) {
  const bool tiny = scene.frame.tiny();
  if (!screen.goal && !screen.message) return;
  const TypeStyle type = scene.frame.compact ? TypeStyle::Small : TypeStyle::Body;
  if (tiny && screen.message) leaf.children.pop_back();
  make_room(scene.frame, leaf);
  if (!tiny && screen.goal) leaf.children.push_back(parts::text(goal_so_far(scene, *screen.goal), type));
  if (screen.message) {
    const std::string words(message_words(*screen.message, scene.frame.language));
    leaf.children.push_back(parts::text(words, type, Paint::MarigoldInk));
    leaf.children.back().id = "message";
  }
  for (Node& child : leaf.children) child.look.align = TextAlign::Center;
}

}  // namespace

Node goodbye(const Scene& scene, const Goodbye& screen) {
  const parts::Frame& frame = scene.frame;
  const std::string title =
      screen.name.empty() ? scene.say(Word::SayWhoWorked) : scene.say(Word::SeeYouSoon, {screen.name});
  const std::string_view picture = screen.tally.finished == 0 ? "leaf-landscape" : "star-effort";
  Node leaf = message(scene, picture, title, what_you_did(scene, screen.tally));
  add_guidance(scene, screen, leaf);
  if (!frame.compact && !screen.avatar.empty()) {
    Node both = parts::group(Direction::Row, frame.gap);
    both.layout.cross = Place::Center;
    both.children.push_back(parts::picture(screen.avatar, leaf.children.front().layout.width));
    both.children.push_back(std::move(leaf.children.front()));
    leaf.children.front() = std::move(both);
  }
  Node next = parts::primary(frame, scene.say(Word::NextPerson), scene.actions.on(Wake{}));
  if (scene.state.ending) next = parts::disabled(std::move(next));
  return parts::screen(frame, {"goodbye", title, scene.top(), {std::move(leaf)}, {parts::spacer(), std::move(next)}});
}

}  // namespace hornbook::ui::views
