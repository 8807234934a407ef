// A rest that is offered, then taken: a circle to breathe with, or a figure to stretch like. It ends by itself.
#include <algorithm>

#include "ui/views/screens.hpp"

namespace hornbook::ui::views {
namespace {

constexpr float least_share = 0.55F;  // of the circle, when the breath is out
constexpr float words_from = 900;     // of buttons, beside their pictures

bool is_in(MonotonicMs since) { return since / breath_ms % 2 == 0; }

// How full the breath is, 0 … 1: it turns softly at both ends.
float fullness(MonotonicMs since) {
  const float along = static_cast<float>(since % breath_ms) / static_cast<float>(breath_ms);
  const float soft = along * along * (3 - 2 * along);
  return is_in(since) ? soft : 1 - soft;
}

Node disc(float size, Paint fill) {
  Node node = parts::group(Direction::Column, 0);
  node.layout.width = size;
  node.layout.height = size;
  node.look.fill = fill;
  node.look.radius = size / 2;
  return node;
}

// A disc that grows and shrinks in a ring; where nothing moves it stays.
Node breath(const Scene& scene, MonotonicMs since, float size) {
  const bool moves = scene.state.settings.motion;
  const float share = moves ? least_share + (1 - least_share) * fullness(since) : 0.8F;
  Node ring = disc(size, Paint::Paper);
  ring.layout.direction = Direction::Row;
  ring.layout.main = Place::Center;
  ring.layout.cross = Place::Center;
  Node inner = disc(size * share, Paint::HornSoft);
  inner.look.outline = Paint::Horn;
  inner.look.bold_outline = true;
  inner.layout.main = Place::Center;
  inner.layout.cross = Place::Center;
  ring.children.push_back(std::move(inner));
  return ring;
}

Node centred(Node words) {
  words.id = "rest-words";
  words.look.align = TextAlign::Center;
  return words;
}

Node resting_leaf(const Scene& scene, const session::Resting& resting) {
  const parts::Frame& frame = scene.frame;
  const MonotonicMs since = std::max<MonotonicMs>(scene.context.now - *resting.since, 0);
  const bool breathes = adapt::kind_of_rest(scene.state.session->learner) == measure::BreakKind::Breathing;
  Node leaf = parts::card(frame, {});
  leaf.layout.grow = 1;
  leaf.layout.max_width = 880;
  leaf.layout.main = Place::Center;
  leaf.layout.cross = Place::Center;
  leaf.layout.gap = frame.compact ? 8 : 24;
  const bool is_low = frame.tiny() || frame.height < 320;
  const float size = is_low ? 80 : frame.compact ? 128 : frame.height < 700 ? 224 : 320;
  leaf.children.push_back(breathes ? breath(scene, since, size) : parts::picture("rest-stretch", size));
  const TypeStyle type = frame.compact ? TypeStyle::Strong : TypeStyle::Title;
  leaf.children.push_back(centred(parts::heading(scene.say(breathes ? Word::Breathing : Word::Stretching), type)));
  if (!breathes || frame.tiny()) return leaf;
  // Told by the circle alone it would be missed by whoever does not see it.
  Node turn = parts::text(scene.say(is_in(since) ? Word::BreatheIn : Word::BreatheOut),
                          frame.compact ? TypeStyle::Small : TypeStyle::Body, Paint::QuietInk);
  turn.look.align = TextAlign::Center;
  leaf.children.push_back(std::move(turn));
  return leaf;
}

Node offered_leaf(const Scene& scene) {
  Node leaf = message(scene, "rest", scene.say(Word::RestTitle), scene.say(Word::RestAbout));
  leaf.children.back().id = "rest-words";
  if (scene.frame.compact) leaf.children.back().look.type = TypeStyle::Small;
  return leaf;
}

Node beside(const Scene& scene, Word word, std::string_view picture, ActionId action) {
  const parts::Frame& frame = scene.frame;
  return frame.compact || frame.width < words_from ? parts::picture_button(frame, scene.say(word), picture, action)
                                                   : parts::secondary(frame, scene.say(word), picture, action);
}

}  // namespace

Node rest(const Scene& scene, const session::Resting& resting) {
  const ActionId go_on = scene.actions.on(ToSession{session::GoOn{}});
  std::vector<Node> actions;
  actions.push_back(beside(scene, Word::FinishForToday, "leave", scene.actions.on(SignOut{})));
  actions.push_back(parts::spacer());
  if (resting.since) {
    actions.push_back(parts::primary(scene.frame, scene.say(Word::GoOn), go_on));
  } else {
    actions.push_back(beside(scene, Word::GoOn, "next", go_on));
    actions.push_back(
        parts::primary(scene.frame, scene.say(Word::TakeARest), scene.actions.on(ToSession{session::TakeBreak{}})));
  }
  Node leaf = resting.since ? resting_leaf(scene, resting) : offered_leaf(scene);
  Node node = parts::screen(scene.frame,
                            {"rest", scene.say(Word::RestTitle), scene.top(), {std::move(leaf)}, std::move(actions)});
  node.actions.cancel = go_on;
  return node;
}

}  // namespace hornbook::ui::views
