// How it looks and sounds: colours, size, movement, voice, each chosen by a touch and seen at once.
#include <algorithm>
#include <array>
#include <iterator>

#include "ui/views/screens.hpp"

namespace hornbook::ui::views {
namespace {

constexpr std::array<Word, themes.size()> theme_words{Word::ThemeLight, Word::ThemeDark, Word::ThemeContrast,
                                                      Word::ThemeCalm};
constexpr std::array<Word, scales.size()> scale_words{Word::SizeUsual, Word::SizeLarge, Word::SizeLarger,
                                                      Word::SizeLargest};
constexpr std::array<Word, voice_uses.size()> voice_words{Word::VoiceOff, Word::VoiceWhenAsked, Word::VoiceByItself};
constexpr std::array<Word, voice_paces.size()> pace_words{Word::PaceSlow, Word::PaceUsual, Word::PaceFast};
constexpr std::array<TypeStyle, scales.size()> scale_types{TypeStyle::Small, TypeStyle::Body, TypeStyle::Question,
                                                           TypeStyle::BigNumber};

// One of a row: the one in force has a thick edge and says that it is selected.
Node option(const Scene& scene, Word word, bool selected, Intent intent) {
  Node node = parts::secondary(scene.frame, scene.say(word), {}, scene.actions.on(std::move(intent)));
  node.role = Role::Radio;
  node.state.selected = selected;
  if (scene.frame.narrow()) node.look.type = TypeStyle::Small;
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

template <class Value, std::size_t count>
Node row_of_choices(const Scene& scene, Word name, const std::array<Value, count>& values,
                    const std::array<Word, count>& words, Value chosen, Intent (*intent)(Value)) {
  std::vector<Node> options;
  for (std::size_t at = 0; at < count; ++at)
    options.push_back(option(scene, words.at(at), values.at(at) == chosen, intent(values.at(at))));
  return row_of(scene, name, std::move(options));
}

std::vector<Node> rows_of_looks(const Scene& scene) {
  std::vector<Node> by_theme;
  for (std::size_t at = 0; at < themes.size(); ++at) by_theme.push_back(theme_option(scene, at));
  std::vector<Node> by_scale;
  for (std::size_t at = 0; at < scales.size(); ++at) by_scale.push_back(scale_option(scene, at));
  const Settings& settings = scene.state.settings;
  std::vector<Node> rows;
  rows.push_back(row_of(scene, Word::ColoursAndLight, std::move(by_theme)));
  rows.push_back(row_of(scene, Word::SizeOfEverything, std::move(by_scale)));
  rows.push_back(row_of_choices(
      scene, Word::Movement, std::array{true, false}, std::array{Word::MovementOn, Word::MovementOff}, settings.motion,
      +[](bool motion) { return Intent{SetMotion{motion}}; }));
  return rows;
}

std::vector<Node> rows_of_voice(const Scene& scene) {
  const Settings& settings = scene.state.settings;
  std::vector<Node> rows;
  rows.push_back(row_of_choices(
      scene, Word::ReadingAloud, voice_uses, voice_words, settings.voice,
      +[](VoiceUse voice) { return Intent{SetVoice{voice}}; }));
  rows.push_back(row_of_choices(
      scene, Word::VoicePace, voice_paces, pace_words, settings.voice_pace,
      +[](float pace) { return Intent{SetVoicePace{pace}}; }));
  return rows;
}

constexpr std::uint32_t pages = 2;

}  // namespace

Node how_it_looks(const Scene& scene) {
  const parts::Frame& frame = scene.frame;
  const std::uint32_t page = std::min(scene.state.look_page, pages - 1);
  Node leaf = parts::card(frame, {});
  leaf.layout.grow = 1;
  leaf.layout.main = Place::Center;
  if (!frame.compact) leaf.layout.max_width = 960;
  if (!frame.compact && frame.height >= 700) leaf.children.push_back(parts::heading(scene.say(Word::HowItLooks)));
  std::vector<Node> rows = page == 0 ? rows_of_looks(scene) : rows_of_voice(scene);
  std::move(rows.begin(), rows.end(), std::back_inserter(leaf.children));
  std::vector<Node> actions = parts::pager(frame, page, pages, scene.actions);
  actions.push_back(parts::spacer());
  actions.push_back(parts::primary(frame, scene.say(Word::Done), scene.actions.on(Back{})));
  Node node = parts::screen(
      frame, {"how-it-looks", scene.say(Word::HowItLooks), scene.top(), {std::move(leaf)}, std::move(actions)});
  node.actions.cancel = scene.actions.on(Back{});
  return node;
}

}  // namespace hornbook::ui::views
