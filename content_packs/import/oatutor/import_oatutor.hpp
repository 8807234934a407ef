// A pool of OATutor's problems as a pack. Field by field: README.md of content_packs/import.
#pragma once

#include "content_packs/build/source_tree.hpp"
#include "content_packs/import/imported.hpp"

namespace hornbook::content {

struct OatutorOptions {
  std::string course;      // its name; empty: all courses in the language that most problems are in
  std::string language{};  // BCP 47: of what does not say its own; empty: English
};

// Pure. NotFound when there is no pool or no such course in `tree`, BadInput when no problem could be taken. Everything
// else that is wrong is in the report.
[[nodiscard]] Result<Imported> import_oatutor(const SourceTree& tree, const OatutorOptions& options = {});

}  // namespace hornbook::content
