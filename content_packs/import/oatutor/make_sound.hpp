// What keeps one fault of a problem from costing the whole pack.
#pragma once

#include "content_packs/import/imported_pack.hpp"
#include "content_packs/import/report.hpp"

namespace hornbook::content::oatutor {

// Takes away what lint would not let pass: of a step its hints, or the step itself; the report says what and why. Its
// step reports are those of the item's steps, in their order, and of others that were refused before. False when
// nothing sound is left.
[[nodiscard]] bool make_sound(ImportedItem& item, const std::string& language, ItemReport& report);

}  // namespace hornbook::content::oatutor
