// Where frames go: a window, or a picture in memory that needs no display, no GPU and no driver.
// Thread rule: one thread, the one that reads events.
#pragma once

#include <filesystem>
#include <memory>

#include "platform/sdl/draw_data_renderer.hpp"
#include "platform/sdl/handles.hpp"
#include "runtime/core/error.hpp"

namespace hornbook::platform {

struct DisplaySize {
  int width = 0, height = 0;  // pixels
};

enum class WindowKind { Resizable, FullScreen };

class Display {
 public:
  // NoLink when there is no display to show a window on.
  [[nodiscard]] static Result<Display> open_window(const char* title, DisplaySize size, WindowKind kind);
  [[nodiscard]] static Result<Display> open_in_memory(DisplaySize size);
  ~Display();
  Display(Display&&) noexcept;
  Display& operator=(Display&&) noexcept;

  // Changes when a person resizes the window.
  [[nodiscard]] DisplaySize size() const;
  [[nodiscard]] DrawDataRenderer& renderer();

  // One frame: clears, draws, shows it.
  void show(const ImDrawData& data);
  // Frames shown so far: an idle station's count stands still.
  [[nodiscard]] std::uint64_t frames() const;

  // The last frame shown as a PNG file. StorageFailure when it cannot be written.
  [[nodiscard]] Done save_png(const std::filesystem::path& path) const;

 private:
  struct Parts;
  explicit Display(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace hornbook::platform
