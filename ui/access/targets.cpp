#include "ui/access/targets.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "ui/semantics/language.hpp"

namespace hornbook::ui {
namespace {

void collect(const Node& node, NodePath& path, std::string_view language, std::vector<Target>& targets) {
  if (!node.language.empty()) language = node.language;
  if (node.state.disabled) return;
  if (node.actions.any()) targets.push_back({&node, path, node.look.mirrored_in_rtl && is_right_to_left(language)});
  for (std::size_t at = 0; at < node.children.size(); ++at) {
    path.push_back({node.children[at].id, at});
    collect(node.children[at], path, language, targets);
    path.pop_back();
  }
}

std::size_t shared_steps(const NodePath& one, const NodePath& other) {
  return static_cast<std::size_t>(std::mismatch(one.begin(), one.end(), other.begin(), other.end()).first -
                                  one.begin());
}

// The focused target; when it is gone, none.
std::size_t index_of(const std::vector<Target>& targets, const NodePath& focus) {
  const auto found =
      std::find_if(targets.begin(), targets.end(), [&](const Target& target) { return target.path == focus; });
  return static_cast<std::size_t>(found - targets.begin());
}

// Where a focus that is gone is taken up again: the first target nearest to where it was in the tree.
const Target* nearest_in_tree(const std::vector<Target>& targets, const NodePath& focus) {
  const auto nearer = [&](const Target& one, const Target& other) {
    return shared_steps(one.path, focus) < shared_steps(other.path, focus);
  };
  return &*std::max_element(targets.begin(), targets.end(), nearer);
}

struct Point {
  float x = 0, y = 0;
};
Point center_of(const Rect& rect) { return {rect.x + rect.width / 2, rect.y + rect.height / 2}; }

// How far `to` lies from `from` in the arrow's direction; infinite when it does not lie there. What is out of line
// counts twice, so that an arrow prefers its own row or column.
float distance(const Rect& from, const Rect& to, Key arrow) {
  const Point start = center_of(from);
  const Point end = center_of(to);
  const bool horizontal = arrow == Key::Left || arrow == Key::Right;
  const float sign = arrow == Key::Left || arrow == Key::Up ? -1.0f : 1.0f;
  const float along = sign * (horizontal ? end.x - start.x : end.y - start.y);
  const float across = std::abs(horizontal ? end.y - start.y : end.x - start.x);
  if (along <= 1 || across > along * 3) return std::numeric_limits<float>::infinity();
  return along + 2 * across;
}

const Target* next_in_direction(const std::vector<Target>& targets, std::size_t from, Key arrow) {
  const Target* best = nullptr;
  float best_distance = std::numeric_limits<float>::infinity();
  for (const Target& candidate : targets) {
    const float far = distance(targets[from].node->rect, candidate.node->rect, arrow);
    if (far < best_distance) {
      best = &candidate;
      best_distance = far;
    }
  }
  return best;
}

// How far above or below the node a finger is that has its width.
float missed(const Node& node, float x, float y) {
  float least = std::numeric_limits<float>::infinity();
  const auto look_at = [&](const Rect& rect) {
    if (rect.width > 0 && x >= rect.x && x < rect.x + rect.width)
      least = std::min(least, std::max({0.0f, rect.y - y, y - rect.y - rect.height}));
  };
  look_at(node.rect);
  for (const Rect& piece : node.pieces) look_at(piece);
  return least;
}

}  // namespace

std::vector<Target> find_targets(const Node& root) {
  std::vector<Target> targets;
  NodePath path{{root.id, 0}};
  collect(root, path, {}, targets);
  return targets;
}

bool is_under(const Node& node, float x, float y) {
  const auto hit = [&](const Rect& rect) { return rect.contains(x, y); };
  return hit(node.rect) || std::any_of(node.pieces.begin(), node.pieces.end(), hit);
}

const Target* target_under(const std::vector<Target>& targets, float x, float y) {
  for (auto target = targets.rbegin(); target != targets.rend(); ++target) {
    if (!target->node->actions.for_keys && is_under(*target->node, x, y)) return &*target;
  }
  const Target* nearest = nullptr;
  float least = std::numeric_limits<float>::infinity();
  for (const Target& target : targets) {
    const float missed_by = missed(*target.node, x, y);
    if (missed_by > target.node->actions.reach || missed_by >= least) continue;
    nearest = &target;
    least = missed_by;
  }
  return nearest;
}

const Target* next_target(const std::vector<Target>& targets, const NodePath& focus, Key key) {
  if (targets.empty()) return nullptr;
  const std::size_t at = index_of(targets, focus);
  const bool gone = at == targets.size();
  if (gone && !focus.empty()) return nearest_in_tree(targets, focus);
  if (gone) return key == Key::BackTab ? &targets.back() : &targets.front();
  if (key == Key::Tab) return &targets[(at + 1) % targets.size()];
  if (key == Key::BackTab) return &targets[(at + targets.size() - 1) % targets.size()];
  return next_in_direction(targets, at, key);
}

}  // namespace hornbook::ui
