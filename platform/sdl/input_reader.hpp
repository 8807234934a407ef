// SDL's events as the station's input.
#pragma once

#include <SDL.h>

#include <optional>

#include "platform/sdl/display.hpp"
#include "ui/access/input.hpp"

namespace hornbook::platform {

// Follows one finger, or the main mouse button, at a time: a second finger that rests on the glass disturbs nothing.
class InputReader {
 public:
  // `scale` is device pixels to a logical one. Nothing for events that mean nothing to a station.
  [[nodiscard]] std::optional<ui::Input> read(const SDL_Event& event, DisplaySize size, float scale);

 private:
  std::optional<ui::Input> read_mouse(const SDL_Event& event, float scale);
  std::optional<ui::Input> read_finger(const SDL_TouchFingerEvent& event, DisplaySize size, float scale);

  bool button_down_ = false;
  std::optional<SDL_FingerID> finger_;
};

}  // namespace hornbook::platform
