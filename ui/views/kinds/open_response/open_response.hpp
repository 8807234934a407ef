// An answer in one's own words: beginnings to choose from, a field of several lines, the letters of the item's
// language, and what a good answer has.
#pragma once

#include "ui/views/kinds/pieces.hpp"

namespace hornbook::ui::views {

[[nodiscard]] Way way(std::type_identity<engage::OpenResponse>);
[[nodiscard]] float width_beside(const engage::OpenResponse& task, float width);
[[nodiscard]] Node answer(const Workplace& place, const engage::OpenResponse& task);
[[nodiscard]] Node field(const Workplace& place, const engage::OpenResponse& task);
[[nodiscard]] Node keys(const Workplace& place, const engage::OpenResponse& task);
// While nothing is written, how to begin; then what to look for.
[[nodiscard]] std::vector<Node> help(const Workplace& place, const engage::OpenResponse& task, Size room);
[[nodiscard]] Word word_to_submit(const engage::OpenResponse& task);

}  // namespace hornbook::ui::views
