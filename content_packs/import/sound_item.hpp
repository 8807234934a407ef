// Whether an imported item would do in a pack, before it is in one.
#pragma once

#include "content_packs/import/imported.hpp"
#include "runtime/pack/item_decode.hpp"

namespace hornbook::content {

// The item as a pack has it. Its skills need not be known yet, and its pictures count as being there. BadInput with
// lint's sentence when it is not sound.
[[nodiscard]] Result<pack::DecodedItem> sound_item(const ImportedItem& item, const std::string& language);

// Takes an item of one step, which has its id and its skills, into the pack when it is sound; what came of it goes into
// the report. Without an item, `report` says why there is none.
void take_item(std::optional<ImportedItem> item, ItemReport report, Imported& imported);

}  // namespace hornbook::content
