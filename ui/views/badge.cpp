// Where a badge is read by a scanner that types, or typed by whoever holds it: its letters and digits stand on keys,
// and what is typed is shown as the badge shows it.
#include <algorithm>
#include <array>

#include "ui/views/plain_keys.hpp"

namespace hornbook::ui::views {
namespace {

// The signs of a badge (runtime/journal/badge.hpp) in rows of eight, and H and B stand among them.
constexpr std::array<std::string_view, 4> rows{"01234567", "89ABCDEF", "GHJKMNPQ", "RSTVWXYZ"};

// In groups of five after the first two, as on the badge.
std::string in_groups(std::string_view typed) {
  std::string groups;
  for (std::size_t at = 0; at < typed.size(); ++at) {
    if (at >= 2 && at % 5 == 2) groups += ' ';
    groups += typed[at];
  }
  return groups;
}

// What is typed, or its end where there is no room for more: there one looks whether the last sign was right.
std::string shown_of(const Scene& scene, const std::string& groups) {
  constexpr std::size_t end_characters = 11;
  if (!scene.frame.compact || groups.size() <= end_characters) return groups;
  return "…" + groups.substr(groups.size() - end_characters);
}

Node field(const Scene& scene, const BadgeEntry& screen) {
  const std::string groups = in_groups(screen.typed);
  Node node = plain_field(scene, "badge", Word::Badge, groups, shown_of(scene, groups));
  node.layout.padding_x = 12;
  return node;
}

std::string sentence(const Scene& scene, const BadgeEntry& screen) {
  const std::optional<Word> word = screen.why ? word_for(*screen.why) : std::nullopt;
  return scene.say(word.value_or(Word::HoldBadge));
}

std::vector<Node> actions_of(const Scene& scene, const BadgeEntry& screen) {
  const parts::Frame& frame = scene.frame;
  Node open = parts::primary(frame, scene.say(Word::Open), scene.actions.on(OpenClass{}));
  if (screen.typed.empty()) open = parts::disabled(std::move(open));
  std::vector<Node> nodes;
  nodes.push_back(parts::secondary(frame, scene.say(Word::Back), "back", scene.actions.on(Back{})));
  nodes.push_back(parts::secondary(frame, scene.say(Word::Erase), "erase", scene.actions.on(ErasePassphrase{})));
  nodes.push_back(parts::spacer());
  nodes.push_back(std::move(open));
  return nodes;
}

}  // namespace

std::optional<Word> word_for(StayedShut why) {
  switch (why) {
    case StayedShut::WrongPassphrase:
      return Word::WrongPassphrase;
    case StayedShut::NoClassYet:
      return Word::NoClassYet;
    case StayedShut::BadgeMisread:
      return Word::BadgeMisread;
    case StayedShut::BadgeOfAnotherSchool:
      return Word::BadgeOfAnotherSchool;
    case StayedShut::BadgeUnknown:
      return Word::BadgeUnknown;
    case StayedShut::AsSaid:
      break;
  }
  return std::nullopt;
}

Node badge_entry(const Scene& scene, const BadgeEntry& screen) {
  const parts::Frame& frame = scene.frame;
  Node middle = parts::group(Direction::Column, frame.gap);
  middle.layout.grow = 1;
  middle.layout.main = Place::Center;
  middle.layout.max_width = 920;
  const float height = frame.leaf_height();
  const bool roomy = height > 500;
  Node title = parts::heading(sentence(scene, screen), frame.compact          ? TypeStyle::Small
                                                       : screen.why || !roomy ? TypeStyle::Body
                                                                              : TypeStyle::Question);
  title.role = screen.why ? Role::Alert : Role::Heading;
  title.look.align = TextAlign::Center;
  if (!frame.tiny()) middle.children.push_back(std::move(title));
  middle.children.push_back(field(scene, screen));
  const float board_height = frame.tiny() ? height - 72 : frame.compact ? std::min(height - 124, 216.F) : 296;
  middle.children.push_back(
      plain_keys(scene, rows, rows.front().size(), std::min(frame.leaf_width(), 920.F), board_height));
  Node node = parts::screen(
      frame, {"badge", scene.say(Word::HoldBadge), scene.top(), {std::move(middle)}, actions_of(scene, screen)});
  node.actions.cancel = scene.actions.on(Back{});
  return node;
}

}  // namespace hornbook::ui::views
