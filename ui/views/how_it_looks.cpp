// How it looks: colours, size and movement, each chosen by a touch and seen at once.
#include <array>

#include "ui/views/screens.hpp"

namespace hornbook::ui::views {
namespace {

constexpr std::array<Word, themes.size()> theme_words{Word::ThemeLight, Word::ThemeDark, Word::ThemeContrast,
                                                      Word::ThemeCalm};
constexpr std::array<Word, scales.size()> scale_words{Word::SizeUsual, Word::SizeLarge, Word::SizeLarger,
                                                      Word::SizeLargest};
constexpr std::array<TypeStyle, scales.size()> scale_types{TypeStyle::Small, TypeStyle::Body, TypeStyle::Question,
                                                           TypeStyle::BigNumber};

// One of a row: the one in force has a thick edge and says that it is selected.
Node option(const Scene& scene, Word word, bool selected, Intent intent) {
  Node node = parts::secondary(scene.frame, scene.say(word), {}, scene.actions.on(std::move(intent)));
  node.role = Role::Radio;
  node.state.selected = selected;
  if (selected) {
    node.look.fill = Paint::HornSoft;
    node.look.outline = Paint::Horn;
  }
  node.layout.grow = 1;
  return node;
}

Node theme_option(const Scene& scene, std::size_t at) {
  const std::string theme(themes.at(at));
  Node node = option(scene, theme_words.at(at), scene.state.settings.theme == theme, SetTheme{theme});
  Node sample;
  sample.look.drawing = ThemeSample{theme};
  sample.layout.width = scene.frame.compact ? 60 : 144;
  sample.layout.height = scene.frame.compact ? 40 : 96;
  node.layout.direction = Direction::Column;
  node.layout.gap = 4;
  node.layout.padding_x = 8;
  node.children.push_back(std::move(sample));
  if (!scene.frame.compact) node.children.push_back(parts::text(node.name));
  return node;
}

Node scale_option(const Scene& scene, std::size_t at) {
  const float scale = scales.at(at);
  Node node = option(scene, scale_words.at(at), scene.state.settings.scale == scale, SetScale{scale});
  node.text = "A";
  node.look.type = scale_types.at(scene.frame.compact && at > 0 ? at - 1 : at);
  return node;
}

Node row_of(const Scene& scene, Word name, std::vector<Node> options) {
  Node row = parts::group(Direction::Row, scene.frame.gap, std::move(options));
  row.role = Role::List;
  row.name = scene.say(name);
  if (scene.frame.compact || scene.frame.height < 700) return row;
  return parts::group(Direction::Column, 8, {parts::text(row.name, TypeStyle::Body, Paint::QuietInk), std::move(row)});
}

}  // namespace

Node how_it_looks(const Scene& scene) {
  const parts::Frame& frame = scene.frame;
  std::vector<Node> by_theme;
  for (std::size_t at = 0; at < themes.size(); ++at) by_theme.push_back(theme_option(scene, at));
  std::vector<Node> by_scale;
  for (std::size_t at = 0; at < scales.size(); ++at) by_scale.push_back(scale_option(scene, at));
  const bool motion = scene.state.settings.motion;
  std::vector<Node> by_motion;
  by_motion.push_back(option(scene, Word::MovementOn, motion, SetMotion{true}));
  by_motion.push_back(option(scene, Word::MovementOff, !motion, SetMotion{false}));
  Node leaf = parts::card(frame, {});
  leaf.layout.grow = 1;
  leaf.layout.main = Place::Center;
  if (!frame.compact) leaf.layout.max_width = 960;
  if (!frame.compact && frame.height >= 700) leaf.children.push_back(parts::heading(scene.say(Word::HowItLooks)));
  leaf.children.push_back(row_of(scene, Word::ColoursAndLight, std::move(by_theme)));
  leaf.children.push_back(row_of(scene, Word::SizeOfEverything, std::move(by_scale)));
  leaf.children.push_back(row_of(scene, Word::Movement, std::move(by_motion)));
  Node done = parts::primary(frame, scene.say(Word::Done), scene.actions.on(Back{}));
  Node node = parts::screen(frame, {"how-it-looks",
                                    scene.say(Word::HowItLooks),
                                    scene.top(),
                                    {std::move(leaf)},
                                    {parts::spacer(), std::move(done)}});
  node.actions.cancel = scene.actions.on(Back{});
  return node;
}

}  // namespace hornbook::ui::views
