// The nodes that input can reach, and how the focus moves among them.
#pragma once

#include <string_view>
#include <vector>

#include "ui/access/input.hpp"
#include "ui/access/node_path.hpp"

namespace hornbook::ui {

// A node that can be reached, with its path and whether it is read from right to left.
struct Target {
  const Node* node = nullptr;
  NodePath path;
  bool mirrored = false;
};

// Every enabled node with an action that a finger or a key sets off, in reading order.
[[nodiscard]] std::vector<Target> find_targets(const Node& root);

// Whether a place of the node is under the finger.
[[nodiscard]] bool is_under(const Node& node, float x, float y);

// The topmost target under the finger, or nullptr: of two that overlap, the one later in reading order is drawn above.
// Where there is none, the nearest of those that reach so far.
// What is for keys alone is none of them.
[[nodiscard]] const Target* target_under(const std::vector<Target>& targets, float x, float y);

// The target that the focus moves to from `focus` (which may be empty or gone) by Tab, BackTab or an arrow; nullptr
// when there is none. Tab goes round; an arrow stays where nothing lies in its direction.
[[nodiscard]] const Target* next_target(const std::vector<Target>& targets, const NodePath& focus, Key key);

}  // namespace hornbook::ui
