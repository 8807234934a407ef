// A laid-out tree as a PNG, drawn as the station draws it.
#pragma once

#include <imgui_internal.h>

#include <cmath>
#include <filesystem>

#include "platform/sdl/display.hpp"
#include "tests/support/need.hpp"
#include "ui/theme/painter.hpp"

namespace hornbook::bench {

inline void save_picture(ui::Painter& painter, const ui::Node& root, float scale, const std::filesystem::path& file) {
  const platform::DisplaySize size{static_cast<int>(root.rect.width * scale),
                                   static_cast<int>(root.rect.height * scale)};
  platform::Display display = test::need(platform::Display::open_in_memory(size));
  ImDrawListSharedData shared;
  ImDrawList list(&shared);
  list._ResetForNewFrame();
  list.PushClipRect({0, 0}, {static_cast<float>(size.width), static_cast<float>(size.height)});
  list.PushTextureID(nullptr);
  ui::PaintSettings settings;
  settings.scale = scale;
  painter.paint(root, list, settings);
  ui::Atlas& atlas = painter.atlas();
  test::need(display.renderer().upload({atlas.pixels(), atlas.width(), atlas.height()},
                                       {0, 0, atlas.width(), atlas.height()}));
  ImDrawList* lists = &list;
  ImDrawData data;
  data.Valid = true;
  data.CmdLists = &lists;
  data.CmdListsCount = 1;
  data.DisplaySize = {static_cast<float>(size.width), static_cast<float>(size.height)};
  data.FramebufferScale = {1, 1};
  display.show(data);
  test::need(display.save_png(file));
}

}  // namespace hornbook::bench
