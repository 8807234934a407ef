#include "ui/views/typed_field.hpp"

#include "runtime/engage/entry/typed_text.hpp"

namespace hornbook::ui::views {

float typed_field_height(const parts::Frame& frame) { return frame.compact ? 48 : 72; }

Node typed_field(const Workplace& place, const TypedField& field) {
  Node node;
  node.role = Role::TextField;
  node.id = "answer";
  node.name = place.scene.say(Word::YourAnswer);
  node.value = field.typed;
  node.text = engage::escaped_for_markup(field.typed);
  node.language = field.language;
  node.look.type = place.frame().compact ? TypeStyle::Question : field.type;
  node.look.align = TextAlign::Center;
  node.look.radius = 12;
  node.look.ink = place.settled() ? Paint::Green : Paint::Ink;
  node.look.fill = place.settled() ? Paint::GreenSoft : Paint::HornSoft;
  node.look.outline = place.settled() ? Paint::Green : Paint::Horn;
  node.look.bold_outline = place.settled();
  node.layout.height = typed_field_height(place.frame());
  node.layout.padding_x = 16;
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
