// An activity: the question is the largest thing, the answer is under the thumb, feedback comes in the action band.
#include <algorithm>
#include <cmath>

#include "ui/views/feedback.hpp"
#include "ui/views/kinds/pieces.hpp"
#include "ui/views/media.hpp"
#include "ui/views/passage.hpp"
#include "ui/views/plain_text.hpp"
#include "ui/views/sound.hpp"
#include "ui/views/steps.hpp"
#include "ui/views/task.hpp"
#include "ui/views/typed_field.hpp"

namespace hornbook::ui::views {
namespace {

// What a line and a character of the question, or of body text, take at most on average.
struct TypeEstimate {
  TypeStyle type;
  float line_height, character_width;
};
constexpr TypeEstimate question_type{TypeStyle::Question, 48, 16};
constexpr TypeEstimate big_type{TypeStyle::BigNumber, 66, 22};
constexpr TypeEstimate body_type{TypeStyle::Body, 36, 12};
constexpr float smallest_figure = 40;
constexpr float question_share = 0.62F;              // of the width that it shares with its figure
constexpr float field_share = 0.36F;                 // of the width that it shares with its question
constexpr float keys_height_max = 328;               // four rows
constexpr float keys_share = 0.62F;                  // of a low leaf
constexpr std::size_t short_prompt_characters = 18;  // "3/9 + 4/9 = ?" is set as a big number

float estimated_height(std::string_view words, TypeEstimate type, float width) {
  float lines = 0;
  const std::string plain = plain_text(words);
  for (std::size_t begin = 0; begin <= plain.size();) {
    const std::size_t end = std::min(plain.find('\n', begin), plain.size());
    const auto characters = static_cast<float>(end - begin);
    lines += std::max(1.F, std::ceil(characters * type.character_width / width));
    begin = end + 1;
  }
  return type.line_height * lines;
}

// As the text engine sets it, where there is one.
float height_of(const Workplace& place, const std::string& words, TypeEstimate type, float width) {
  if (const MeasureText& measure = place.scene.context.measure)
    return measure({words, type.type, place.language(), width}).height;
  return estimated_height(words, type, width);
}

// What is asked now: the step's own words, or the item's when these say it all.
const std::string& words_asked(const Workplace& place) {
  const std::string& own = place.activity.question->prompt;
  return own.empty() ? place.problem.item->prompt : own;
}

// The nearest to what is read: that of the hint, of the question, of the item.
const std::optional<engage::Figure>& figure_shown(const Workplace& place) {
  const engage::Hint* hint = last_hint(place.activity);
  if (hint != nullptr && hint->figure) return hint->figure;
  const std::optional<engage::Figure>& own = place.activity.question->figure;
  return own ? own : place.problem.item->figure;
}

// Where the screen is broad they stand beside the steps.
bool has_words_above(const Workplace& place) {
  return !words_above(place).empty() && !(has_steps(place) && is_broad(place));
}

// A short question is set as a big number where there is room for it.
bool is_set_large(const Workplace& place) {
  return place.frame().leaf_height() >= 500 && plain_text(words_asked(place)).size() <= short_prompt_characters;
}

// On a small screen the hint that is being read takes its place.
bool has_help(const Workplace& place) { return !place.frame().compact || place.activity.hints_shown == 0; }

TypeEstimate type_of_question(const Workplace& place) {
  if (place.frame().compact || place.dense) return body_type;
  return is_set_large(place) ? big_type : question_type;
}

float estimated_prompt_height(const Workplace& place, float width) {
  const float asked = height_of(place, words_asked(place), type_of_question(place), width);
  const float help = has_help(place) ? help_height(place, width) : 0;
  float with_help = help > 0 ? asked + place.frame().gap + help : asked;
  if (const engage::Sound* sound = sound_shown(place))
    with_help += place.frame().gap + sound_row_height(place, *sound, width);
  if (!has_words_above(place)) return with_help;
  return with_help + place.frame().gap + height_of(place, words_above(place), body_type, width);
}

Node prompt(const Workplace& place) {
  Node asked = words_of_item(place, words_asked(place), "prompt", type_of_question(place).type);
  if (!has_words_above(place)) return asked;
  Node above = words_of_item(place, words_above(place), "problem", TypeStyle::Body);
  return parts::group(Direction::Column, place.frame().gap, {std::move(above), std::move(asked)});
}

Node question(const Workplace& place, float width, float figure_height) {
  Node column = parts::group(Direction::Column, place.frame().gap);
  column.id = "question";
  column.layout.main = Place::Center;
  column.children.push_back(prompt(place));
  if (figure_shown(place) && figure_height >= smallest_figure) {
    Node around = parts::group(Direction::Column, 0, {figure(*figure_shown(place), width, figure_height)});
    around.layout.cross = Place::Center;
    column.children.push_back(std::move(around));
  }
  if (const engage::Sound* sound = sound_shown(place)) column.children.push_back(sound_row(place, *sound, width));
  if (has_help(place))
    if (std::optional<Node> beneath = help(place, width)) column.children.push_back(std::move(*beneath));
  return column;
}

// On a low screen a figure stands beside its question, so that the answer keeps its height.
Node question_beside_figure(const Workplace& place, float width, float height) {
  Node words = question(place, width * question_share, 0);
  words.layout.grow = 1;
  Node row = parts::group(Direction::Row, place.frame().gap,
                          {std::move(words), figure(*figure_shown(place), width * (1 - question_share), height)});
  row.layout.cross = Place::Center;
  return row;
}

// What the question leaves is for the help.
Workplace with_room_for_help(Workplace place, float width, float height) {
  place.help_height = 0;
  place.help_height = std::max(0.F, height - estimated_prompt_height(place, width) - place.frame().gap);
  return place;
}

// In smaller letters and with less help where the room is short.
Workplace fitted(Workplace place, float width, float height) {
  place.dense = estimated_prompt_height(place, width) > height;
  return place.dense ? with_room_for_help(place, width, height) : place;
}

// The question, and under it what is typed, so that eyes and thumb are not far apart; on a low screen beside the
// figure.
Node question_with_field(const Workplace& place, float width, float height) {
  const float under_prompt = height - estimated_prompt_height(place, width) - place.frame().gap;
  Workplace beside_prompt = place;
  beside_prompt.width = width;
  Node typed = field(beside_prompt);
  const float under_field = under_prompt - typed.layout.height - place.frame().gap;
  const bool low = figure_shown(place) && (place.frame().height < 700 || under_field < smallest_figure);
  if (!low || under_prompt < smallest_figure) {
    Node words = question(place, width, low ? 0 : std::max(48.F, under_field));
    words.children.push_back(std::move(typed));
    return words;
  }
  Node column = parts::group(Direction::Column, place.frame().gap, {prompt(place)});
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
  Workplace place = fitted(given, left, height - for_field);
  place.width = right;
  place.height = height;
  const float prompt_height = estimated_prompt_height(place, left) + place.frame().gap;
  Node words =
      typed ? question_with_field(place, left, height) : question(place, left, std::max(48.F, height - prompt_height));
  words.layout.grow = 1;
  Node row = parts::group(Direction::Row, beside_gap, {std::move(words), typed ? keys(place) : answer(place)});
  row.layout.cross = Place::Center;
  row.layout.grow = 1;
  return row;
}

// What is typed on keys of the whole width: question and field share what these leave.
Node above_keys(Workplace place, float width, float height) {
  const float gap = place.frame().gap;
  place.width = width;
  place.height = std::min(keys_height_max, (height - gap) * keys_share);
  Node below = keys(place);
  const float left = height - place.height - gap;
  const float needed = estimated_prompt_height(place, width) + gap + field(place).layout.height;
  Node above;
  if (needed <= left) {
    above = question_with_field(place, width, left);
  } else {
    place.height = left;
    const float beside_field = width * (1 - field_share) - gap;
    Node words = question(fitted(place, beside_field, left), beside_field, 0);
    words.layout.grow = 1;
    place.width = width * field_share;
    Node typed = field(place);
    typed.layout.width = place.width;
    above = parts::group(Direction::Row, gap, {std::move(words), std::move(typed)});
    above.layout.cross = Place::Center;
  }
  above.layout.grow = 1;
  Node column = parts::group(Direction::Column, gap, {std::move(above), std::move(below)});
  column.layout.grow = 1;
  return column;
}

// Question above, answer below.
Node stacked(const Workplace& given, float width, float height) {
  Workplace place = fitted(given, width, height / 2);
  const float gap = place.frame().portrait ? 32 : place.frame().gap;
  const bool pictured = figure_shown(place).has_value();
  const bool beside = pictured && !place.frame().portrait && !place.frame().beside_text && place.frame().height < 700;
  const float prompt_height = estimated_prompt_height(place, beside ? width * question_share : width);
  float figure_height = pictured ? std::clamp((height - prompt_height) * 0.35F, 64.F, 200.F) : 0;
  if (beside) figure_height = std::max(prompt_height, std::min(figure_height, 112.F));
  Node asked = beside ? question_beside_figure(place, width, figure_height) : question(place, width, figure_height);
  const float above = beside ? figure_height : prompt_height + figure_height + (pictured ? place.frame().gap : 0);
  place.width = width;
  place.height = height - above - gap;
  Node column = parts::group(Direction::Column, gap, {std::move(asked), answer(place)});
  column.layout.main = Place::Center;
  column.layout.grow = 1;
  return column;
}

// What the question leaves for its figure when the screen is small; the hint that is being read comes first.
float room_for_figure(const Workplace& place, float width, float height) {
  constexpr float beside_hint = 96;  // the lamp, and the space around the words
  constexpr float around_hint = 16;
  float room = height - estimated_prompt_height(place, width) - place.frame().gap;
  if (const engage::Hint* hint = last_hint(place.activity)) {
    const float words = height_of(place, engage::words_of(*hint), body_type, width - beside_hint);
    room -= body_type.line_height + words + around_hint + place.frame().gap;
  }
  return room;
}

// A large scale leaves room for one thing: the question with its hint, the answer, or what is said of it.
Node one_page(Workplace place, float width, float height, std::uint32_t page) {
  Node column = parts::group(Direction::Column, place.frame().gap);
  column.layout.main = Place::Center;
  column.layout.cross = Place::Center;
  column.layout.grow = 1;
  if (has_feedback(place.activity) && !(place.reveal && page > 0)) {
    if (place.right() && !place.frame().tiny()) column.children.push_back(finish_mark(place, 112));
    column.children.push_back(feedback(place));
  } else if (page == 0) {
    const Workplace asked = with_room_for_help(place, width, height);
    column.children.push_back(question(asked, width, room_for_figure(asked, width, height)));
    if (place.activity.hints_shown > 0) column.children.push_back(hint(place));
  } else {
    place.width = width;
    place.height = height;
    place.key_page = page - 1;
    column.children.push_back(answer(place));
  }
  return column;
}

// How much taller a long sentence makes the action band, or its own row under a portrait leaf. Kept free from the
// beginning, so that nothing on the leaf moves when it comes.
float reserve_for_words(const Workplace& place) {
  if (place.frame().portrait) return 120;
  return place.frame().height >= 700 ? 40 : 72;
}

Node leaf(const Workplace& place, std::uint32_t page) {
  const parts::Frame& frame = place.frame();
  Node card = parts::card(frame, {});
  card.layout.grow = 1;
  const float width = frame.leaf_width() - 2 * card.layout.padding_x;
  float height = frame.leaf_height() - 2 * card.layout.padding_y;
  if (has_steps(place) && !(frame.compact && page > 0)) {
    card.layout.gap = frame.gap;
    card.children.push_back(steps(place, width));
    height -= std::max(frame.target, height_of(place, words_above(place), body_type, width / 2)) + frame.gap;
  }
  if (frame.compact) {
    card.children.push_back(one_page(place, width, height, page));
  } else if (!frame.portrait && is_typed(place.task()) && width_beside(place.task(), width) == whole_width) {
    card.children.push_back(above_keys(place, width, height - reserve_for_words(place)));
  } else if (frame.portrait || frame.beside_text || width_beside(place.task(), width) == whole_width) {
    card.children.push_back(stacked(place, width, height - reserve_for_words(place)));
  } else {
    card.children.push_back(side_by_side(place, width, height - reserve_for_words(place)));
  }
  return card;
}

// Beside the question, where there is room for both: choices are as well below it.
bool has_text_beside(const Workplace& place) {
  return place.problem.item->passage && has_room_for_both(place.frame()) && !is_typed(place.task()) &&
         width_beside(place.task(), place.frame().width) != whole_width;
}

Node leaf_with_text(const Workplace& place, const Activity& screen) {
  if (!has_text_beside(place)) return leaf(place, screen.page);
  Node text = text_beside(place.scene, place.problem, screen);
  parts::Frame narrow = place.frame();
  narrow.beside_text = true;
  narrow.width -= text.layout.width + narrow.gap;
  const Scene beside{place.scene.state, place.scene.context, narrow, place.scene.actions};
  const Workplace asked{beside, place.problem, place.activity, place.open, place.reveal};
  Node question = leaf(asked, screen.page);
  Node row = parts::group(Direction::Row, narrow.gap, {std::move(text), std::move(question)});
  row.layout.cross = Place::Stretch;
  row.layout.grow = 1;
  return row;
}

}  // namespace

Node activity(const Scene& scene, const session::Working& working, const Activity& screen) {
  const engage::Problem& problem = working.problem;
  const parts::Frame& frame = scene.frame;
  const std::uint32_t page = screen.page;
  if (problem.item->passage && screen.at_text) return reading(scene, problem, screen);
  if (problem.item->media && screen.at_media) return media(scene, working, screen);
  const engage::Activity& activity = engage::at_hand(problem);
  const auto* finished = std::get_if<engage::Finished>(&activity.phase);
  Workplace place{scene, problem, activity};
  place.key_page = page;
  place.pages_above = screen.pages_above;
  place.open = finished == nullptr && !std::holds_alternative<engage::Checking>(activity.phase);
  if (finished != nullptr && !finished->verdict.correct && !finished->verdict.is_last)
    place.reveal = engage::right_entry_of(place.task());
  std::vector<Node> middle{leaf_with_text(place, screen)};
  const bool words_apart = frame.portrait && !frame.compact;
  if (words_apart) {
    if (has_feedback(activity)) {
      middle.push_back(feedback(place));
    } else if (activity.hints_shown > 0) {
      middle.push_back(hint(place));
    }
  }
  Node node = parts::screen(frame, {"activity", plain_text(words_asked(place)), scene.top(), std::move(middle),
                                    activity_actions(place, page, !words_apart && !frame.compact),
                                    words_apart || frame.compact ? Paint::None : ground_of_words(activity)});
  node.actions.cancel = scene.actions.on(Back{});
  return node;
}

}  // namespace hornbook::ui::views
