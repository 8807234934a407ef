// An activity: the question is the largest thing, the answer is under the thumb, feedback comes in the action band.
#include <algorithm>

#include "ui/views/feedback.hpp"
#include "ui/views/kinds/pieces.hpp"
#include "ui/views/measured.hpp"
#include "ui/views/media.hpp"
#include "ui/views/passage.hpp"
#include "ui/views/plain_text.hpp"
#include "ui/views/question.hpp"
#include "ui/views/steps.hpp"
#include "ui/views/task.hpp"
#include "ui/views/typed_field.hpp"

namespace hornbook::ui::views {
namespace {

constexpr float question_share = 0.62F;  // of the width that it shares with its figure
constexpr float field_share = 0.36F;     // of the width that it shares with its question
constexpr float keys_height_max = 328;   // four rows
constexpr float keys_share = 0.62F;      // of a low leaf
constexpr float banner_height = 56;

// On a low screen a figure stands beside its question, so that the answer keeps its height.
Node question_beside_figure(const Workplace& place, const QuestionFit& fit, float width, float height) {
  Node words = question(place, fit, width * question_share, 0);
  words.layout.grow = 1;
  Node row = parts::group(Direction::Row, place.frame().gap,
                          {std::move(words), figure(*figure_shown(place), width * (1 - question_share), height)});
  row.layout.cross = Place::Center;
  return row;
}

// The question, and under it what is typed, so that eyes and thumb are not far apart; on a low screen beside the
// figure.
Node question_with_field(const Workplace& place, const QuestionFit& fit, float width, float height) {
  const float under_prompt = height - question_height(place, fit, width) - place.frame().gap;
  Workplace beside_prompt = place;
  beside_prompt.width = width;
  Node typed = field(beside_prompt);
  const float under_field = under_prompt - typed.layout.height - place.frame().gap;
  const bool low = figure_shown(place) && (place.frame().height < 700 || under_field < smallest_figure);
  if (!low || under_prompt < smallest_figure) {
    Node words = question(place, fit, width, low ? 0 : std::max(48.F, under_field));
    words.children.push_back(std::move(typed));
    return words;
  }
  Node column = parts::group(Direction::Column, place.frame().gap, {prompt(place, fit)});
  column.id = "question";
  column.layout.main = Place::Center;
  beside_prompt.width = std::min(280.F, width * 0.3F);
  typed = field(beside_prompt);
  typed.layout.min_width = beside_prompt.width;
  Node row = parts::group(Direction::Row, place.frame().gap);
  row.layout.main = Place::Center;
  row.layout.cross = Place::Center;
  row.children.push_back(figure(*figure_shown(place), width * 0.62F, under_prompt));
  row.children.push_back(std::move(typed));
  column.children.push_back(std::move(row));
  return column;
}

Node side_by_side(const Workplace& given, float width, float height) {
  const float right = width_beside(given.task(), width);
  const float left = width - beside_gap - right;
  const bool typed = is_typed(given.task());
  const float for_field = typed ? typed_field_height(given.frame()) + given.frame().gap : 0;
  const QuestionFit fit = fitted(given, left, height - for_field);
  Workplace place = given;
  place.width = right;
  place.height = height;
  const float under_words = height - question_height(place, fit, left) - place.frame().gap;
  Node words =
      typed ? question_with_field(place, fit, left, height) : question(place, fit, left, std::max(48.F, under_words));
  words.layout.grow = 1;
  Node row = parts::group(Direction::Row, beside_gap, {std::move(words), typed ? keys(place) : answer(place)});
  row.layout.cross = Place::Center;
  row.layout.grow = 1;
  return row;
}

// What is beside the question turns its own pages, and keys turn theirs.
Workplace for_keys(Workplace place, const QuestionFit& fit) {
  place.key_page /= fit.help_pages;
  place.key_page_step = fit.help_pages;
  return place;
}

// What is typed on keys of the whole width: question and field share what these leave.
Node above_keys(Workplace place, float width, float height) {
  const float gap = place.frame().gap;
  place.width = width;
  place.height = std::min(keys_height_max, (height - gap) * keys_share);
  const float left = height - place.height - gap;
  const Workplace below = place;
  QuestionFit fit;
  const float needed = question_height(place, fit, width) + gap + field(place).layout.height;
  Node above;
  if (needed <= left) {
    above = question_with_field(place, fit, width, left);
  } else {
    place.height = left;
    const float beside_field = width * (1 - field_share) - gap;
    fit = fitted(place, beside_field, left);
    Node words = question(place, fit, beside_field, 0);
    words.layout.grow = 1;
    place.width = width * field_share;
    Node typed = field(place);
    typed.layout.width = place.width;
    above = parts::group(Direction::Row, gap, {std::move(words), std::move(typed)});
    above.layout.cross = Place::Center;
  }
  above.layout.grow = 1;
  Node column = parts::group(Direction::Column, gap, {std::move(above), keys(for_keys(below, fit))});
  column.layout.grow = 1;
  return column;
}

// Question above, answer below.
Node stacked(const Workplace& given, float width, float height) {
  const QuestionFit fit = fitted(given, width, height / 2);
  Workplace place = given;
  const float gap = place.frame().portrait ? 32 : place.frame().gap;
  const bool pictured = figure_shown(place).has_value();
  const bool beside = pictured && !place.frame().portrait && !place.frame().beside_text && place.frame().height < 700;
  const float prompt_height = question_height(place, fit, beside ? width * question_share : width);
  float figure_height = pictured ? std::clamp((height - prompt_height) * 0.35F, 64.F, 200.F) : 0;
  if (beside) figure_height = std::max(prompt_height, std::min(figure_height, 112.F));
  Node asked =
      beside ? question_beside_figure(place, fit, width, figure_height) : question(place, fit, width, figure_height);
  const float above = beside ? figure_height : prompt_height + figure_height + (pictured ? place.frame().gap : 0);
  place.width = width;
  place.height = height - above - gap;
  Node column = parts::group(Direction::Column, gap, {std::move(asked), answer(for_keys(place, fit))});
  column.layout.main = Place::Center;
  column.layout.grow = 1;
  return column;
}

// How much taller a long sentence makes the action band, or its own row under a portrait leaf. Kept free from the
// beginning, so that nothing on the leaf moves when it comes.
float reserve_for_words(const Workplace& place) {
  if (place.frame().portrait) return 120;
  return place.frame().height >= 700 ? 40 : 72;
}

float height_of_steps(const Workplace& place, float width) {
  return std::max(place.frame().target, height_of(place, words_above(place), TypeStyle::Body, width / 2));
}

// Over an example: what it is.
Node example_banner(const Workplace& place) {
  Node words = parts::heading(place.scene.say(Word::ExampleTitle), TypeStyle::Strong);
  Node banner = parts::group(Direction::Row, 12, {parts::picture("example", 40), std::move(words)});
  banner.id = "example";
  banner.layout.cross = Place::Center;
  banner.layout.padding_x = 16;
  banner.layout.height = banner_height;
  banner.look.fill = Paint::HornSoft;
  banner.look.radius = 16;
  return banner;
}

Node leaf(const Workplace& place) {
  const parts::Frame& frame = place.frame();
  Node card = parts::card(frame, {});
  card.layout.grow = 1;
  const float width = frame.leaf_width() - 2 * card.layout.padding_x;
  float height = frame.leaf_height() - 2 * card.layout.padding_y - reserve_for_words(place);
  if (place.is_example()) {
    card.layout.gap = frame.gap;
    card.children.push_back(example_banner(place));
    height -= banner_height + frame.gap;
  }
  if (has_steps(place)) {
    card.layout.gap = frame.gap;
    card.children.push_back(steps(place, width));
    height -= height_of_steps(place, width) + frame.gap;
  }
  if (!frame.portrait && is_typed(place.task()) && width_beside(place.task(), width) == whole_width) {
    card.children.push_back(above_keys(place, width, height));
  } else if (frame.portrait || frame.beside_text || width_beside(place.task(), width) == whole_width) {
    card.children.push_back(stacked(place, width, height));
  } else {
    card.children.push_back(side_by_side(place, width, height));
  }
  return card;
}

// A large scale leaves room for one thing: the question with its hint, the answer, or what is said of it.
struct SmallLeaf {
  Node card;
  PageInView at;
};

SmallLeaf small_leaf(Workplace place, std::uint32_t page) {
  const parts::Frame& frame = place.frame();
  SmallLeaf leaf{parts::card(frame, {}), {page}};
  place.width = frame.leaf_width() - 2 * leaf.card.layout.padding_x;
  place.height = frame.leaf_height() - 2 * leaf.card.layout.padding_y;
  const float for_steps = has_steps(place) ? height_of_steps(place, place.width) + frame.gap : 0;
  std::vector<Node> asked = question_pages(place, place.width, place.height - for_steps);
  leaf.at.of_question = static_cast<std::uint32_t>(asked.size());
  Node column = parts::group(Direction::Column, frame.gap);
  column.layout.main = Place::Center;
  column.layout.cross = Place::Center;
  column.layout.grow = 1;
  const bool says_feedback = place.is_shown_done()
                                 ? page > leaf.at.of_question
                                 : has_feedback(place.activity) && !(place.reveal && !leaf.at.is_question());
  if (says_feedback) {
    if (place.right() && !frame.tiny()) column.children.push_back(finish_mark(place, 112));
    place.height -= for_steps;
    column.children.push_back(feedback(place));
  } else if (leaf.at.is_question()) {
    column.children.push_back(std::move(asked[page]));
  } else {
    place.key_page = page - leaf.at.of_question;
    column.children.push_back(answer(place));
  }
  leaf.card.layout.grow = 1;
  leaf.card.layout.gap = frame.gap;
  if (has_steps(place) && leaf.at.is_question()) leaf.card.children.push_back(steps(place, place.width));
  leaf.card.children.push_back(std::move(column));
  return leaf;
}

// Beside the question, where there is room for both: choices are as well below it.
bool has_text_beside(const Workplace& place) {
  return place.problem.item->passage && has_room_for_both(place.frame()) && !is_typed(place.task()) &&
         width_beside(place.task(), place.frame().width) != whole_width;
}

Node leaf_with_text(const Workplace& place, const Activity& screen) {
  if (!has_text_beside(place)) return leaf(place);
  Node text = text_beside(place.scene, place.problem, screen);
  parts::Frame narrow = place.frame();
  narrow.beside_text = true;
  narrow.width -= text.layout.width + narrow.gap;
  const Scene beside{place.scene.state, place.scene.context, narrow, place.scene.actions};
  Workplace asked{beside, place.problem, place.activity, place.open, place.reveal};
  asked.key_page = place.key_page;
  Node question = leaf(asked);
  Node row = parts::group(Direction::Row, narrow.gap, {std::move(text), std::move(question)});
  row.layout.cross = Place::Stretch;
  row.layout.grow = 1;
  return row;
}

}  // namespace

Node activity(const Scene& scene, const session::Working& working, const Activity& screen) {
  const engage::Problem& problem = working.problem;
  const parts::Frame& frame = scene.frame;
  if (problem.item->passage && screen.at_text) return reading(scene, problem, screen);
  if (problem.item->media && screen.at_media) return media(scene, working, screen);
  const engage::Activity& activity = engage::at_hand(problem);
  const auto* finished = std::get_if<engage::Finished>(&activity.phase);
  Workplace place{scene, problem, activity};
  place.key_page = screen.page;
  place.pages_above = screen.pages_above;
  place.open = finished == nullptr && !std::holds_alternative<engage::Checking>(activity.phase);
  if (finished != nullptr && !finished->verdict.correct && !finished->verdict.is_last)
    place.reveal = engage::right_entry_of(place.task());
  SmallLeaf shown = frame.compact ? small_leaf(place, screen.page) : SmallLeaf{leaf_with_text(place, screen), {}};
  std::vector<Node> middle{std::move(shown.card)};
  const bool words_apart = frame.portrait && !frame.compact;
  if (words_apart) {
    if (has_feedback(activity)) {
      middle.push_back(feedback(place));
    } else if (activity.hints_shown > 0) {
      middle.push_back(hint(place));
    } else if (const std::optional<Word> word = word_aside(place)) {
      middle.push_back(aside(place, *word));
      middle.back().layout.grow = 0;
    }
  }
  Node node = parts::screen(
      frame, {"activity", plain_text(words_asked(place)), scene.top(), std::move(middle),
              screen.says_how_it_fitted ? how_it_fitted(scene)
                                        : activity_actions(place, shown.at, !words_apart && !frame.compact),
              words_apart || frame.compact ? Paint::None : ground_of_words(place)});
  node.actions.cancel = scene.actions.on(Back{});
  return node;
}

Node example(const Scene& scene, const session::ReadingExample& reading, const Activity& screen) {
  return activity(scene, session::Working{reading.example}, screen);
}

}  // namespace hornbook::ui::views
