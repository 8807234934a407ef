// A text in which marked words can be touched.
#pragma once

#include "ui/views/kinds/pieces.hpp"

namespace hornbook::ui::views {

[[nodiscard]] Way way(std::type_identity<engage::HotText>);
[[nodiscard]] float width_beside(const engage::HotText& task, float width);
[[nodiscard]] Node answer(const Workplace& place, const engage::HotText& task);

}  // namespace hornbook::ui::views
