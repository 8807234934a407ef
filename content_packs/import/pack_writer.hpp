// An imported pack as the files of a source, which a person can go on with.
#pragma once

#include "content_packs/build/source_tree.hpp"
#include "content_packs/import/imported_pack.hpp"

namespace hornbook::content {

// One item's file.
[[nodiscard]] Bytes to_yaml(const ImportedItem& item, const std::string& language);

// Pure: the same pack gives the same bytes. Items keep their order by the numbers their files' names begin with.
[[nodiscard]] SourceTree to_source(const ImportedPack& pack);

}  // namespace hornbook::content
