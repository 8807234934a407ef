// Paints the semantic tree: measures its texts for the layout pass, then draws every node with Dear ImGui's draw list.
//
// A frame goes: view → lay_out(root, screen, painter.measure_text(scale)) → mark(root, input) → paint → upload what
// atlas().take_changed() names → show. The draw list uses one texture, the atlas.
#pragma once

#include <imgui.h>

#include <memory>

#include "runtime/core/error.hpp"
#include "ui/semantics/lay_out.hpp"
#include "ui/text/font_set.hpp"
#include "ui/text/layout_cache.hpp"
#include "ui/theme/atlas.hpp"
#include "ui/theme/palette.hpp"
#include "ui/theme/sprites.hpp"

namespace hornbook::ui {

struct PaintSettings {
  ThemeName theme = ThemeName::Light;
  float scale = 1;           // device pixels to a logical one, above 0
  bool focus_ring = false;   // while the keyboard or a switch moves the focus
  ImTextureID texture = {};  // what the renderer knows the atlas by
};

// Not thread-safe.
class Painter {
 public:
  // NotFound when the fonts to read in are missing.
  [[nodiscard]] static Result<std::unique_ptr<Painter>> create(const text::FontFiles& fonts, RasterisePicture pictures,
                                                               VideoPicture videos = {});
  Painter(const Painter&) = delete;
  Painter& operator=(const Painter&) = delete;

  // The port that the layout pass measures texts with, for the scale that will be painted. Borrows the painter.
  [[nodiscard]] MeasureText measure_text(float scale);

  // Fills the root's rectangle with paper and draws the tree, laid out and marked, into the list. The list needs a
  // command to draw into, as after ImDrawList::_ResetForNewFrame or within an ImGui frame.
  // When atlas().full() is true afterwards, something found no room: paint once more, which starts with an empty atlas.
  void paint(const Node& root, ImDrawList& list, const PaintSettings& settings);

  [[nodiscard]] Atlas& atlas() { return sprites_.atlas(); }

 private:
  Painter(text::FontSet fonts, RasterisePicture pictures, VideoPicture videos);

  text::FontSet fonts_;
  text::LayoutCache layouts_;
  Sprites sprites_;
};

}  // namespace hornbook::ui
