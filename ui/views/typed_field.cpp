#include "ui/views/typed_field.hpp"

#include <algorithm>

#include "runtime/engage/entry/typed_text.hpp"
#include "ui/semantics/utf8.hpp"

namespace hornbook::ui::views {

namespace {

constexpr float padding = 16;

// What fits on the line; body type where it takes more than one.
TypeStyle type_that_fits(std::size_t characters, float width, TypeStyle largest) {
  constexpr std::pair<TypeStyle, float> types[] = {{TypeStyle::BigNumber, 25}, {TypeStyle::Question, 18}};
  for (const auto& [type, character_width] : types) {
    const bool fits = static_cast<float>(characters) * character_width <= width - 2 * padding;
    if (type <= largest && fits) return type;
  }
  return TypeStyle::Body;
}

}  // namespace

float typed_field_height(const parts::Frame& frame) { return frame.compact ? 48 : 72; }

Node typed_field(const Workplace& place, const TypedField& field) {
  Node node;
  node.role = Role::TextField;
  node.id = "answer";
  node.name = place.scene.say(Word::YourAnswer);
  node.value = field.typed;
  node.text = engage::escaped_for_markup(field.typed);
  node.language = field.language;
  const TypeStyle largest = place.frame().compact ? TypeStyle::Question : field.type;
  node.look.type = type_that_fits(characters_of(field.typed).size(), place.width, largest);
  node.look.align = TextAlign::Center;
  node.look.radius = 12;
  node.look.ink = place.settled() ? Paint::Green : Paint::Ink;
  node.look.fill = place.settled() ? Paint::GreenSoft : Paint::HornSoft;
  node.look.outline = place.settled() ? Paint::Green : Paint::Horn;
  node.look.bold_outline = place.settled();
  node.layout.height = typed_field_height(place.frame());
  node.layout.padding_x = padding;
  if (place.open) {
    node.actions.type = place.act(engage::TypeText{});
    node.actions.erase = place.act(engage::EraseLast{});
    node.actions.takes_typing = true;
  }
  return node;
}

Node field_above_keys(const Workplace& place, Node field, const std::function<Node(const Workplace& for_keys)>& keys) {
  const float gap = place.frame().compact ? 4 : place.frame().gap;
  Workplace for_keys = place;
  for_keys.height = place.height - field.layout.height - gap;
  Node column = parts::group(Direction::Column, gap);
  column.layout.width = place.width;
  column.children.push_back(std::move(field));
  column.children.push_back(keys(for_keys));
  return column;
}

}  // namespace hornbook::ui::views
