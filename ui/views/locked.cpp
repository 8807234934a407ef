// Before the class is opened no name and no picture can be shown: a teacher's passphrase opens it, typed on keys or
// here.
#include <algorithm>
#include <array>

#include "ui/views/plain_keys.hpp"

namespace hornbook::ui::views {
namespace {

constexpr std::array<std::string_view, 4> small_letters{"1234567890", "qwertyuiop", "asdfghjkl-", "zxcvbnm.,'"};
constexpr std::array<std::string_view, 4> capital_letters{"1234567890", "QWERTYUIOP", "ASDFGHJKL-", "ZXCVBNM.,'"};

// One dot a character: what is typed is nobody's to read.
std::string dots(std::string_view passphrase) {
  std::string shown;
  for (const char byte : passphrase) {
    if ((static_cast<unsigned char>(byte) & 0xC0U) != 0x80U) shown += "•";
  }
  return shown;
}

Node field(const Scene& scene, const Locked& screen) {
  const std::string shown = dots(screen.passphrase);
  return plain_field(scene, "passphrase", Word::Passphrase, shown, shown);
}

std::string invitation(const Scene& scene) {
  return scene.say(scene.state.at_home ? Word::AskFamily : Word::AskTeacher);
}

std::string sentence(const Scene& scene, const Locked& screen) {
  if (screen.opening) return scene.say(Word::Opening);
  if (!screen.wrong) return invitation(scene);
  const std::optional<Word> word = word_for(screen.why);
  if (word) return scene.say(*word);
  return screen.sentence.empty() ? scene.say(Word::WrongPassphrase) : screen.sentence;
}

std::vector<Node> actions_of(const Scene& scene, const Locked& screen) {
  const parts::Frame& frame = scene.frame;
  Node capitals = parts::secondary(frame, scene.say(Word::CapitalLetters), "capital",
                                   scene.actions.on(SetCapitals{!screen.capitals}));
  if (screen.capitals) capitals.look.fill = Paint::HornSoft;
  capitals.state.selected = screen.capitals;
  Node space = parts::secondary(frame, scene.say(Word::Space), {}, scene.actions.on(TypePassphrase{" "}));
  const bool goes_back = scene.state.nameless_may_work && screen.passphrase.empty();  // there is nothing to erase
  Node erase = goes_back
                   ? parts::secondary(frame, scene.say(Word::Back), "back", scene.actions.on(Back{}))
                   : parts::secondary(frame, scene.say(Word::Erase), "erase", scene.actions.on(ErasePassphrase{}));
  if (frame.width < 1100) {
    capitals.children.resize(1);
    erase.children.resize(1);
  }
  Node open = parts::primary(frame, scene.say(Word::Open), scene.actions.on(OpenClass{}));
  if (screen.passphrase.empty() || screen.opening) open = parts::disabled(std::move(open));
  std::vector<Node> nodes;
  nodes.push_back(std::move(capitals));
  nodes.push_back(std::move(space));
  nodes.push_back(std::move(erase));
  nodes.push_back(parts::spacer());
  // Where there is no room for the button, a badge is typed into the same field.
  if (scene.state.takes_badges && !screen.opening && frame.width >= 900)
    nodes.push_back(parts::secondary(frame, scene.say(frame.width < 1100 ? Word::Badge : Word::MyBadge), {},
                                     scene.actions.on(ShowBadge{})));
  nodes.push_back(std::move(open));
  return nodes;
}

}  // namespace

Node locked(const Scene& scene, const Locked& screen) {
  const parts::Frame& frame = scene.frame;
  Node middle = parts::group(Direction::Column, frame.gap);
  middle.layout.grow = 1;
  middle.layout.main = Place::Center;
  middle.layout.max_width = 920;
  const float height = frame.leaf_height();
  const bool roomy = height > 500;
  if (roomy) {
    Node paddle = parts::group(Direction::Column, 0, {parts::picture("paddle", 144)});
    paddle.layout.cross = Place::Center;
    middle.children.push_back(std::move(paddle));
  }
  Node title = parts::heading(sentence(scene, screen), frame.compact && screen.wrong             ? TypeStyle::Small
                                                       : frame.compact || !roomy || screen.wrong ? TypeStyle::Body
                                                                                                 : TypeStyle::Question);
  title.role = screen.wrong ? Role::Alert : Role::Heading;
  title.look.align = TextAlign::Center;
  if (!frame.tiny()) middle.children.push_back(std::move(title));
  middle.children.push_back(field(scene, screen));
  const float board_height = frame.tiny()    ? height - 72
                             : frame.compact ? std::min(height - 124, 216.F)
                             : roomy         ? 312
                                             : 296;
  middle.children.push_back(plain_keys(scene, screen.capitals ? capital_letters : small_letters,
                                       small_letters.front().size(), std::min(frame.leaf_width(), 920.F),
                                       board_height));
  Node node =
      parts::screen(frame, {"locked", invitation(scene), scene.top(), {std::move(middle)}, actions_of(scene, screen)});
  node.actions.cancel = scene.actions.on(ErasePassphrase{});
  return node;
}

}  // namespace hornbook::ui::views
