// One owner per SDL handle.
#pragma once

#include <SDL.h>

#include <memory>

namespace hornbook::platform {

struct SdlFree {
  void operator()(SDL_Window* window) const { SDL_DestroyWindow(window); }
  void operator()(SDL_Renderer* renderer) const { SDL_DestroyRenderer(renderer); }
  void operator()(SDL_Texture* texture) const { SDL_DestroyTexture(texture); }
  void operator()(SDL_Surface* surface) const { SDL_FreeSurface(surface); }
};
using SdlWindow = std::unique_ptr<SDL_Window, SdlFree>;
using SdlRenderer = std::unique_ptr<SDL_Renderer, SdlFree>;
using SdlTexture = std::unique_ptr<SDL_Texture, SdlFree>;
using SdlSurface = std::unique_ptr<SDL_Surface, SdlFree>;

}  // namespace hornbook::platform
