#include "ui/access/dispatcher.hpp"

#include <algorithm>
#include <utility>

#include "ui/access/targets.hpp"

namespace hornbook::ui {
namespace {

const Node* find_node(const Node& node, bool (*wanted)(const Node&)) {
  if (node.state.disabled) return nullptr;
  if (wanted(node)) return &node;
  for (const Node& child : node.children) {
    if (const Node* found = find_node(child, wanted)) return found;
  }
  return nullptr;
}

// One call of dispatch(): the targets of the tree and the result so far.
class Dispatch {
 public:
  Dispatch(const Node& root, InputState state)
      : root_(root), targets_(find_targets(root)), result_{std::move(state), {}} {}

  Dispatched take() && { return std::move(result_); }

  void operator()(const PointerDown& down) {
    InputState& state = result_.state;
    state.focus_by_keyboard = false;
    const Target* target = target_under(targets_, down.x, down.y);
    state.pressing = target == nullptr ? NodePath{} : target->path;
    state.finger_on_it = target != nullptr;
    if (target == nullptr) return;
    state.focus = target->path;
    report_position(*target, down.x);
    report_place(*target, down.x, down.y, false);
  }

  void operator()(const PointerMove& move) {
    const Target* source = pressed_target();
    if (source == nullptr) return;
    result_.state.finger_on_it = source->node->actions.draggable || is_under(*source->node, move.x, move.y) ||
                                 target_under(targets_, move.x, move.y) == source;
    report_position(*source, move.x);
    report_place(*source, move.x, move.y, true);
    if (source->node->actions.swept) sweep(*source, target_under(targets_, move.x, move.y));
  }

  void operator()(const PointerUp& up) {
    const Target* source = pressed_target();
    const Target* end = target_under(targets_, up.x, up.y);
    const bool swept = !result_.state.swept_to.empty();
    let_go();
    if (swept || source == nullptr || end == nullptr || !end->node->actions.press) return;
    if (source == end) {
      act(end->node->actions.press);
    } else if (source->node->actions.draggable) {
      act(source->node->actions.press);
      act(end->node->actions.press);
    }
  }

  void operator()(const PointerLost&) { let_go(); }

  void operator()(const KeyDown& down) {
    switch (down.key) {
      case Key::Enter:
        return enter();
      case Key::Space:
        return space();
      case Key::Escape:
        return escape();
      case Key::Backspace:
        return act(typing_action(&NodeActions::erase));
      case Key::Tab:
      case Key::BackTab:
        return move_focus(down.key);
      default:
        return arrow(down.key);
    }
  }

  void operator()(const TextTyped& typed) {
    const bool already_pressed = std::exchange(result_.state.space_was_pressed, false) && typed.text == " ";
    if (already_pressed || typed.text.empty()) return;
    const std::optional<ActionId> action = typing_action(&NodeActions::type);
    if (action) result_.activations.push_back({*action, 0, typed.text});
  }

 private:
  void act(const std::optional<ActionId>& action) {
    if (action) result_.activations.push_back({*action, 0, {}});
  }

  void let_go() {
    result_.state.pressing.clear();
    result_.state.swept_to.clear();
    result_.state.finger_on_it = false;
  }

  [[nodiscard]] const Target* target_at(const NodePath& path) const {
    const Node* node = node_at(root_, path);
    const auto found = std::find_if(targets_.begin(), targets_.end(),
                                    [&](const Target& target) { return node != nullptr && target.node == node; });
    return found == targets_.end() ? nullptr : &*found;
  }
  [[nodiscard]] const Target* pressed_target() const { return target_at(result_.state.pressing); }
  [[nodiscard]] const Target* focused_target() const { return target_at(result_.state.focus); }

  void report_position(const Target& target, float x) {
    const NodeActions& actions = target.node->actions;
    const float width = target.node->rect.width - 2 * target.node->layout.padding_x;
    if (!actions.position || width <= 0) return;
    const float share = std::clamp((x - target.node->rect.x - target.node->layout.padding_x) / width, 0.0f, 1.0f);
    result_.activations.push_back({*actions.position, target.mirrored ? 1 - share : share, {}});
  }

  void report_place(const Target& target, float x, float y, bool goes_on) {
    const Node& node = *target.node;
    const Rect inner{node.rect.x + node.layout.padding_x, node.rect.y + node.layout.padding_y,
                     node.rect.width - 2 * node.layout.padding_x, node.rect.height - 2 * node.layout.padding_y};
    if (!node.actions.place || inner.width <= 0 || inner.height <= 0) return;
    const float across = std::clamp((x - inner.x) / inner.width, 0.0f, 1.0f);
    const float down = std::clamp((y - inner.y) / inner.height, 0.0f, 1.0f);
    result_.activations.push_back({*node.actions.place, across, {}, down, goes_on});
  }

  // Presses what lies between the last one and the one under the finger, in reading order.
  void sweep(const Target& source, const Target* under) {
    NodePath& swept_to = result_.state.swept_to;
    if (under == nullptr || !under->node->actions.swept || under->path == swept_to) return;
    if (swept_to.empty() && under == &source) return;
    if (swept_to.empty()) act(source.node->actions.press);
    const Target* last = swept_to.empty() ? &source : target_at(swept_to);
    if (last == nullptr) last = under;
    const auto [first, end] = std::minmax(last, under);
    for (const Target* target = first; target <= end; ++target)
      if (target != last && target->node->actions.swept && target->node->actions.press)
        result_.activations.push_back({*target->node->actions.press, 0, {}, 0, true});
    swept_to = under->path;
  }

  void enter() {
    const Target* focused = focused_target();
    const Node* typing = find_node(root_, [](const Node& node) { return node.actions.takes_typing; });
    const auto entered = [](const NodeActions& actions) { return actions.line ? actions.line : actions.press; };
    const bool typing_first = !result_.state.focus_by_keyboard && typing != nullptr && entered(typing->actions);
    if (typing_first) return act(entered(typing->actions));
    if (focused != nullptr) act(entered(focused->node->actions));
  }

  void space() {
    const Target* focused = focused_target();
    if (focused == nullptr || !result_.state.focus_by_keyboard) return;
    if (focused->node->actions.type || !focused->node->actions.press) return;
    act(focused->node->actions.press);
    result_.state.space_was_pressed = true;
  }

  void escape() {
    if (!result_.state.pressing.empty()) return let_go();
    const Node* node = find_node(root_, [](const Node& candidate) { return candidate.actions.cancel.has_value(); });
    if (node != nullptr) act(node->actions.cancel);
  }

  [[nodiscard]] std::optional<ActionId> typing_action(std::optional<ActionId> NodeActions::*action) const {
    const Target* focused = focused_target();
    if (focused != nullptr && focused->node->actions.*action) return focused->node->actions.*action;
    const Node* typing = find_node(root_, [](const Node& node) { return node.actions.takes_typing; });
    return typing == nullptr ? std::nullopt : typing->actions.*action;
  }

  void arrow(Key key) {
    const Target* focused = focused_target();
    if (focused == nullptr) return move_focus(key);
    const NodeActions& actions = focused->node->actions;
    if (!actions.increment && !actions.decrement && !actions.raise && !actions.lower) return move_focus(key);
    result_.state.focus_by_keyboard = true;
    if ((key == Key::Up || key == Key::Down) && (actions.raise || actions.lower))
      return act(key == Key::Up ? actions.raise : actions.lower);
    const bool towards_end = key == Key::Up || key == (focused->mirrored ? Key::Left : Key::Right);
    act(towards_end ? actions.increment : actions.decrement);
  }

  void move_focus(Key key) {
    const Target* focused = focused_target();
    const Target* next = next_target(targets_, focused == nullptr ? result_.state.focus : focused->path, key);
    if (next != nullptr) result_.state.focus = next->path;
    result_.state.focus_by_keyboard = true;
  }

  const Node& root_;
  std::vector<Target> targets_;
  Dispatched result_;
};

}  // namespace

Dispatched dispatch(const Node& root, InputState state, const Input& input) {
  if (!std::holds_alternative<TextTyped>(input)) state.space_was_pressed = false;
  Dispatch call(root, std::move(state));
  std::visit(call, input);
  return std::move(call).take();
}

void mark(Node& root, const InputState& state) {
  if (Node* focused = node_at(root, state.focus)) focused->state.focused = true;
  if (!state.finger_on_it) return;
  if (Node* pressed = node_at(root, state.pressing)) pressed->state.pressed = true;
}

}  // namespace hornbook::ui
