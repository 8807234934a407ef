// The semantic tree. A view fills it; the same tree is laid out, drawn, spoken, walked by keyboard and switch, dumped
// as JSON and addressed by scripts. What is not in the tree is not on the screen.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ui/semantics/look.hpp"
#include "ui/semantics/text_range.hpp"

namespace hornbook::ui {

enum class Role : std::uint8_t {
  Screen,
  Group,
  Heading,
  Text,
  Button,
  Radio,
  Checkbox,
  TextField,
  List,
  ListItem,
  Image,
  Slider,
  Progress,
  Status,
  Alert
};
[[nodiscard]] const char* name_of(Role role);  // "screen", "button", "textfield", …
[[nodiscard]] std::optional<Role> role_named(std::string_view name);

// Logical pixels: 1280 × 800 is a 10-inch screen at scale 1. Origin top left.
struct Rect {
  float x = 0, y = 0, width = 0, height = 0;
  [[nodiscard]] bool contains(float px, float py) const {
    return px >= x && px < x + width && py >= y && py < y + height;
  }
};

struct NodeState {
  bool disabled = false;
  bool selected = false;
  bool focused = false;  // set by the dispatcher, never by a view
  bool pressed = false;  // likewise
};

// An index into the Actions that the view filled beside the tree.
using ActionId = std::uint32_t;

struct NodeActions {
  std::optional<ActionId> press;      // tap, Enter, Space, switch; also each end of a drag
  std::optional<ActionId> increment;  // right/up arrow on a focused slider
  std::optional<ActionId> decrement;
  std::optional<ActionId> raise;  // up arrow, where right/left arrows do something else
  std::optional<ActionId> lower;
  std::optional<ActionId> position;  // a slider: tap or drag at a place along its width, 0 … 1
  std::optional<ActionId> place;     // tap or drag at a place of its width and height, 0 … 1 each
  std::optional<ActionId> type;      // typed text while focused, or anywhere when `takes_typing`
  bool takes_typing = false;         // typed text comes here although another node has the focus
  std::optional<ActionId> line;      // Enter, under the same rule as typing: where a text has several lines
  std::optional<ActionId> erase;     // Backspace, under the same rule as typing
  std::optional<ActionId> cancel;    // Escape, on the screen node
  bool draggable = false;            // a drag from here presses this node, then the node it ends on
  bool swept = false;                // a finger that moves on from here presses all of these that it comes past
  bool for_keys = false;             // a finger goes through to what lies below
  float reach = 0;  // logical pixels above and below that a finger may miss it by, where nothing else is hit
  [[nodiscard]] bool any() const {
    return press || increment || decrement || raise || lower || position || place || type;
  }
};

struct Node {
  Role role = Role::Group;
  std::string id;        // stable from frame to frame among its siblings, for focus and animation; may be empty
  std::string name;      // what it is called: the accessible name
  std::string value;     // what it holds: a text field's text, a slider's value, a progress
  std::string text;      // what is drawn, with markup; see shown_text.hpp for what an empty one draws
  std::string language;  // BCP 47; empty inherits
  NodeState state;
  NodeActions actions;
  TextRange spoken;               // of what is drawn: the word that a voice is saying, which is lit
  std::vector<TextRange> marked;  // of what is drawn: what the learner marked, as with a broad pen
  TextRange part;                 // of the text of a node that is laid out Over: where this child lies on it
  Look look;
  Layout layout;
  Rect rect;                   // set by the layout pass
  std::vector<Rect> pieces;    // likewise: where a part of a text goes on, in the next line
  std::vector<Node> children;  // in reading order
};

// The intents behind the tree's action ids. A view calls on(intent) and puts the id into the node.
template <class Intent>
class Actions {
 public:
  [[nodiscard]] ActionId on(Intent intent) {
    intents_.push_back(std::move(intent));
    return static_cast<ActionId>(intents_.size() - 1);
  }
  [[nodiscard]] const Intent& at(ActionId id) const { return intents_.at(id); }

 private:
  std::vector<Intent> intents_;
};

// What the dispatcher reports: which action, with what.
struct Activation {
  ActionId action = 0;
  float position = 0;    // for `position`; for `place` along the width, from the left
  std::string text;      // for `type`
  float position_y = 0;  // for `place` along the height, from the top
  bool goes_on = false;  // for `place` and what is swept: the finger has not left since the last one
};

}  // namespace hornbook::ui
