#include <algorithm>

#include "ui/views/plain_text.hpp"
#include "ui/views/tasks.hpp"

namespace hornbook::ui::views {
namespace {

bool is_revealed(const Workplace& place, const engage::Choice& choice) {
  const auto* answer = place.reveal ? std::get_if<engage::ChoiceAnswer>(&*place.reveal) : nullptr;
  return answer != nullptr && answer->source_index == choice.source_index;
}

// The learner's own choice, once it is known to be right.
bool is_confirmed(const Workplace& place, bool selected) {
  const auto* finished = std::get_if<engage::Finished>(&place.activity.phase);
  return selected && finished != nullptr && finished->verdict.correct;
}

void paint_choice(Node& node, bool selected, bool revealed) {
  node.look.fill = revealed ? Paint::GreenSoft : selected ? Paint::HornSoft : Paint::Paper;
  node.look.outline = revealed ? Paint::Green : selected ? Paint::Horn : Paint::QuietInk;
}

TypeStyle type_for(const Workplace& place, std::string_view text) {
  const std::size_t characters = plain_text(text).size();
  if (characters > 40 || place.frame().compact) return TypeStyle::Body;
  return characters > 12 ? TypeStyle::Question : TypeStyle::BigNumber;
}

Node choice_node(const Workplace& place, const engage::Choice& choice, bool selected, float width, float height) {
  const bool revealed = is_revealed(place, choice) || is_confirmed(place, selected);
  Node node = parts::group(Direction::Column, 8);
  node.role = Role::Radio;
  node.id = "choice-" + std::to_string(choice.source_index);
  node.name = plain_text(choice.text);
  if (node.name.empty() && choice.figure) node.name = choice.figure->description;
  node.state.selected = selected;
  if (place.open) node.actions.press = place.act(engage::SelectChoice{choice.source_index});
  node.look.radius = 16;
  node.layout.width = width;
  node.layout.min_height = height;
  node.layout.padding_x = 16;
  node.layout.padding_y = 8;
  node.layout.main = Place::Center;
  node.layout.cross = Place::Center;
  paint_choice(node, selected, revealed);
  if (choice.figure) node.children.push_back(figure(*choice.figure, width - 32, std::max(40.F, height - 56)));
  if (!choice.text.empty()) {
    Node words = parts::text(choice.text, type_for(place, choice.text));
    words.look.align = TextAlign::Center;
    node.children.push_back(std::move(words));
  }
  return node;
}

}  // namespace

Node choices(const Workplace& place, const engage::MultipleChoice& task) {
  const auto* entry = std::get_if<engage::ChoiceEntry>(&place.activity.entry);
  const bool pictured = std::any_of(task.choices.begin(), task.choices.end(),
                                    [](const engage::Choice& choice) { return choice.figure.has_value(); });
  const bool wordy = std::any_of(task.choices.begin(), task.choices.end(),
                                 [](const engage::Choice& choice) { return plain_text(choice.text).size() > 24; });
  const float gap = place.frame().gap;
  // A column, unless two by two are all alike: three in a square look as if one were missing.
  const bool in_pairs = !wordy && task.choices.size() > 2 && task.choices.size() % 2 == 0;
  const std::size_t columns = pictured || in_pairs ? 2 : 1;
  const std::size_t rows = (task.choices.size() + columns - 1) / columns;
  const float width = (place.width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  const float share = (place.height - gap * static_cast<float>(rows - 1)) / static_cast<float>(rows);
  const float height = std::clamp(share, place.frame().target, pictured ? 264.F : 152.F);
  Node list = parts::group(Direction::Wrap, gap);
  list.role = Role::List;
  list.id = "choices";
  list.name = place.scene.say(Word::ChooseOne);
  list.layout.width = place.width;
  for (const engage::Choice& choice : task.choices) {
    const bool selected = entry != nullptr && entry->source_index == choice.source_index;
    list.children.push_back(choice_node(place, choice, selected, width, height));
  }
  return list;
}

}  // namespace hornbook::ui::views
