#include "platform/sdl/input_reader.hpp"

namespace hornbook::platform {
namespace {

std::optional<ui::Key> key_of(const SDL_Keysym& key) {
  switch (key.sym) {
    case SDLK_TAB:
      return (key.mod & KMOD_SHIFT) != 0 ? ui::Key::BackTab : ui::Key::Tab;
    case SDLK_LEFT:
      return ui::Key::Left;
    case SDLK_RIGHT:
      return ui::Key::Right;
    case SDLK_UP:
      return ui::Key::Up;
    case SDLK_DOWN:
      return ui::Key::Down;
    case SDLK_RETURN:
    case SDLK_KP_ENTER:
      return ui::Key::Enter;
    case SDLK_SPACE:
      return ui::Key::Space;
    case SDLK_ESCAPE:
      return ui::Key::Escape;
    case SDLK_BACKSPACE:
      return ui::Key::Backspace;
    default:
      return std::nullopt;
  }
}

}  // namespace

std::optional<ui::Input> InputReader::read(const SDL_Event& event, DisplaySize size, float scale) {
  switch (event.type) {
    case SDL_KEYDOWN:
      if (const auto key = key_of(event.key.keysym)) return ui::KeyDown{*key};
      return std::nullopt;
    case SDL_TEXTINPUT:
      return ui::TextTyped{event.text.text};
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
    case SDL_MOUSEMOTION:
      return read_mouse(event, scale);
    case SDL_FINGERDOWN:
    case SDL_FINGERUP:
    case SDL_FINGERMOTION:
      return read_finger(event.tfinger, size, scale);
    default:
      return std::nullopt;
  }
}

std::optional<ui::Input> InputReader::read_mouse(const SDL_Event& event, float scale) {
  if (event.type == SDL_MOUSEMOTION) {
    if (!button_down_) return std::nullopt;
    return ui::PointerMove{static_cast<float>(event.motion.x) / scale, static_cast<float>(event.motion.y) / scale};
  }
  if (event.button.button != SDL_BUTTON_LEFT) return std::nullopt;
  const float x = static_cast<float>(event.button.x) / scale;
  const float y = static_cast<float>(event.button.y) / scale;
  button_down_ = event.type == SDL_MOUSEBUTTONDOWN;
  if (button_down_) return ui::PointerDown{x, y};
  return ui::PointerUp{x, y};
}

std::optional<ui::Input> InputReader::read_finger(const SDL_TouchFingerEvent& event, DisplaySize size, float scale) {
  const float x = event.x * static_cast<float>(size.width) / scale;
  const float y = event.y * static_cast<float>(size.height) / scale;
  if (event.type == SDL_FINGERDOWN && !finger_) {
    finger_ = event.fingerId;
    return ui::PointerDown{x, y};
  }
  if (finger_ != event.fingerId) return std::nullopt;
  if (event.type == SDL_FINGERMOTION) return ui::PointerMove{x, y};
  if (event.type != SDL_FINGERUP) return std::nullopt;
  finger_.reset();
  return ui::PointerUp{x, y};
}

}  // namespace hornbook::platform
