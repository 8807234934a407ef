#include "platform/script/finger.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

#include "ui/views/workplace.hpp"

namespace hornbook::platform {
namespace {

struct NamedKey {
  std::string_view name;
  ui::Key key;
};
constexpr NamedKey keys[] = {
    {"Tab", ui::Key::Tab},       {"Shift+Tab", ui::Key::BackTab},  {"Left", ui::Key::Left},   {"Right", ui::Key::Right},
    {"Up", ui::Key::Up},         {"Down", ui::Key::Down},          {"Enter", ui::Key::Enter}, {"Space", ui::Key::Space},
    {"Escape", ui::Key::Escape}, {"Backspace", ui::Key::Backspace}};

Done can_be_touched(const ui::Node& node) {
  if (node.state.disabled) return fail(ErrorCode::BadInput, "script", "what should be touched is disabled");
  if (node.rect.width <= 0 || node.rect.height <= 0) {
    return fail(ErrorCode::BadInput, "script", "what should be touched has no place on the screen");
  }
  return {};
}

float middle_y(const ui::Rect& rect) { return rect.y + rect.height / 2; }

const ui::Node* find_in(const ui::Node& node, const ui::Actions<ui::Intent>& actions, const WantedIntent& wanted) {
  for (const auto& action : {node.actions.press, node.actions.position, node.actions.place}) {
    if (action && !node.state.disabled && wanted(actions.at(*action))) return &node;
  }
  for (const ui::Node& child : node.children) {
    if (const ui::Node* found = find_in(child, actions, wanted)) return found;
  }
  return nullptr;
}

constexpr int pages_max = 64;

void collect_buttons(const ui::Node& node, std::string_view id, std::vector<const ui::Node*>& buttons) {
  if (node.id == id && node.actions.press && !node.state.disabled) buttons.push_back(&node);
  for (const ui::Node& child : node.children) collect_buttons(child, id, buttons);
}

bool leads_to_the_first(const Stage& stage, const ui::Node& turner) {
  const auto* turn = std::get_if<ui::TurnPage>(&stage.actions().at(*turner.actions.press));
  return turn != nullptr && turn->by < 0;
}

}  // namespace

Done tap(Stage& stage, const ui::Node& node) { return tap_at(stage, node, 0.5F); }

Done tap_at(Stage& stage, const ui::Node& node, float share) {
  TRY_DONE(can_be_touched(node));
  // The far edge is not the node's any more.
  const float x = node.rect.x + std::min(node.rect.width * share, node.rect.width - 1);
  const float y = middle_y(node.rect);
  stage.input(ui::PointerDown{x, y});  // the tree may be another one after this: node is not looked at again
  stage.input(ui::PointerUp{x, y});
  return {};
}

Done drag(Stage& stage, const ui::Node& from, const ui::Node& to) {
  TRY_DONE(can_be_touched(from));
  TRY_DONE(can_be_touched(to));
  const ui::PointerDown start{from.rect.x + from.rect.width / 2, middle_y(from.rect)};
  const ui::PointerUp end{to.rect.x + to.rect.width / 2, middle_y(to.rect)};
  stage.input(start);
  stage.input(ui::PointerMove{(start.x + end.x) / 2, (start.y + end.y) / 2});
  stage.input(ui::PointerMove{end.x, end.y});
  stage.input(end);
  return {};
}

Result<ui::Key> key_named(std::string_view name) {
  const auto* found =
      std::find_if(std::begin(keys), std::end(keys), [&](const NamedKey& key) { return key.name == name; });
  if (found == std::end(keys)) return fail(ErrorCode::BadInput, "script", "there is no key of this name");
  return found->key;
}

const ui::Node* find_button(const Stage& stage, std::string_view id) {
  std::vector<const ui::Node*> buttons;
  collect_buttons(stage.tree(), id, buttons);
  return buttons.empty() ? nullptr : buttons.front();
}

const ui::Node* find_action(const Stage& stage, const WantedIntent& wanted) {
  return find_in(stage.tree(), stage.actions(), wanted);
}

// Goes round the pages of the text; each time round it turns what stands below the text by one.
const ui::Node* find_on_pages(Stage& stage, const WantedIntent& wanted) {
  bool came_round = false;
  for (int turned = 0; turned < pages_max; ++turned) {
    if (const ui::Node* node = find_action(stage, wanted)) return node;
    std::vector<const ui::Node*> turners;
    collect_buttons(stage.tree(), ui::views::page_turner_id, turners);
    if (turners.empty()) return nullptr;
    const ui::Node& turner = came_round ? *turners.back() : *turners.front();
    came_round = !came_round && leads_to_the_first(stage, turner);
    if (!tap(stage, turner)) return nullptr;
  }
  return nullptr;
}

}  // namespace hornbook::platform
