// One content of H5P as an item.
#pragma once

#include "content_packs/build/source_tree.hpp"
#include "content_packs/import/imported_pack.hpp"
#include "content_packs/import/report.hpp"
#include "runtime/pack/json_fields.hpp"

namespace hornbook::content::h5p {

struct ContentFile {
  const SourceTree& tree;
  std::string folder;  // of its media, such as "content/"
};

// The item without its id, objective and skills; nothing, with a remark of weight Refused that says why, when it cannot
// be asked. `library` is its type with or without a version: "H5P.Blanks 1.14". Its picture goes to `media`.
[[nodiscard]] std::optional<ImportedItem> item_of(std::string_view library, const pack::Json& content,
                                                  const ContentFile& file, std::map<std::string, Bytes>& media,
                                                  Remarks& remarks);

}  // namespace hornbook::content::h5p
