// Storybooks in Markdown, as African Storybook's are handed on: every book a reader. Field by field: README.md of
// content_packs/import.
#pragma once

#include "content_packs/build/source_tree.hpp"
#include "content_packs/import/imported.hpp"

namespace hornbook::content {

struct StorybookOptions {
  std::string language;  // BCP 47; empty: the one that most books are in
};

// Pure. NotFound when there is no book in `tree`, or none in that language; BadInput when none could be taken.
[[nodiscard]] Result<Imported> import_storybook(const SourceTree& tree, const StorybookOptions& options = {});

}  // namespace hornbook::content
