#include "ui/views/question.hpp"

#include <algorithm>

#include "ui/semantics/utf8.hpp"
#include "ui/views/feedback.hpp"
#include "ui/views/flowing_text.hpp"
#include "ui/views/measured.hpp"
#include "ui/views/plain_text.hpp"
#include "ui/views/sound.hpp"
#include "ui/views/steps.hpp"
#include "ui/views/task.hpp"
#include "ui/views/text_columns.hpp"

namespace hornbook::ui::views {
namespace {

constexpr std::size_t short_prompt_characters = 18;  // "3/9 + 4/9 = ?" is set as a big number

// Where the screen is broad they stand beside the steps.
bool has_words_above(const Workplace& place) {
  return !words_above(place).empty() && !(has_steps(place) && is_broad(place));
}

// A short question is set as a big number where there is room for it.
bool is_set_large(const Workplace& place) {
  return place.frame().leaf_height() >= 500 &&
         characters_of(plain_text(words_asked(place))).size() <= short_prompt_characters;
}

TypeStyle type_of_question(const Workplace& place, const QuestionFit& fit) {
  if (place.frame().compact || fit.dense) return TypeStyle::Body;
  return is_set_large(place) ? TypeStyle::BigNumber : TypeStyle::Question;
}

// What helps, in pages that leave room for what leads from one to the next when there are several.
std::vector<Node> pages_of_help(const Workplace& place, float width, float height) {
  std::vector<Node> pages = help(place, width, height);
  return pages.size() > 1 ? help(place, width - place.frame().target - place.frame().gap, height) : pages;
}

// The page that is at hand; nothing for most kinds.
std::optional<Node> help_beneath(const Workplace& place, float width, float height) {
  std::vector<Node> pages = pages_of_help(place, width, height);
  if (pages.empty()) return std::nullopt;
  if (pages.size() == 1) return std::move(pages.front());
  const std::size_t page = place.key_page % pages.size();
  Node shown = std::move(pages[page]);
  shown.layout.grow = 1;
  const float least = std::max(shown.layout.height, place.frame().target);
  Node row = with_page_turner(place, {page, pages.size(), least}, std::move(shown));
  row.layout.height = least;
  return row;
}

float height_of_words(const Workplace& place, const QuestionFit& fit, float width) {
  const float asked = height_of(place, words_asked(place), type_of_question(place, fit), width);
  if (!has_words_above(place)) return asked;
  return asked + place.frame().gap + height_of(place, words_above(place), TypeStyle::Body, width);
}

// The words of the problem and of the question, and the figure, shared among pages as a text is.
class QuestionPager {
 public:
  QuestionPager(const Workplace& place, float width, float height) : place_(place), width_(width), height_(height) {}

  std::vector<Node> pages() {
    add_words();
    if (const engage::Sound* sound = sound_shown(place_)) add(sound_row(place_, *sound, width_));
    add_help();
    return std::move(pages_);
  }

 private:
  void add_words() {
    const QuestionFit fit;
    const auto& shown = figure_shown(place_);
    const float used = height_of_words(place_, fit, width_);
    const float beneath = question_height(place_, fit, width_) - used;
    const float room = height_ - used - beneath - place_.frame().gap;
    if (used <= height_ && (!shown || room >= smallest_figure)) {
      Node page = new_page();
      page.children.push_back(prompt(place_, fit));
      if (shown) page.children.push_back(figure(*shown, width_, room));
      return put(std::move(page), shown ? height_ - beneath : used);
    }
    engage::PassageLevel level;
    if (has_words_above(place_)) level.blocks.emplace_back(engage::PassageParagraph{words_above(place_)});
    level.blocks.emplace_back(engage::PassageParagraph{words_asked(place_)});
    if (shown) level.blocks.emplace_back(*shown);
    add_columns(level);
  }

  void add_columns(const engage::PassageLevel& level) {
    engage::Passage passage;
    passage.language = place_.language();
    const std::size_t asked = has_words_above(place_) ? 1 : 0;
    for (const TextColumn& column :
         columns_of(passage, level, {width_, height_, place_.frame().gap}, place_.scene.context.measure)) {
      Node page = new_page();
      float used = 0;
      for (const TextPiece& piece : column.pieces) {
        used += piece.height + (page.children.empty() ? 0 : place_.frame().gap);
        page.children.push_back(
            piece.figure != nullptr
                ? figure(*piece.figure, width_, piece.height)
                : words_of_item(place_, piece.words, piece.block == asked ? "prompt" : "problem", TypeStyle::Body));
      }
      put(std::move(page), used);
    }
  }

  void add_help() {
    std::vector<Node> parts = help(place_, width_, height_);
    for (Node& part : parts) {
      part.layout.width = width_;
      if (parts.size() == 1)
        add(std::move(part));
      else
        add_page(std::move(part));
    }
  }

  // Below what stands on the last page, where it fits there.
  void add(Node part) {
    const float needed = height_of(place_, part, width_) + place_.frame().gap;
    if (used_ + needed > height_) return add_page(std::move(part));
    used_ += needed;
    part.layout.width = width_;
    pages_.back().children.push_back(std::move(part));
  }

  void add_page(Node part) {
    const float needed = height_of(place_, part, width_);
    Node page = new_page();
    part.layout.width = width_;
    page.children.push_back(std::move(part));
    put(std::move(page), needed);
  }

  void put(Node page, float used) {
    pages_.push_back(std::move(page));
    used_ = used;
  }

  [[nodiscard]] Node new_page() const {
    Node page = parts::group(Direction::Column, place_.frame().gap);
    page.id = "question";
    page.layout.main = Place::Center;
    page.layout.cross = Place::Center;
    return page;
  }

  const Workplace& place_;
  float width_, height_;
  std::vector<Node> pages_;
  float used_ = 0;
};

}  // namespace

QuestionFit fitted(const Workplace& place, float width, float height) {
  QuestionFit fit;
  fit.dense = question_height(place, fit, width) > height;
  if (!fit.dense) return fit;
  const float used = height_of_words(place, fit, width);
  fit.help_height = std::max(0.F, height - used - place.frame().gap);
  const std::size_t pages = pages_of_help(place, width, fit.help_height).size();
  fit.help_pages = static_cast<std::uint32_t>(std::max<std::size_t>(1, pages));
  return fit;
}

const std::string& words_asked(const Workplace& place) {
  const std::string& own = place.activity.question->prompt;
  return own.empty() ? place.problem.item->prompt : own;
}

const std::optional<engage::Figure>& figure_shown(const Workplace& place) {
  const engage::Hint* hint = last_hint(place.activity);
  if (hint != nullptr && hint->figure) return hint->figure;
  const std::optional<engage::Figure>& own = place.activity.question->figure;
  return own ? own : place.problem.item->figure;
}

float question_height(const Workplace& place, const QuestionFit& fit, float width) {
  float height = height_of_words(place, fit, width);
  if (const std::optional<Node> beneath = help_beneath(place, width, fit.help_height))
    height += place.frame().gap + beneath->layout.height;
  if (const engage::Sound* sound = sound_shown(place))
    height += place.frame().gap + sound_row_height(place, *sound, width);
  return height;
}

Node prompt(const Workplace& place, const QuestionFit& fit) {
  Node asked = words_of_item(place, words_asked(place), "prompt", type_of_question(place, fit));
  if (!has_words_above(place)) return asked;
  Node above = words_of_item(place, words_above(place), "problem", TypeStyle::Body);
  return parts::group(Direction::Column, place.frame().gap, {std::move(above), std::move(asked)});
}

Node question(const Workplace& place, const QuestionFit& fit, float width, float figure_height) {
  Node column = parts::group(Direction::Column, place.frame().gap);
  column.id = "question";
  column.layout.main = Place::Center;
  column.children.push_back(prompt(place, fit));
  if (figure_shown(place) && figure_height >= smallest_figure) {
    Node around = parts::group(Direction::Column, 0, {figure(*figure_shown(place), width, figure_height)});
    around.layout.cross = Place::Center;
    column.children.push_back(std::move(around));
  }
  if (const engage::Sound* sound = sound_shown(place)) column.children.push_back(sound_row(place, *sound, width));
  if (std::optional<Node> beneath = help_beneath(place, width, fit.help_height))
    column.children.push_back(std::move(*beneath));
  return column;
}

std::vector<Node> question_pages(const Workplace& place, float width, float height) {
  if (place.activity.hints_shown == 0) return QuestionPager(place, width, height).pages();
  Node said = hint(place);
  const float for_hint = height_of(place, said, width) + place.frame().gap;
  said.layout.width = width;
  std::vector<Node> pages = QuestionPager(place, width, std::max(1.F, height - for_hint)).pages();
  if (pages.size() == 1) {
    pages.front().children.push_back(std::move(said));
    return pages;
  }
  pages = QuestionPager(place, width, height).pages();
  Node alone = parts::group(Direction::Column, 0, {std::move(said)});
  alone.id = "question";
  pages.insert(pages.begin(), std::move(alone));
  return pages;
}

}  // namespace hornbook::ui::views
