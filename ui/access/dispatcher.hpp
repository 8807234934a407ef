// From input to activations. Touch, mouse and keyboard all do everything:
//
//  tap        a finger down and up on one node sets off its `press`.
//  drag       from a draggable node to another with a `press`: the first is pressed, then the second. The same as
//  tapping
//             one after the other, or pressing Enter on each.
//  sweep      from a node that is swept over others: the first is pressed, then each one up to where the finger is, in
//             reading order, whether it came fast or slowly.
//  position   a finger down or moving on a slider gives the place along the width inside its padding.
//  place      the same along the width and the height of what is a picture, a plane or a sheet; never mirrored.
//  Tab, Shift+Tab   move the focus in reading order, around the end.
//  arrows     move the focus to what lies that way; on a slider with increment and decrement they change its value,
//             and with raise and lower up and down are apart from right and left.
//  Enter      presses the focused node; before the keyboard was used for moving, it presses the node that takes typing.
//  Space      presses the focused node once the keyboard is used for moving; otherwise it is typed text.
//  Escape     lets go of a drag, or sets off the screen's `cancel`.
//  typed text, Backspace   go to the focused node, or else to the node that takes typing.
//
// Pure: the tree is the last one laid out, and the state is what the last call returned.
#pragma once

#include <optional>
#include <vector>

#include "ui/access/input.hpp"
#include "ui/access/node_path.hpp"

namespace hornbook::ui {

struct InputState {
  NodePath focus;                  // empty: nothing is focused
  bool focus_by_keyboard = false;  // draw the focus ring only then
  NodePath pressing;               // the node the finger went down on; empty when no finger is down
  bool finger_on_it = false;       // false while the finger has left it
  NodePath swept_to;               // the last node that the finger swept over; empty: it swept none
  bool space_was_pressed = false;  // the next typed space is the same key and is not typed as well
};

struct Dispatched {
  InputState state;
  std::vector<Activation> activations;  // in the order to act on them
};

[[nodiscard]] Dispatched dispatch(const Node& root, InputState state, const Input& input);

// Writes `focused` and `pressed` into a new tree. Call it after the layout pass and before painting.
void mark(Node& root, const InputState& state);

}  // namespace hornbook::ui
