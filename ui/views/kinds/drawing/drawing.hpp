// A sheet to draw on with finger, mouse or keys, its pens, and words beside the drawing or in its place.
#pragma once

#include "ui/views/kinds/pieces.hpp"

namespace hornbook::ui::views {

[[nodiscard]] Way way(std::type_identity<engage::DrawingTask>);
[[nodiscard]] float width_beside(const engage::DrawingTask& task, float width);
[[nodiscard]] Node answer(const Workplace& place, const engage::DrawingTask& task);
// What to look for; or that the sheet is full.
[[nodiscard]] std::vector<Node> help(const Workplace& place, const engage::DrawingTask& task, Size room);
[[nodiscard]] Word word_to_submit(const engage::DrawingTask& task);

}  // namespace hornbook::ui::views
