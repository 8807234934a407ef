#include "ui/views/media.hpp"

#include <algorithm>

#include "ui/screens/media.hpp"
#include "ui/views/plain_text.hpp"
#include "ui/views/text_columns.hpp"
#include "ui/views/workplace.hpp"

namespace hornbook::ui::views {
namespace {

constexpr float meter_height = 16;
constexpr float check_point_size = 24;
constexpr float time_width = 160;
constexpr float caption_lines = 2;
constexpr float caption_line_height = 48;  // in the type of a question
constexpr float compact_line_height = 36;
constexpr float words_from = 1100;  // wide enough for words on every button
constexpr float gutter = 48;        // between two columns of words
constexpr float column_width_max = 760;
constexpr float spread_width_min = 900;

// What is watched now, and where it stands.
struct Watching {
  const Scene& scene;
  const session::Working& working;
  const engage::Media& media;
  std::uint32_t position_ms;

  Watching(const Scene& in, const session::Working& work)
      : scene(in),
        working(work),
        media(*work.problem.item->media),
        position_ms(engage::position_ms(work.problem, work.playback, in.context.now)) {}

  [[nodiscard]] const parts::Frame& frame() const { return scene.frame; }
  [[nodiscard]] const std::string& language() const { return working.problem.item->language; }
  [[nodiscard]] bool has_begun() const { return working.playback.playing || position_ms > 0; }
  [[nodiscard]] bool is_over() const {
    return !working.playback.playing && position_ms >= media.length_ms && engage::is_done(working.problem);
  }
  [[nodiscard]] ActionId on(engage::MediaControl control) const {
    return scene.actions.on(ToSession{session::ControlMedia{control}});
  }
};

std::string minutes(std::uint32_t ms) {
  const std::uint32_t seconds = ms / 1000;
  const std::string rest = std::to_string(seconds % 60);
  return std::to_string(seconds / 60) + ":" + std::string(rest.size() < 2 ? "0" : "") + rest;
}

Node shown(const Watching& watching, float width, float height) {
  if (const auto* slides = std::get_if<std::vector<engage::Slide>>(&watching.media.shown))
    return figure((*slides)[engage::slide_at(watching.media, watching.position_ms)].figure, width, height);
  Node node;
  node.role = Role::Image;
  node.name = watching.media.description;
  node.look.drawing = MovingPicture{std::get<engage::Video>(watching.media.shown).file, watching.position_ms};
  node.look.mirrored_in_rtl = false;
  node.layout.width = width;
  node.layout.height = height;
  return node;
}

float caption_height(const parts::Frame& frame) {
  if (frame.tiny()) return compact_line_height;
  return caption_lines * (frame.compact ? compact_line_height : caption_line_height);
}

// Whether the words of this moment are heard from the media themselves.
bool is_heard(const Watching& watching) {
  const auto* slides = std::get_if<std::vector<engage::Slide>>(&watching.media.shown);
  if (slides == nullptr) return watching.scene.state.hearing.has_value();
  return (*slides)[engage::slide_at(watching.media, watching.position_ms)].sound.has_value();
}

// The words of this moment. What is heard already has another name, so that a voice does not say it again.
Node caption(const Watching& watching) {
  const bool is_said = watching.scene.state.captions && watching.has_begun();
  const engage::Caption* now = is_said ? caption_at(watching.media, watching.position_ms) : nullptr;
  const std::string words = now == nullptr ? std::string() : now->text;
  Node node =
      parts::text(plain_text(words), watching.frame().compact ? TypeStyle::Body : TypeStyle::Question, Paint::Ink);
  node.id = is_heard(watching) ? "heard-caption" : "caption";
  node.text = words;
  node.language = watching.language();
  node.look.align = TextAlign::Center;
  node.layout.min_height = caption_height(watching.frame());
  return node;
}

// What the item says before it begins; on a small screen in the room of the words, until there are some.
Node prompt(const Watching& watching) {
  const std::string& words = watching.working.problem.item->prompt;
  Node node = parts::heading(plain_text(words), TypeStyle::Body);
  node.id = "prompt";
  node.text = words;
  node.language = watching.language();
  node.look.align = TextAlign::Center;
  return node;
}

float prompt_height(const Watching& watching, float width) {
  TextRequest request;
  request.text = watching.working.problem.item->prompt;
  request.type = TypeStyle::Body;
  request.language = watching.language();
  request.width_max = width;
  const MeasureText& measure = watching.scene.context.measure;
  return measure ? measure(request).height : estimated_text(request).height;
}

// How much was seen, with a disc where a question is asked.
Node meter(const Watching& watching, float width) {
  Node bar;
  bar.look.drawing = Meter{static_cast<float>(watching.position_ms) / static_cast<float>(watching.media.length_ms)};
  bar.look.ink = Paint::Horn;
  bar.look.mirrored_in_rtl = false;
  bar.layout.width = width;
  bar.layout.height = meter_height;
  bar.layout.top = (check_point_size - meter_height) / 2;
  Node stack = parts::group(Direction::Stack, 0, {std::move(bar)});
  stack.id = "meter";
  stack.look.mirrored_in_rtl = false;  // time runs as on every player
  stack.layout.width = width;
  stack.layout.height = check_point_size;
  stack.layout.main = Place::Start;
  stack.layout.cross = Place::Start;
  const engage::Problem& problem = watching.working.problem;
  for (std::size_t step = 0; step < problem.steps.size(); ++step) {
    const bool is_answered = engage::is_finished(problem.steps[step].own);
    Node disc = parts::group(Direction::Column, 0);
    disc.id = "check-point-" + std::to_string(step + 1);
    disc.look.fill = is_answered ? Paint::Leaf : Paint::Marigold;
    disc.look.outline = Paint::Ink;
    disc.look.radius = check_point_size / 2;
    disc.layout.width = check_point_size;
    disc.layout.height = check_point_size;
    disc.layout.padding_x = disc.layout.padding_y = 4;
    if (is_answered) disc.children.push_back(tick_drawn(check_point_size - 8));
    disc.layout.left = (width - check_point_size) * static_cast<float>(problem.item->steps[step].at_ms) /
                       static_cast<float>(watching.media.length_ms);
    stack.children.push_back(std::move(disc));
  }
  return stack;
}

Node meter_row(const Watching& watching, float width) {
  const bool tight = watching.frame().compact;
  const float along = tight ? width : width - time_width - watching.frame().gap;
  Node row = parts::group(Direction::Row, watching.frame().gap, {meter(watching, along)});
  row.layout.cross = Place::Center;
  row.layout.main = Place::Center;
  if (!tight)
    row.children.push_back(parts::text(
        watching.scene.say(Word::TimeOf, {minutes(watching.position_ms), minutes(watching.media.length_ms)}),
        TypeStyle::Small, Paint::QuietInk));
  return row;
}

Node leaf_of_pictures(const Watching& watching) {
  const parts::Frame& frame = watching.frame();
  Node card = parts::card(frame, {});
  card.layout.grow = 1;
  card.layout.gap = frame.compact ? 8 : frame.gap;
  card.layout.main = Place::Center;
  const float width = frame.leaf_width() - 2 * card.layout.padding_x;
  const float inside = frame.leaf_height() - 2 * card.layout.padding_y;
  const bool asks = frame.compact && !watching.has_begun();
  const float for_words =
      asks ? std::max(caption_height(frame), prompt_height(watching, width)) : caption_height(frame);
  float height = inside - for_words - check_point_size - 2 * card.layout.gap;
  if (!frame.compact) {
    height -= prompt_height(watching, width) + card.layout.gap;
    card.children.push_back(prompt(watching));
  }
  Node around = parts::group(Direction::Column, 0, {shown(watching, width, std::max(48.F, height))});
  around.layout.cross = Place::Center;
  around.layout.main = Place::Center;
  around.layout.grow = 1;
  card.children.push_back(std::move(around));
  card.children.push_back(asks ? prompt(watching) : caption(watching));
  card.children.push_back(meter_row(watching, width));
  return card;
}

// What it shows, and what is said as far as it may be seen now; one paragraph each.
engage::Passage words_to_read(const Watching& watching) {
  engage::Passage passage;
  passage.language = watching.language();
  engage::PassageLevel level;
  level.blocks.emplace_back(engage::PassageHeading{watching.scene.say(Word::WhatItShows)});
  level.blocks.emplace_back(engage::PassageParagraph{watching.media.description});
  level.blocks.emplace_back(engage::PassageHeading{watching.scene.say(Word::WhatIsSaid)});
  const std::uint32_t stop = engage::stop_ms(watching.working.problem);
  std::string said;
  for (const engage::Caption& each : watching.media.captions)
    if (each.from_ms < stop) said += (said.empty() ? "" : " ") + each.text;
  level.blocks.emplace_back(engage::PassageParagraph{std::move(said)});
  passage.levels.push_back(std::move(level));
  return passage;
}

Node column_of(const Watching& watching, const TextColumn& pieces, const ColumnSize& size) {
  Node column = parts::group(Direction::Column, size.gap);
  column.layout.width = size.width;
  for (const TextPiece& piece : pieces.pieces) {
    const bool is_heading = piece.type != TypeStyle::Body;
    Node node = is_heading ? parts::heading(plain_text(piece.words), piece.type) : parts::text(plain_text(piece.words));
    node.text = piece.words;
    node.language = watching.language();
    column.children.push_back(std::move(node));
  }
  return column;
}

struct Words {
  Node leaf;
  std::uint32_t pages = 1;
};

// The words on one page or, where it is broad, on two side by side.
Words leaf_of_words(const Watching& watching, std::uint32_t page) {
  const parts::Frame& frame = watching.frame();
  Words words{parts::card(frame, {}), 1};
  const float inside = frame.leaf_width() - 2 * words.leaf.layout.padding_x;
  const bool is_spread = !frame.portrait && !frame.compact && inside >= spread_width_min;
  ColumnSize size;
  size.width = std::min(is_spread ? (inside - gutter) / 2 : inside, column_width_max);
  size.height = frame.leaf_height() - 2 * words.leaf.layout.padding_y;
  size.gap = frame.compact ? 8 : 16;
  const engage::Passage passage = words_to_read(watching);
  const auto columns = columns_of(passage, passage.levels.front(), size, watching.scene.context.measure);
  const std::size_t step = is_spread && columns.size() > 1 ? 2 : 1;
  words.pages = static_cast<std::uint32_t>((columns.size() + step - 1) / step);
  const std::size_t first = std::min(page, words.pages - 1) * step;
  Node row = parts::group(Direction::Row, gutter);
  row.layout.grow = 1;
  row.layout.main = Place::Center;
  row.layout.cross = Place::Start;
  for (std::size_t at = first; at < std::min(first + step, columns.size()); ++at)
    row.children.push_back(column_of(watching, columns[at], size));
  words.leaf.id = "text";
  words.leaf.layout.grow = 1;
  words.leaf.children.push_back(std::move(row));
  return words;
}

// A button with its words where there is room for them.
Node control(const Watching& watching, Word word, std::string_view picture, ActionId action) {
  if (watching.frame().width < words_from)
    return parts::picture_button(watching.frame(), watching.scene.say(word), picture, action);
  return parts::secondary(watching.frame(), watching.scene.say(word), picture, action);
}

Node home_button(const Watching& watching) {
  Node home =
      parts::secondary(watching.frame(), watching.scene.say(Word::Back), "home", watching.scene.actions.on(Back{}));
  home.children.resize(1);
  return home;
}

Node way_on(const Watching& watching) {
  const Scene& scene = watching.scene;
  if (watching.is_over())
    return parts::primary(scene.frame, scene.say(Word::GoOn), scene.actions.on(ToSession{session::GoOn{}}));
  const bool plays = watching.working.playback.playing;
  return parts::primary(scene.frame, scene.say(plays ? Word::Pause : Word::Play),
                        watching.on(plays ? engage::MediaControl::Pause : engage::MediaControl::Play));
}

std::vector<Node> actions_of_pictures(const Watching& watching) {
  const Scene& scene = watching.scene;
  std::vector<Node> nodes{home_button(watching)};
  if (watching.is_over()) {
    nodes.push_back(control(watching, Word::PlayAgain, "again", watching.on(engage::MediaControl::Play)));
  } else {
    Node back = control(watching, Word::BackTenSeconds, "again", watching.on(engage::MediaControl::Back));
    nodes.push_back(watching.position_ms > 0 ? std::move(back) : parts::disabled(std::move(back)));
  }
  Node captions = parts::picture_button(scene.frame, scene.say(Word::Captions), "captions",
                                        scene.actions.on(ShowCaptions{!scene.state.captions}));
  captions.role = Role::Checkbox;
  captions.state.selected = scene.state.captions;
  if (scene.state.captions) captions.look.fill = Paint::HornSoft;
  nodes.push_back(std::move(captions));
  nodes.push_back(control(watching, Word::ReadTheWords, "text", scene.actions.on(ShowMediaWords{true})));
  nodes.push_back(parts::spacer());
  nodes.push_back(way_on(watching));
  return nodes;
}

std::vector<Node> actions_of_words(const Watching& watching, std::uint32_t page, std::uint32_t pages) {
  const Scene& scene = watching.scene;
  std::vector<Node> nodes{home_button(watching)};
  nodes.push_back(control(watching, Word::WatchIt, "play", scene.actions.on(ShowMediaWords{false})));
  nodes.push_back(parts::spacer());
  if (page > 0)
    nodes.push_back(
        parts::picture_button(scene.frame, scene.say(Word::PreviousPage), "back", scene.actions.on(TurnPage{-1})));
  if (page + 1 < pages) {
    nodes.push_back(parts::primary(scene.frame, scene.say(Word::NextPage), scene.actions.on(TurnPage{1})));
  } else if (engage::is_done(watching.working.problem)) {
    nodes.push_back(parts::primary(scene.frame, scene.say(Word::GoOn), scene.actions.on(ToSession{session::GoOn{}})));
  } else {
    nodes.push_back(
        parts::primary(scene.frame, scene.say(Word::ToTheQuestion), watching.on(engage::MediaControl::ReadOn)));
  }
  return nodes;
}

}  // namespace

Node media(const Scene& scene, const session::Working& working, const Activity& screen) {
  const Watching watching(scene, working);
  std::vector<Node> middle, actions;
  if (screen.at_words) {
    Words words = leaf_of_words(watching, screen.page);
    middle.push_back(std::move(words.leaf));
    actions = actions_of_words(watching, std::min(screen.page, words.pages - 1), words.pages);
  } else {
    middle.push_back(leaf_of_pictures(watching));
    actions = actions_of_pictures(watching);
  }
  Node node = parts::screen(scene.frame, {"media", plain_text(working.problem.item->prompt), scene.top(),
                                          std::move(middle), std::move(actions)});
  node.actions.cancel = scene.actions.on(Back{});
  return node;
}

Node to_the_media(const Scene& scene) {
  Node node = parts::secondary(scene.frame, scene.say(Word::SeeItAgain), "again", scene.actions.on(ShowMedia{true}));
  if (scene.frame.width < words_from) node.children.resize(1);
  return node;
}

Node rest_of_the_media(const Scene& scene) {
  return parts::primary(scene.frame, scene.say(Word::WatchOn), scene.actions.on(ShowMedia{false}));
}

}  // namespace hornbook::ui::views
