#include "ui/views/kinds/multiple_choice/multiple_choice.hpp"

#include <algorithm>

#include "ui/views/plain_text.hpp"

namespace hornbook::ui::views {
namespace {

constexpr float sign_size = 40;
constexpr float small_sign_size = 32;
constexpr float padding = 16;

// How a choice stands: untouched, chosen, known to be right, or not yet right.
enum class Standing : std::uint8_t { Open, Chosen, Right, NotYet };

Standing standing_of(const Workplace& place, bool is_revealed, bool selected) {
  if (is_revealed || (selected && place.right())) return Standing::Right;
  if (!selected) return Standing::Open;
  const bool answered = std::holds_alternative<engage::TryAgain>(place.activity.phase) || place.reveal.has_value();
  return answered ? Standing::NotYet : Standing::Chosen;
}

void paint_choice(Node& node, Standing standing) {
  switch (standing) {
    case Standing::Right:
      node.look.fill = Paint::GreenSoft;
      node.look.outline = Paint::Green;
      node.look.bold_outline = true;
      break;
    case Standing::NotYet:
      node.look.fill = Paint::ClaySoft;
      node.look.outline = Paint::Clay;
      break;
    case Standing::Chosen:
      node.look.fill = Paint::HornSoft;
      node.look.outline = Paint::Horn;
      break;
    default:
      node.look.fill = Paint::Paper;
      node.look.outline = Paint::QuietInk;
  }
}

// A tick or a turning arrow at the beginning of the choice, above what it says, so that nothing moves.
Node sign_over(const Workplace& place, Standing standing, bool at_top) {
  const float size = place.frame().compact ? small_sign_size : sign_size;
  Node sign = standing == Standing::Right ? tick(place, size) : parts::picture("not-yet", size);
  Node over = parts::group(Direction::Row, 0, {std::move(sign), parts::spacer()});
  over.layout.cross = at_top ? Place::Start : Place::Center;
  return over;
}

// One size for all of them, so that none seems to weigh more.
TypeStyle type_for(const Workplace& place, const engage::MultipleChoice& task, float width) {
  constexpr float question_character = 17;
  std::size_t longest = 0;
  for (const engage::Choice& choice : task.choices) longest = std::max(longest, plain_text(choice.text).size());
  const bool fits = static_cast<float>(longest) * question_character <= width - 2 * (sign_size + padding);
  if (!fits || place.frame().compact) return TypeStyle::Body;
  return longest > 12 ? TypeStyle::Question : TypeStyle::BigNumber;
}

// How large a choice is and how its words are set.
struct ChoiceSize {
  float width = 0, height = 0;
  TypeStyle type = TypeStyle::Body;
};

// What a choice says: its figure above its words, with room for a sign beside words that stand alone.
Node content_of(const engage::Choice& choice, const ChoiceSize& size) {
  Node content = parts::group(Direction::Column, 8);
  content.layout.main = Place::Center;
  content.layout.cross = Place::Center;
  if (!choice.figure) content.layout.padding_x = sign_size;
  if (choice.figure)
    content.children.push_back(figure(*choice.figure, size.width - 2 * padding, std::max(40.F, size.height - 56)));
  if (!choice.text.empty()) {
    Node words = parts::text(choice.text, size.type);
    words.look.align = TextAlign::Center;
    content.children.push_back(std::move(words));
  }
  return content;
}

Node choice_node(const Workplace& place, const engage::Choice& choice, Standing standing, bool selected,
                 const ChoiceSize& size) {
  Node node = parts::group(Direction::Stack, 0, {content_of(choice, size)});
  node.role = Role::Radio;
  node.id = "choice-" + std::to_string(choice.source_index);
  node.name = plain_text(choice.text);
  if (node.name.empty() && choice.figure) node.name = choice.figure->description;
  node.state.selected = selected;
  if (place.open) node.actions.press = place.act(engage::Choose{choice.source_index});
  node.look.radius = 16;
  node.layout.width = size.width;
  node.layout.min_height = size.height;
  node.layout.padding_x = padding;
  node.layout.padding_y = 8;
  node.layout.main = Place::Stretch;
  paint_choice(node, standing);
  if (standing == Standing::Right || standing == Standing::NotYet) {
    node.children.push_back(sign_over(place, standing, choice.figure.has_value()));
  }
  return node;
}

}  // namespace

Way way(std::type_identity<engage::MultipleChoice>) { return {Word::WayChoose, "way-choose"}; }

float width_beside(const engage::MultipleChoice&, float width) { return (width - beside_gap) * 0.52F; }

Node answer(const Workplace& place, const engage::MultipleChoice& task) {
  const engage::ChoiceEntry& entry = place.entry(task);
  const engage::ChoiceEntry* revealed = place.revealed(task);
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
  const ChoiceSize size{width, height, type_for(place, task, width)};
  Node list = parts::group(Direction::Wrap, gap);
  list.role = Role::List;
  list.id = "choices";
  list.name = place.scene.say(Word::ChooseOne);
  list.layout.width = place.width;
  for (const engage::Choice& choice : task.choices) {
    const bool selected = entry.source_index == choice.source_index;
    const bool is_revealed = revealed != nullptr && revealed->source_index == choice.source_index;
    list.children.push_back(choice_node(place, choice, standing_of(place, is_revealed, selected), selected, size));
  }
  return list;
}

}  // namespace hornbook::ui::views
