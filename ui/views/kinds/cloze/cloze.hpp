// A text with blanks in its lines; below it what they are filled with.
#pragma once

#include "ui/views/kinds/pieces.hpp"

namespace hornbook::ui::views {

[[nodiscard]] Way way(std::type_identity<engage::Cloze>);
[[nodiscard]] float width_beside(const engage::Cloze& task, float width);
[[nodiscard]] Node answer(const Workplace& place, const engage::Cloze& task);

}  // namespace hornbook::ui::views
