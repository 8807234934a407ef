#include <algorithm>
#include <array>

#include "ui/views/screens.hpp"

namespace hornbook::ui::views {
namespace {

// In the order that a roster's taps count them.
struct PasswordPicture {
  Word word;
  std::string_view picture;
};
constexpr std::array<PasswordPicture, picture_password_pictures> pictures{{
    {Word::Sun, "sun"},
    {Word::Tree, "tree"},
    {Word::Boat, "boat"},
    {Word::Star, "star"},
    {Word::House, "house"},
    {Word::Drum, "drum"},
    {Word::Mango, "mango"},
    {Word::Kite, "kite"},
    {Word::Key, "key"},
}};

Node picture_grid(const Scene& scene, float cell, bool resting) {
  const parts::Frame& frame = scene.frame;
  Node grid = parts::group(Direction::Wrap, frame.gap);
  grid.id = "pictures";
  grid.look.mirrored_in_rtl = false;
  grid.layout.width = 3 * cell + 2 * frame.gap;
  for (std::uint8_t index = 0; index < picture_password_pictures; ++index) {
    const PasswordPicture& shown = pictures.at(index);
    Node button =
        parts::picture_button(frame, scene.say(shown.word), shown.picture, scene.actions.on(TapPicture{index}));
    button.look.fill = Paint::Leaf;
    button.look.shadow = true;
    button.layout.width = cell;
    button.layout.height = cell;
    const float picture = cell - (frame.compact ? 12 : 32);
    button.children.front().layout.width = picture;
    button.children.front().layout.height = picture;
    grid.children.push_back(resting ? parts::disabled(std::move(button)) : std::move(button));
  }
  return grid;
}

Node sentence(const Scene& scene, const PicturePassword& screen) {
  Node node = parts::text({}, scene.frame.compact ? TypeStyle::Small : TypeStyle::Body, Paint::QuietInk);
  node.role = Role::Status;
  node.id = "taps-sentence";
  node.look.align = TextAlign::Center;
  const MonotonicMs rest = screen.wait_until - scene.context.now;
  if (rest > 0) {
    node.name = scene.say(Word::WaitALittle, {std::to_string((rest + 999) / 1000)});
  } else if (screen.failures > 0 && screen.taps.empty()) {
    node.name = scene.say(Word::PicturesNotYet);
  } else {
    node.name = scene.say(Word::TapsSoFar, {std::to_string(screen.taps.size())});
  }
  return node;
}

Node whose(const Scene& scene, const PicturePassword& screen) {
  const parts::Frame& frame = scene.frame;
  const LearnerCard* card = card_of(scene.state, screen.learner);
  Node column = parts::group(Direction::Column, frame.gap);
  column.layout.main = Place::Center;
  column.layout.cross = Place::Center;
  column.layout.grow = 1;
  if (!frame.tiny() && !(frame.compact && frame.portrait)) {
    column.children.push_back(parts::picture(card == nullptr ? "paddle" : card->avatar, frame.compact ? 64 : 152));
  }
  Node title = parts::heading(scene.say(Word::TapThreePictures, {card == nullptr ? std::string() : card->name}),
                              frame.compact ? TypeStyle::Body : TypeStyle::Title);
  title.look.align = TextAlign::Center;
  Node taps;
  taps.role = Role::Progress;
  taps.id = "taps";
  taps.name = scene.say(Word::TapsSoFar, {std::to_string(screen.taps.size())});
  taps.look.drawing =
      Beads{static_cast<std::uint32_t>(picture_password_taps), static_cast<std::uint32_t>(screen.taps.size())};
  column.children.push_back(std::move(title));
  column.children.push_back(std::move(taps));
  column.children.push_back(sentence(scene, screen));
  return column;
}

}  // namespace

Node picture_password(const Scene& scene, const PicturePassword& screen) {
  const parts::Frame& frame = scene.frame;
  const bool side_by_side = !frame.portrait;
  const float above = side_by_side ? 0 : frame.compact ? 200 : 400;
  const float room = std::min(frame.leaf_height() - above - 2 * frame.gap, frame.leaf_width());
  const float cell = std::clamp((room - 2 * frame.gap) / 3, frame.target, 176.F);
  Node middle = parts::group(side_by_side ? Direction::Row : Direction::Column, frame.gap);
  middle.layout.grow = 1;
  middle.layout.main = Place::Center;
  middle.layout.cross = Place::Center;
  middle.children.push_back(whose(scene, screen));
  Node around = parts::group(Direction::Column, 0, {picture_grid(scene, cell, scene.context.now < screen.wait_until)});
  around.layout.cross = Place::Center;
  around.layout.grow = side_by_side ? 1.F : 0.F;
  middle.children.push_back(std::move(around));
  Node again = parts::secondary(frame, scene.say(Word::StartAgain), "erase", scene.actions.on(ForgetTaps{}));
  if (screen.taps.empty()) again = parts::disabled(std::move(again));
  Node back = parts::secondary(frame, scene.say(Word::Back), "back", scene.actions.on(Back{}));
  Node node = parts::screen(frame, {"picture-password",
                                    scene.say(Word::WhoAreYou),
                                    scene.top(),
                                    {std::move(middle)},
                                    {std::move(back), parts::spacer(), std::move(again)}});
  node.actions.cancel = scene.actions.on(Back{});
  return node;
}

}  // namespace hornbook::ui::views
