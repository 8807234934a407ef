// EPUB 2 and 3 as readers. Field by field: README.md of content_packs/import.
#pragma once

#include "content_packs/build/source_tree.hpp"
#include "content_packs/import/imported.hpp"

namespace hornbook::content {

struct EpubOptions {
  std::string language;    // BCP 47; empty: the one that most books are in
  std::uint8_t level = 0;  // of all books, 1 to limits::passage_levels_max; 0: by their length
};

// One unpacked EPUB, or every NAME.epub in `tree`. Pure. NotFound when there is no EPUB or none in that language,
// BadInput when none could be taken; what is wrong with one of several is in the report.
[[nodiscard]] Result<Imported> import_epub(const SourceTree& tree, const EpubOptions& options = {});

}  // namespace hornbook::content
