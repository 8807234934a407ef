// The semantic tree as JSON, for scripts and tests.
//
// A node is {"role", "id", "name", "value", "state", "lang", "rect", "children"}: `state` lists the words that hold
// among "disabled", "selected", "focused" and "pressed"; `lang` is the inherited language when the node has none of its
// own; `rect` is [x, y, width, height] in logical pixels; `children` is in reading order;
// `spoken` is there while a voice says a word of the node: the markup of that word.
#pragma once

#include <string>

#include "ui/semantics/node.hpp"

namespace hornbook::ui {

// Indented by two spaces, UTF-8; bytes that are not UTF-8 become U+FFFD. Ends with a new line.
[[nodiscard]] std::string dump(const Node& root);

}  // namespace hornbook::ui
