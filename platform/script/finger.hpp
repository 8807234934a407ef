// Taps and keys on a stage, as a person makes them.
#pragma once

#include <functional>
#include <string_view>

#include "platform/script/stage.hpp"

namespace hornbook::platform {

// A finger down and up in the middle of the node. BadInput when the node is disabled or has no place on the screen.
[[nodiscard]] Done tap(Stage& stage, const ui::Node& node);
// The same at a share of the node's width, 0 … 1.
[[nodiscard]] Done tap_at(Stage& stage, const ui::Node& node, float share);
// From the middle of one node to the middle of another.
[[nodiscard]] Done drag(Stage& stage, const ui::Node& from, const ui::Node& to);

// BadInput when there is no key of this name ("Tab", "Shift+Tab", "Left", "Enter", "Space", "Escape", "Backspace", …).
[[nodiscard]] Result<ui::Key> key_named(std::string_view name);

// The first enabled node whose press, position or place has an intent that `wanted` takes; nullptr when there is none.
using WantedIntent = std::function<bool(const ui::Intent&)>;
[[nodiscard]] const ui::Node* find_action(const Stage& stage, const WantedIntent& wanted);

// The same on whichever page of a long answer it stands, which is turned to.
[[nodiscard]] const ui::Node* find_on_pages(Stage& stage, const WantedIntent& wanted);

// The enabled button that the program knows by this id; nullptr when there is none.
[[nodiscard]] const ui::Node* find_button(const Stage& stage, std::string_view id);

}  // namespace hornbook::platform
