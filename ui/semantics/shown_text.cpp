#include "ui/semantics/shown_text.hpp"

namespace hornbook::ui {

std::string_view shown_text(const Node& node) {
  if (!node.text.empty()) return node.text;
  if (!node.part.empty() || node.look.ink == Paint::None) return {};
  const bool shown_otherwise = !node.children.empty() || !std::holds_alternative<std::monostate>(node.look.drawing);
  if (shown_otherwise) return {};
  if (node.role == Role::TextField) return node.value;
  switch (node.role) {
    case Role::Text:
    case Role::Heading:
    case Role::Button:
    case Role::Radio:
    case Role::Checkbox:
    case Role::Status:
    case Role::Alert:
      return node.name;
    default:
      return {};
  }
}

}  // namespace hornbook::ui
