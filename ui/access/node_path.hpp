// The way from the root to a node that stays valid while the tree is made anew for each frame.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "ui/semantics/node.hpp"

namespace hornbook::ui {

struct PathStep {
  std::string id;         // of the node, among its siblings; may be empty
  std::size_t index = 0;  // its place among its siblings
  bool operator==(const PathStep&) const = default;
};
// Empty means "no node"; the root's own step comes first.
using NodePath = std::vector<PathStep>;

// The node at the end of the path, or nullptr. A step with an id finds that id, wherever it moved among its siblings;
// one without finds its index.
[[nodiscard]] const Node* node_at(const Node& root, const NodePath& path);
[[nodiscard]] Node* node_at(Node& root, const NodePath& path);

}  // namespace hornbook::ui
