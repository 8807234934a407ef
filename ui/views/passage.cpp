#include "ui/views/passage.hpp"

#include <algorithm>

#include "runtime/engage/passage/glossary.hpp"
#include "ui/views/plain_text.hpp"
#include "ui/views/text_columns.hpp"
#include "ui/views/text_cuts.hpp"
#include "ui/views/workplace.hpp"

namespace hornbook::ui::views {
namespace {

constexpr float gutter = 48;                 // between the two pages of a spread
constexpr float spread_width_min = 900;      // of the leaf's inside
constexpr float column_width_max = 760;      // about sixty characters a line
constexpr float bottom_row_height_min = 80;  // two lines of a meaning
constexpr float room_for_both_min = 1000;
constexpr float level_words_from = 1150;
constexpr float marker_width_min = 500;  // of a small screen that has room for it
constexpr float line_height = 36;        // of body text

// What is read now, and where.
class TextInView {
 public:
  TextInView(const Scene& scene, const engage::Problem& problem, const Activity& screen)
      : scene_(scene), passage_(*problem.item->passage), screen_(screen), level_(level_now()) {
    const parts::Frame& frame = scene.frame;
    const Node card = parts::card(frame, {});
    const float inside = frame.leaf_width() - 2 * card.layout.padding_x;
    is_spread_ = !frame.portrait && !frame.compact && inside >= spread_width_min;
    size_.width = std::min(is_spread_ ? (inside - gutter) / 2 : inside, column_width_max);
    size_.height = frame.leaf_height() - 2 * card.layout.padding_y - bottom_row_height();
    size_.gap = frame.compact ? 8 : 16;
    columns_ = columns_of(passage_, *level_, size_, scene.context.measure);
  }

  [[nodiscard]] const Scene& scene() const { return scene_; }
  [[nodiscard]] const engage::Passage& passage() const { return passage_; }
  [[nodiscard]] const engage::PassageLevel& level() const { return *level_; }
  [[nodiscard]] const ColumnSize& size() const { return size_; }
  [[nodiscard]] const std::vector<TextColumn>& columns() const { return columns_; }
  [[nodiscard]] bool is_spread() const { return is_spread_; }
  [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(columns_.size()); }
  [[nodiscard]] std::uint32_t at() const { return std::min(screen_.column, count() - 1); }
  // Under the columns: a meaning or the marker, or the pager beside a question. On a small screen a meaning takes the
  // leaf, and the marker stands among the actions.
  [[nodiscard]] float bottom_row_height() const {
    const parts::Frame& frame = scene_.frame;
    return frame.compact ? 0 : std::max(frame.target, bottom_row_height_min) + frame.gap;
  }
  [[nodiscard]] bool is_marking() const { return screen_.is_marking; }
  [[nodiscard]] const engage::GlossaryWord* meaning() const {
    if (!screen_.meaning || *screen_.meaning >= passage_.glossary.size()) return nullptr;
    return &passage_.glossary[*screen_.meaning];
  }

 private:
  [[nodiscard]] const engage::PassageLevel* level_now() const {
    const auto& reading = scene_.state.session->reading;
    const auto found =
        std::find_if(passage_.levels.begin(), passage_.levels.end(),
                     [&](const engage::PassageLevel& each) { return reading && each.level == reading->level; });
    return found == passage_.levels.end() ? &passage_.levels.front() : &*found;
  }

  const Scene& scene_;
  const engage::Passage& passage_;
  const Activity& screen_;
  const engage::PassageLevel* level_;
  bool is_spread_ = false;
  ColumnSize size_;
  std::vector<TextColumn> columns_;
};

// What can be touched in the lines of the pages in view.
struct InTheLines {
  bool sentences = false;          // to mark them; otherwise words with a meaning
  std::vector<std::size_t> words;  // that were met already: each can be touched where it stands first
};

// How far a finger may miss a line of words.
float reach_of(const parts::Frame& frame) { return std::max(0.F, (frame.target - line_height) / 2); }

Node node_over(const TextInView& text, TextRange part, Role role, std::string name, ActionId action) {
  Node node;
  node.role = role;
  node.name = std::move(name);
  node.part = part;
  node.actions.press = action;
  node.actions.reach = reach_of(text.scene().frame);
  node.look.radius = 8;
  return node;
}

void add_words(const TextInView& text, const std::string& words, InTheLines& touched, Node& node) {
  for (const engage::GlossaryPlace& place : engage::find_glossary_words(words, text.passage().glossary)) {
    if (std::find(touched.words.begin(), touched.words.end(), place.word) != touched.words.end()) continue;
    touched.words.push_back(place.word);
    const TextRange part{static_cast<std::uint32_t>(place.begin), static_cast<std::uint32_t>(place.end)};
    const ActionId action = text.scene().actions.on(ShowMeaning{static_cast<std::uint16_t>(place.word)});
    Node word = node_over(text, part, Role::Button, text.passage().glossary[place.word].word, action);
    word.id = "word-" + std::to_string(place.word);
    word.look.dotted = true;
    word.look.ink = Paint::Horn;
    node.children.push_back(std::move(word));
  }
}

// The mark of a part of the piece's words.
TextMark mark_of(const TextInView& text, const TextPiece& piece, TextRange part) {
  const auto moved = [&](std::uint32_t at) { return static_cast<std::uint32_t>(at + piece.shift); };
  return {text.level().level, piece.block, {moved(part.begin), moved(part.end)}};
}

void add_sentences(const TextInView& text, const TextPiece& piece, Node& node) {
  const std::vector<TextMark>& marks = text.scene().state.marks;
  for (const TextRange& part : sentences_of(piece.words)) {
    const TextMark mark = mark_of(text, piece, part);
    Node sentence = node_over(text, part, Role::Checkbox,
                              plain_text(std::string_view(piece.words).substr(part.begin, part.end - part.begin)),
                              text.scene().actions.on(MarkText{mark}));
    sentence.actions.swept = true;
    sentence.id = "sentence-" + std::to_string(mark.block) + "-" + std::to_string(mark.part.begin);
    sentence.state.selected = std::find(marks.begin(), marks.end(), mark) != marks.end();
    node.children.push_back(std::move(sentence));
  }
}

// What of the piece is marked, in its own words.
std::vector<TextRange> marked_in(const TextInView& text, const TextPiece& piece) {
  std::vector<TextRange> marked;
  for (const TextMark& mark : text.scene().state.marks) {
    if (mark.level != text.level().level || mark.block != piece.block) continue;
    const auto moved = [&](std::uint32_t at) {
      return static_cast<std::uint32_t>(
          std::clamp<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(at) - piece.shift, 0, std::ssize(piece.words)));
    };
    const TextRange part{moved(mark.part.begin), moved(mark.part.end)};
    if (!part.empty()) marked.push_back(part);
  }
  return marked;
}

Node piece_node(const TextInView& text, const TextPiece& piece, InTheLines* touched) {
  if (piece.figure != nullptr) {
    Node around = parts::group(Direction::Column, 0, {figure(*piece.figure, text.size().width, piece.height)});
    around.layout.cross = Place::Center;
    return around;
  }
  const bool is_heading = piece.type != TypeStyle::Body;
  Node node = is_heading ? parts::heading(plain_text(piece.words), piece.type) : parts::text(plain_text(piece.words));
  node.text = piece.words;
  node.language = text.passage().language;
  if (is_heading) return node;
  node.layout.direction = Direction::Over;
  node.marked = marked_in(text, piece);
  if (touched == nullptr) return node;
  if (touched->sentences) {
    add_sentences(text, piece, node);
  } else {
    add_words(text, piece.words, *touched, node);
  }
  return node;
}

Node column_node(const TextInView& text, std::uint32_t at, InTheLines* touched) {
  Node column = parts::group(Direction::Column, text.size().gap);
  column.id = "column-" + std::to_string(at + 1);
  column.layout.width = text.size().width;
  if (at < text.count())
    for (const TextPiece& piece : text.columns()[at].pieces)
      column.children.push_back(piece_node(text, piece, touched));
  return column;
}

Node marker_button(const TextInView& text) {
  const Scene& scene = text.scene();
  Node marker =
      parts::picture_button(scene.frame, scene.say(Word::MarkSentences), "marker", scene.actions.on(TakeMarker{}));
  marker.state.selected = text.is_marking();
  if (text.is_marking()) marker.look.fill = Paint::HornSoft;
  return marker;
}

// Says what a touch does in the lines above, beside the marker.
Node hint_row(const TextInView& text, const InTheLines& touched) {
  const Scene& scene = text.scene();
  Node row = parts::group(Direction::Row, scene.frame.gap);
  row.layout.cross = Place::Center;
  if (touched.sentences || !touched.words.empty()) {
    const Word hint = touched.sentences ? Word::TouchASentence : Word::TouchAWord;
    row.children.push_back(parts::text(scene.say(hint), TypeStyle::Small, Paint::QuietInk));
    row.children.back().layout.grow = 1;
  } else {
    row.children.push_back(parts::spacer());
  }
  row.children.push_back(marker_button(text));
  return row;
}

Node meaning_panel(const TextInView& text, const engage::GlossaryWord& word) {
  const Scene& scene = text.scene();
  Node said = parts::text(word.word + ": " + word.meaning);
  said.id = "meaning";
  said.role = Role::Status;
  said.text = "*" + word.word + "* " + word.meaning;
  said.language = text.passage().language;
  said.layout.grow = 1;
  Node close = parts::picture_button(scene.frame, scene.say(Word::CloseMeaning), "close",
                                     scene.actions.on(ShowMeaning{std::nullopt}));
  Node panel = parts::group(Direction::Row, scene.frame.gap, {std::move(close), std::move(said)});
  panel.look.fill = Paint::Sand;
  panel.look.radius = 16;
  panel.layout.cross = Place::Center;
  panel.layout.padding_x = 8;
  return panel;
}

// On a small screen a meaning takes the leaf.
bool meaning_takes_leaf(const TextInView& text) {
  return text.meaning() != nullptr && (text.scene().frame.compact || text.scene().frame.portrait);
}

Node text_leaf(const TextInView& text, std::uint32_t first, std::uint32_t end) {
  const parts::Frame& frame = text.scene().frame;
  Node card = parts::card(frame, {});
  card.id = "text";
  card.layout.grow = 1;
  card.layout.gap = frame.gap;
  if (meaning_takes_leaf(text)) {
    card.layout.main = Place::Center;
    card.children.push_back(meaning_panel(text, *text.meaning()));
    return card;
  }
  Node pages = parts::group(Direction::Row, gutter);
  pages.layout.grow = 1;
  pages.layout.main = Place::Center;
  pages.layout.cross = Place::Start;
  // A text of one page stands in the middle; the last of several leaves the page beside it empty, as books do.
  const std::uint32_t shown_end = text.count() == 1 ? 1 : end;
  InTheLines touched{text.is_marking(), {}};
  for (std::uint32_t at = first; at < shown_end; ++at) pages.children.push_back(column_node(text, at, &touched));
  card.children.push_back(std::move(pages));
  if (frame.compact) return card;
  Node bottom = text.meaning() != nullptr ? meaning_panel(text, *text.meaning()) : hint_row(text, touched);
  bottom.layout.min_height = text.bottom_row_height() - frame.gap;
  card.children.push_back(std::move(bottom));
  return card;
}

// The level beside this one; nothing at the ends.
std::optional<std::uint8_t> neighbour(const TextInView& text, int by) {
  const std::vector<engage::PassageLevel>& levels = text.passage().levels;
  const auto place = &text.level() - levels.data() + by;
  if (place < 0 || place >= static_cast<std::ptrdiff_t>(levels.size())) return std::nullopt;
  return levels[static_cast<std::size_t>(place)].level;
}

Node level_button(const TextInView& text, int by, Word word, std::string_view picture) {
  const Scene& scene = text.scene();
  const auto level = neighbour(text, by);
  const ActionId action = scene.actions.on(ToSession{session::ReadLevel{level.value_or(text.level().level)}});
  Node button = scene.frame.width >= level_words_from
                    ? parts::secondary(scene.frame, scene.say(word), picture, action)
                    : parts::picture_button(scene.frame, scene.say(word), picture, action);
  return level ? button : parts::disabled(std::move(button));
}

Node way_on(const TextInView& text, const engage::Problem& problem, std::uint32_t end, std::uint16_t paragraph) {
  const Scene& scene = text.scene();
  const bool is_last = end >= text.count();
  const std::uint8_t kind = engage::kind_of(engage::at_hand(problem).question->task);
  const bool only_read = engage::judged_by(kind) == engage::JudgedBy::Nobody;
  const Word at_last = only_read ? Word::IHaveRead : Word::ToTheQuestion;
  Node on = parts::primary(scene.frame, scene.say(is_last ? at_last : Word::NextPage),
                           scene.actions.on(TurnText{is_last ? 0 : end, paragraph, is_last, true}));
  if (scene.frame.compact) on.text = scene.say(Word::GoOn);
  return on;
}

Node page_of(const TextInView& text, std::uint32_t page, std::uint32_t pages) {
  return parts::text(text.scene().say(Word::PageOf, {std::to_string(page), std::to_string(pages)}), TypeStyle::Body,
                     Paint::QuietInk);
}

std::vector<Node> reading_actions(const TextInView& text, const engage::Problem& problem, std::uint32_t first,
                                  std::uint32_t end) {
  const Scene& scene = text.scene();
  const parts::Frame& frame = scene.frame;
  const std::uint32_t step = text.is_spread() ? 2 : 1;
  const std::uint32_t pages = (text.count() + step - 1) / step;
  const std::uint16_t paragraph = text.columns()[std::min(end, text.count()) - 1].last_paragraph;
  std::vector<Node> nodes;
  Node home = parts::secondary(frame, scene.say(Word::Back), "home", scene.actions.on(Back{}));
  home.children.resize(1);
  nodes.push_back(std::move(home));
  if (text.passage().levels.size() > 1) {
    nodes.push_back(level_button(text, -1, Word::EasierText, "easier"));
    nodes.push_back(level_button(text, 1, Word::HarderText, "harder"));
  }
  if (frame.compact && frame.width >= marker_width_min) nodes.push_back(marker_button(text));
  nodes.push_back(parts::spacer());
  if (pages > 1) {
    Node back = parts::picture_button(frame, scene.say(Word::PreviousPage), "back",
                                      scene.actions.on(TurnText{first - std::min(first, step), paragraph}));
    nodes.push_back(first > 0 ? std::move(back) : parts::disabled(std::move(back)));
    if (!frame.compact) nodes.push_back(page_of(text, first / step + 1, pages));
  }
  nodes.push_back(way_on(text, problem, end, paragraph));
  return nodes;
}

}  // namespace

Node reading(const Scene& scene, const engage::Problem& problem, const Activity& screen) {
  const TextInView text(scene, problem, screen);
  const std::uint32_t step = text.is_spread() ? 2 : 1;
  const std::uint32_t first = text.at() / step * step;
  Node node = parts::screen(scene.frame, {"reading",
                                          text.passage().title,
                                          scene.top(),
                                          {text_leaf(text, first, first + step)},
                                          reading_actions(text, problem, first, first + step)});
  node.actions.cancel = scene.actions.on(Back{});
  return node;
}

bool has_room_for_both(const parts::Frame& frame) {
  return !frame.portrait && !frame.compact && frame.leaf_width() >= room_for_both_min;
}

Node text_beside(const Scene& scene, const engage::Problem& problem, const Activity& screen) {
  const parts::Frame& frame = scene.frame;
  const TextInView text(scene, problem, screen);
  const std::uint32_t at = text.at();
  const std::uint16_t paragraph = text.columns()[at].last_paragraph;
  Node card = parts::card(frame, {});
  card.id = "text";
  card.layout.padding_x = gutter / 2;
  card.layout.width = text.size().width + gutter;
  Node column = column_node(text, at, nullptr);
  column.layout.grow = 1;
  card.children.push_back(std::move(column));
  if (text.count() == 1) return card;
  Node back = parts::picture_button(frame, scene.say(Word::PreviousPage), "back",
                                    scene.actions.on(TurnText{at - std::min(at, 1U), paragraph}));
  Node next =
      parts::picture_button(frame, scene.say(Word::NextPage), "next", scene.actions.on(TurnText{at + 1, paragraph}));
  if (at == 0) back = parts::disabled(std::move(back));
  if (at + 1 >= text.count()) next = parts::disabled(std::move(next));
  Node pager =
      parts::group(Direction::Row, frame.gap, {std::move(back), page_of(text, at + 1, text.count()), std::move(next)});
  pager.layout.cross = Place::Center;
  pager.layout.main = Place::Center;
  card.children.push_back(std::move(pager));
  return card;
}

Node to_the_text(const Scene& scene) {
  Node node = parts::secondary(scene.frame, scene.say(Word::ToTheText), "text", scene.actions.on(ShowText{}));
  if (scene.frame.width < level_words_from) node.children.resize(1);
  return node;
}

}  // namespace hornbook::ui::views
