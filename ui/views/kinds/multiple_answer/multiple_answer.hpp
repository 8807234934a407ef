// Choices to tick, as many as are right.
#pragma once

#include "ui/views/kinds/pieces.hpp"

namespace hornbook::ui::views {

[[nodiscard]] Way way(std::type_identity<engage::MultipleAnswer>);
[[nodiscard]] float width_beside(const engage::MultipleAnswer& task, float width);
[[nodiscard]] Node answer(const Workplace& place, const engage::MultipleAnswer& task);

}  // namespace hornbook::ui::views
