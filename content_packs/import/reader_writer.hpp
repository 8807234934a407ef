// Imported readers as the files of a source: a passage and an item for each.
#pragma once

#include "content_packs/build/source_tree.hpp"
#include "content_packs/import/imported_pack.hpp"

namespace hornbook::content {

// Adds passages/NUMBER-ID.yaml and items/NUMBER-read-ID.yaml for each of `pack.readers`, numbered from `first` on.
void write_readers(const ImportedPack& pack, std::size_t first, SourceTree& tree);

}  // namespace hornbook::content
