// A QTI content package as a pack. Field by field: README.md of content_packs/import.
#pragma once

#include "content_packs/build/source_tree.hpp"
#include "content_packs/import/imported.hpp"

namespace hornbook::content {

// Pure. NotFound when there is no item in `tree`. Everything else that is wrong is in the report; when no item could be
// taken, the pack has none.
[[nodiscard]] Result<Imported> import_qti(const SourceTree& tree);

}  // namespace hornbook::content
