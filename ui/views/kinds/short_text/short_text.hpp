// Words that are typed: the letters of the item's language as keys.
#pragma once

#include "ui/views/kinds/pieces.hpp"

namespace hornbook::ui::views {

[[nodiscard]] Way way(std::type_identity<engage::ShortText>);
[[nodiscard]] float width_beside(const engage::ShortText& task, float width);
[[nodiscard]] Node answer(const Workplace& place, const engage::ShortText& task);
[[nodiscard]] Node field(const Workplace& place, const engage::ShortText& task);
[[nodiscard]] Node keys(const Workplace& place, const engage::ShortText& task);

}  // namespace hornbook::ui::views
