// An H5P file as a pack: multiple choice, true or false, fill in the blanks, drag the words, and question sets of
// these. What its fields mean was read off the semantics of the content types (H5P.MultiChoice, H5P.TrueFalse,
// H5P.Blanks, H5P.DragText, H5P.QuestionSet). Field by field: README.md of content_packs/import.
#pragma once

#include "content_packs/build/source_tree.hpp"
#include "content_packs/import/imported.hpp"

namespace hornbook::content {

// `tree` is an unpacked .h5p file, or a folder of such. Pure. NotFound without an h5p.json. Everything else that is
// wrong is in the report; a pack without items then says that nothing could be taken.
[[nodiscard]] Result<Imported> import_h5p(const SourceTree& tree);

}  // namespace hornbook::content
