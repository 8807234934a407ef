// Choices to tap, in a column or two by two.
#pragma once

#include "ui/views/kinds/pieces.hpp"

namespace hornbook::ui::views {

[[nodiscard]] Way way(std::type_identity<engage::MultipleChoice>);
[[nodiscard]] float width_beside(const engage::MultipleChoice& task, float width);
[[nodiscard]] Node answer(const Workplace& place, const engage::MultipleChoice& task);

}  // namespace hornbook::ui::views
