#include "ui/access/node_path.hpp"

namespace hornbook::ui {
namespace {

const Node* child_at(const std::vector<Node>& children, const PathStep& step) {
  if (step.index < children.size() && children[step.index].id == step.id) return &children[step.index];
  if (step.id.empty()) return nullptr;
  for (const Node& child : children) {
    if (child.id == step.id) return &child;
  }
  return nullptr;
}

}  // namespace

const Node* node_at(const Node& root, const NodePath& path) {
  if (path.empty() || path.front().id != root.id) return nullptr;
  const Node* node = &root;
  for (std::size_t at = 1; at < path.size() && node != nullptr; ++at) node = child_at(node->children, path[at]);
  return node;
}

Node* node_at(Node& root, const NodePath& path) {
  const Node& unchanged = root;
  return const_cast<Node*>(node_at(unchanged, path));
}

}  // namespace hornbook::ui
