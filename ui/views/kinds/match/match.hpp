// Tiles to the things that they belong to, each with its place below it.
#pragma once

#include "ui/views/kinds/pieces.hpp"

namespace hornbook::ui::views {

[[nodiscard]] Way way(std::type_identity<engage::MatchTask>);
[[nodiscard]] float width_beside(const engage::MatchTask& task, float width);
[[nodiscard]] Node answer(const Workplace& place, const engage::MatchTask& task);

}  // namespace hornbook::ui::views
