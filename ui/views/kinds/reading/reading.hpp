// How a text was to read: three faces with words.
#pragma once

#include "ui/views/kinds/pieces.hpp"

namespace hornbook::ui::views {

[[nodiscard]] Way way(std::type_identity<engage::Reading>);
[[nodiscard]] float width_beside(const engage::Reading& task, float width);
[[nodiscard]] Word word_to_submit(const engage::Reading& task);
[[nodiscard]] Node answer(const Workplace& place, const engage::Reading& task);

}  // namespace hornbook::ui::views
