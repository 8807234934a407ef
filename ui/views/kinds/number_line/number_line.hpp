// A slider along a number line.
#pragma once

#include "ui/views/kinds/pieces.hpp"

namespace hornbook::ui::views {

[[nodiscard]] Way way(std::type_identity<engage::NumberLine>);
[[nodiscard]] float width_beside(const engage::NumberLine& task, float width);
[[nodiscard]] Node answer(const Workplace& place, const engage::NumberLine& task);

}  // namespace hornbook::ui::views
