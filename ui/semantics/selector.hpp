// How scripts and tests address a node of the semantic tree.
//
//   role=button[name="Check"]   the role and the whole name
//   [name~"Check"]              a part of the name
//   role=radio:nth(2)           the second of those that match, counted from 1 in reading order
//   :focused                    the node that has the focus
//   screen=home                 the screen node with this id (or, failing that, this name)
//
// The parts combine in the order above. Inside quotes, \" and \\ stand for a quote and a backslash.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/core/error.hpp"
#include "ui/semantics/node.hpp"

namespace hornbook::ui {

struct Selector {
  std::optional<Role> role;
  std::optional<std::string> name;       // exactly this
  std::optional<std::string> name_part;  // containing this
  std::optional<std::string> screen;
  bool focused = false;
  std::optional<std::uint32_t> nth;  // from 1
};

// BadInput, with what was expected and where, when the text is not a selector; LimitExceeded when it is longer than
// limits::selector_bytes_max.
[[nodiscard]] Result<Selector> parse_selector(std::string_view text);

// Every node that matches, in reading order; at most one when `nth` is given.
[[nodiscard]] std::vector<const Node*> find_all(const Node& root, const Selector& selector);

// The first that matches, or nullptr.
[[nodiscard]] const Node* find(const Node& root, const Selector& selector);

}  // namespace hornbook::ui
