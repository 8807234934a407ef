// Which text of a node is drawn: one rule for the layout pass and the painter.
#pragma once

#include <string_view>

#include "ui/semantics/node.hpp"

namespace hornbook::ui {

// `text` when there is one. Otherwise a text field shows its value, and Text, Heading, Button, Radio, Checkbox, Status
// and Alert show their name, unless children, a drawing or the text that they lie on show the node already or it has no
// ink. Everything else shows no text of its own. A text field whose children show its value draws its own caret among
// them, too. The view points into the node.
[[nodiscard]] std::string_view shown_text(const Node& node);

}  // namespace hornbook::ui
