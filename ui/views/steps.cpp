#include "ui/views/steps.hpp"

#include <algorithm>

#include "ui/views/plain_text.hpp"

namespace hornbook::ui::views {
namespace {

constexpr float chip_gap = 8;

bool may_turn_to(const Workplace& place, std::uint8_t step) {
  if (!place.open && !engage::is_finished(place.activity)) return false;
  const std::vector<std::uint8_t> open = engage::open_steps(place.problem);
  return engage::is_finished(place.problem.steps[step].own) || std::find(open.begin(), open.end(), step) != open.end();
}

bool is_done_right(const engage::Activity& activity) {
  const auto* finished = std::get_if<engage::Finished>(&activity.phase);
  return finished != nullptr && finished->verdict.correct;
}

Node chip(const Workplace& place, std::string name, Node sign) {
  Node node;
  node.role = Role::Button;
  node.name = std::move(name);
  node.layout.width = place.frame().target;
  node.layout.height = place.frame().target;
  node.layout.main = Place::Center;
  node.layout.cross = Place::Center;
  node.look.radius = place.frame().target / 2;
  node.children.push_back(std::move(sign));
  return node;
}

// Where the learner is: nothing to press.
Node here(const Workplace& place, Node chip) {
  chip.role = Role::Status;
  chip.value = place.scene.say(Word::StepNow);
  chip.look.fill = Paint::HornSoft;
  chip.look.outline = Paint::Horn;
  chip.look.bold_outline = true;
  return chip;
}

Node step_chip(const Workplace& place, std::uint8_t step) {
  const engage::Activity& own = place.problem.steps[step].own;
  const std::string number = std::to_string(step + 1);
  const bool right = is_done_right(own);
  Node sign = right ? tick_drawn(place.frame().target / 2) : parts::text(number, TypeStyle::Strong);
  Node node =
      chip(place, place.scene.say(Word::StepOf, {number, std::to_string(place.problem.steps.size())}), std::move(sign));
  node.id = "step-" + number;
  if (engage::is_finished(own)) node.value = place.scene.say(Word::StepDone);
  node.look.fill = right ? Paint::GreenSoft : engage::is_finished(own) ? Paint::Sand : Paint::Leaf;
  if (place.problem.at == engage::QuestionPlace{step, std::nullopt}) return here(place, std::move(node));
  if (!may_turn_to(place, step)) return parts::disabled(std::move(node));
  node.look.outline = Paint::QuietInk;
  node.actions.press = place.act(engage::TurnTo{{step, std::nullopt}});
  return node;
}

Node scaffold_chip(const Workplace& place) {
  Node node = chip(place, place.scene.say(Word::SmallerQuestion), parts::picture("lamp", place.frame().target / 2));
  node.id = "smaller-question";
  return here(place, std::move(node));
}

Node row_of_steps(const Workplace& place, float width) {
  const std::size_t all = place.problem.steps.size();
  const std::size_t scaffold = place.problem.at.hint ? 1 : 0;
  const auto room = static_cast<std::size_t>((width + chip_gap) / (place.frame().target + chip_gap));
  const std::size_t shown = std::min(all, std::max<std::size_t>(room, 1 + scaffold) - scaffold);
  const std::size_t at = place.problem.at.step;
  const std::size_t first = std::min(at - std::min(at, shown / 2), all - shown);
  Node row = parts::group(Direction::Row, chip_gap);
  row.id = "steps";
  row.layout.main = Place::Center;
  for (std::size_t step = first; step < first + shown; ++step) {
    row.children.push_back(step_chip(place, static_cast<std::uint8_t>(step)));
    if (scaffold > 0 && step == at) row.children.push_back(scaffold_chip(place));
  }
  return row;
}

}  // namespace

bool has_steps(const Workplace& place) { return place.problem.steps.size() > 1 || place.problem.at.hint.has_value(); }

bool is_broad(const Workplace& place) { return !place.frame().portrait && !place.frame().compact; }

const std::string& words_above(const Workplace& place) {
  static const std::string nothing;
  return place.activity.question->prompt.empty() ? nothing : place.problem.item->prompt;
}

Node words_of_item(const Workplace& place, const std::string& words, const char* id, TypeStyle type) {
  Node node = parts::heading(plain_text(words), type);
  node.id = id;
  node.text = words;
  node.language = place.language();
  return node;
}

Node steps(const Workplace& place, float width) {
  Node row = row_of_steps(place, is_broad(place) ? width / 2 : width);
  if (!is_broad(place) || words_above(place).empty()) return row;
  Node words = words_of_item(place, words_above(place), "problem", TypeStyle::Body);
  words.layout.grow = 1;
  Node both = parts::group(Direction::Row, place.frame().gap, {std::move(row), std::move(words)});
  both.layout.cross = Place::Center;
  return both;
}

}  // namespace hornbook::ui::views
