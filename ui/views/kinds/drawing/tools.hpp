// What one draws with: pens, eraser, undo. Where there is no room for all beside the sheet, the pens are on a page of
// their own.
#pragma once

#include "ui/views/workplace.hpp"

namespace hornbook::ui::views {

enum class Toolbox : std::uint8_t { All, Few, OnTheirOwnPage };
inline constexpr float tool_gap = 8;

// How many buttons it has.
[[nodiscard]] std::size_t count_of_tools(Toolbox toolbox);
[[nodiscard]] std::vector<Node> tools(const Workplace& place, const engage::DrawingEntry& entry, Toolbox toolbox);
// What leads back to the sheet.
[[nodiscard]] Node to_the_sheet(const Workplace& place);

[[nodiscard]] Paint paint_of_pen(std::uint8_t colour);

}  // namespace hornbook::ui::views
