// The pad under the thumb, and what is typed shown as the fraction that it is.
#pragma once

#include "ui/views/kinds/pieces.hpp"

namespace hornbook::ui::views {

[[nodiscard]] Way way(std::type_identity<engage::NumberEntry>);
[[nodiscard]] float width_beside(const engage::NumberEntry& task, float width);
[[nodiscard]] Node answer(const Workplace& place, const engage::NumberEntry& task);
[[nodiscard]] Node field(const Workplace& place, const engage::NumberEntry& task);
[[nodiscard]] Node keys(const Workplace& place, const engage::NumberEntry& task);

}  // namespace hornbook::ui::views
