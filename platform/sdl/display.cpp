#include "platform/sdl/display.hpp"

#include <SDL_image.h>

#include <utility>

namespace hornbook::platform {
namespace {

tl::unexpected<Error> no_display() {
  return fail(ErrorCode::NoLink, "window", "no display answered; start it in a desktop session or use --headless");
}

tl::unexpected<Error> no_memory() {
  return fail(ErrorCode::StorageFailure, "display", "there is no memory left for a picture of this size");
}

SdlSurface make_surface(DisplaySize size) {
  return SdlSurface(SDL_CreateRGBSurfaceWithFormat(0, size.width, size.height, 32, SDL_PIXELFORMAT_ARGB8888));
}

}  // namespace

struct Display::Parts {
  bool has_video = false;
  SdlWindow window;    // none in memory
  SdlSurface surface;  // none with a window
  SdlRenderer renderer;
  std::unique_ptr<DrawDataRenderer> draw;
  std::uint64_t frames = 0;

  ~Parts() {
    draw.reset();
    renderer.reset();
    window.reset();
    if (has_video) SDL_QuitSubSystem(SDL_INIT_VIDEO);
  }
};

Display::Display(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {
  parts_->draw = std::make_unique<DrawDataRenderer>(*parts_->renderer);
}
Display::~Display() = default;
Display::Display(Display&&) noexcept = default;
Display& Display::operator=(Display&&) noexcept = default;

Result<Display> Display::open_window(const char* title, DisplaySize size, WindowKind kind) {
  // The window's surface comes from shared memory: the accelerated one loads a GPU driver for what is a plain copy
  // (100 MB and a quarter of a second on the cheapest machines). The environment still overrules it.
  SDL_SetHintWithPriority(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0", SDL_HINT_DEFAULT);
  SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");
  SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
  SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
  auto parts = std::make_unique<Parts>();
  if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0) return no_display();
  parts->has_video = true;
  const Uint32 flags = kind == WindowKind::FullScreen ? SDL_WINDOW_FULLSCREEN_DESKTOP : SDL_WINDOW_RESIZABLE;
  parts->window.reset(
      SDL_CreateWindow(title, SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, size.width, size.height, flags));
  if (!parts->window) return no_display();
  parts->renderer.reset(SDL_CreateRenderer(parts->window.get(), -1, SDL_RENDERER_SOFTWARE));
  if (!parts->renderer) return no_display();
  SDL_StartTextInput();
  return Display(std::move(parts));
}

Result<Display> Display::open_in_memory(DisplaySize size) {
  auto parts = std::make_unique<Parts>();
  parts->surface = make_surface(size);
  if (!parts->surface) return no_memory();
  parts->renderer.reset(SDL_CreateSoftwareRenderer(parts->surface.get()));
  if (!parts->renderer) return no_memory();
  return Display(std::move(parts));
}

DisplaySize Display::size() const {
  DisplaySize size;
  SDL_GetRendererOutputSize(parts_->renderer.get(), &size.width, &size.height);
  return size;
}

DrawDataRenderer& Display::renderer() { return *parts_->draw; }

void Display::show(const ImDrawData& data) {
  SDL_SetRenderDrawColor(parts_->renderer.get(), 0, 0, 0, SDL_ALPHA_OPAQUE);
  SDL_RenderClear(parts_->renderer.get());
  parts_->draw->draw(data);
  SDL_RenderPresent(parts_->renderer.get());
  ++parts_->frames;
}

std::uint64_t Display::frames() const { return parts_->frames; }

Done Display::save_png(const std::filesystem::path& path) const {
  const DisplaySize now = size();
  const SdlSurface copy = make_surface(now);
  if (!copy) return no_memory();
  const bool read =
      SDL_RenderReadPixels(parts_->renderer.get(), nullptr, SDL_PIXELFORMAT_ARGB8888, copy->pixels, copy->pitch) == 0;
  if (!read || IMG_SavePNG(copy.get(), path.c_str()) != 0) {
    return fail(ErrorCode::StorageFailure, "capture", "the picture of the screen could not be written");
  }
  return {};
}

}  // namespace hornbook::platform
