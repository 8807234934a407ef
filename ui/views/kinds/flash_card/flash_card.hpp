// A card to turn, and how well it was remembered: four ratings below it.
#pragma once

#include "ui/views/kinds/pieces.hpp"

namespace hornbook::ui::views {

[[nodiscard]] Way way(std::type_identity<engage::FlashCard>);
[[nodiscard]] float width_beside(const engage::FlashCard& task, float width);
[[nodiscard]] Node answer(const Workplace& place, const engage::FlashCard& task);
[[nodiscard]] Word word_to_submit(const engage::FlashCard& task);

}  // namespace hornbook::ui::views
