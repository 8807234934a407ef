// What reaches the screen from outside: fingers, mouse, keys, switches and scripts all speak these.
#pragma once

#include <cstdint>
#include <string>
#include <variant>

namespace hornbook::ui {

enum class Key : std::uint8_t { Tab, BackTab, Left, Right, Up, Down, Enter, Space, Escape, Backspace };

// A finger or the main mouse button, in logical pixels. Moves are only reported between a down and an up.
struct PointerDown {
  float x = 0, y = 0;
};
struct PointerMove {
  float x = 0, y = 0;
};
struct PointerUp {
  float x = 0, y = 0;
};
struct PointerLost {};  // the system took the touch away: nothing is pressed
struct KeyDown {
  Key key{};
};
struct TextTyped {
  std::string text;  // UTF-8
};

using Input = std::variant<PointerDown, PointerMove, PointerUp, PointerLost, KeyDown, TextTyped>;

}  // namespace hornbook::ui
