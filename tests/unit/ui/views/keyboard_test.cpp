// Whoever has no touch and no mouse: Tab leads to everything on every screen, in the order in which it is read.
#include <gtest/gtest.h>

#include "tests/unit/ui/views/every_screen.hpp"
#include "ui/access/dispatcher.hpp"
#include "ui/access/targets.hpp"
#include "ui/semantics/language.hpp"

namespace hornbook::ui {
namespace {

using test::every_screen;
using test::NamedState;
using test::Shown;

struct Look {
  float width, height;
  std::string language;
};

// 100 % and 200 % of a tablet, a station and a portrait tablet, read from the left and from the right.
std::vector<Look> looks() {
  std::vector<Look> all;
  for (const auto& [width, height] : {std::pair{1280.F, 800.F}, std::pair{800.F, 1280.F}, std::pair{1024.F, 600.F},
                                      std::pair{640.F, 400.F}, std::pair{512.F, 300.F}})
    for (const std::string language : {"en", "ar"}) all.push_back({width, height, language});
  return all;
}

void on_every_screen(const std::function<void(const NamedState&, const Shown&, const Look&)>& look_at) {
  for (const Look& look : looks())
    for (const NamedState& each : every_screen(look.language)) {
      SCOPED_TRACE(each.name + " in " + look.language + " at " + std::to_string(static_cast<int>(look.width)));
      look_at(each, test::show(each.state, look.width, look.height), look);
    }
}

// The nodes that a key visits, until it comes back to the first.
std::vector<const Node*> round_of(const Node& tree, Key key) {
  std::vector<const Node*> visited;
  InputState state;
  for (std::size_t presses = 0; presses < 200; ++presses) {
    state = dispatch(tree, state, KeyDown{key}).state;
    const Node* node = node_at(tree, state.focus);
    if (node == nullptr || (!visited.empty() && node == visited.front())) return visited;
    visited.push_back(node);
  }
  return visited;
}

bool is_wholly_behind(const Rect& one, const Rect& other, bool from_right) {
  return from_right ? one.x + one.width <= other.x + 1 : one.x >= other.x + other.width - 1;
}

bool share_a_row(const Rect& one, const Rect& other) {
  const float overlap = std::min(one.y + one.height, other.y + other.height) - std::max(one.y, other.y);
  return overlap > std::min(one.height, other.height) / 2;
}

// Whether an eye that has read `before` comes to `next` without going back.
bool reads_on(const Rect& before, const Rect& next, bool from_right) {
  if (share_a_row(before, next)) return !is_wholly_behind(before, next, from_right);
  const bool lower = next.y + next.height > before.y + 1;
  return lower || is_wholly_behind(next, before, from_right);
}

TEST(Keyboard, TabReachesEverythingOnceOnEveryScreen) {
  on_every_screen([](const NamedState&, const Shown& shown, const Look&) {
    const std::vector<const Node*> visited = round_of(shown.tree, Key::Tab);
    std::vector<const Node*> wanted;
    for (const Target& target : find_targets(shown.tree)) wanted.push_back(target.node);
    EXPECT_EQ(visited, wanted);
    test::walk(shown.tree, [&](const Node& node) {
      const bool acts = node.actions.press || node.actions.position;
      if (!acts || node.state.disabled) return;
      EXPECT_EQ(std::count(visited.begin(), visited.end(), &node), 1) << node.name;
    });
  });
}

TEST(Keyboard, ShiftTabGoesTheSameWayBack) {
  on_every_screen([](const NamedState&, const Shown& shown, const Look&) {
    std::vector<const Node*> forth = round_of(shown.tree, Key::Tab);
    std::reverse(forth.begin(), forth.end());
    EXPECT_EQ(round_of(shown.tree, Key::BackTab), forth);
  });
}

// Digits, letters and pictures of a password keep their places in every language: what holds both says how it reads.
bool reads_from_right(const Node& tree, const Target& one, const Target& other, std::string_view language) {
  const auto parting = std::mismatch(one.path.begin(), one.path.end(), other.path.begin(), other.path.end()).first;
  const Node* holds_both = node_at(tree, NodePath(one.path.begin(), parting));
  return holds_both->look.mirrored_in_rtl && is_right_to_left(language);
}

TEST(Keyboard, TabGoesInReadingOrder) {
  on_every_screen([](const NamedState&, const Shown& shown, const Look& look) {
    const std::vector<Target> targets = find_targets(shown.tree);
    for (std::size_t at = 1; at < targets.size(); ++at) {
      const Target& before = targets[at - 1];
      const Target& next = targets[at];
      EXPECT_TRUE(
          reads_on(before.node->rect, next.node->rect, reads_from_right(shown.tree, before, next, look.language)))
          << before.node->name << " and then " << next.node->name;
    }
  });
}

TEST(Keyboard, EnterDoesWhatAFingerDoesOnEverythingThatTabReaches) {
  on_every_screen([](const NamedState&, const Shown& shown, const Look&) {
    InputState state;
    for (const Node* node : round_of(shown.tree, Key::Tab)) {
      state = dispatch(shown.tree, state, KeyDown{Key::Tab}).state;
      if (!node->actions.press) continue;
      const std::vector<Activation> activations = dispatch(shown.tree, state, KeyDown{Key::Enter}).activations;
      ASSERT_EQ(activations.size(), 1U) << node->name;
      EXPECT_EQ(activations.front().action, *node->actions.press) << node->name;
    }
  });
}

TEST(Keyboard, TheFocusIsMarkedWhereItIs) {
  on_every_screen([](const NamedState&, const Shown& shown, const Look&) {
    InputState state;
    for (const Node* node : round_of(shown.tree, Key::Tab)) {
      state = dispatch(shown.tree, state, KeyDown{Key::Tab}).state;
      Node marked = shown.tree;
      mark(marked, state);
      int focused = 0;
      test::walk(marked, [&](const Node& each) { focused += each.state.focused; });
      EXPECT_EQ(focused, 1) << node->name;
    }
  });
}

}  // namespace
}  // namespace hornbook::ui
