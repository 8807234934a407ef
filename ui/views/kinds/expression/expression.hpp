// Mathematics that is typed: keys with the letters and signs that the item needs, and what is typed as it is read.
#pragma once

#include "ui/views/kinds/pieces.hpp"

namespace hornbook::ui::views {

[[nodiscard]] Way way(std::type_identity<engage::ExpressionTask>);
[[nodiscard]] float width_beside(const engage::ExpressionTask& task, float width);
[[nodiscard]] Node answer(const Workplace& place, const engage::ExpressionTask& task);
[[nodiscard]] Node field(const Workplace& place, const engage::ExpressionTask& task);
[[nodiscard]] Node keys(const Workplace& place, const engage::ExpressionTask& task);

}  // namespace hornbook::ui::views
