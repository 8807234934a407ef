// One item as items of a pack.
#pragma once

#include <map>
#include <set>

#include "content_packs/import/imported_pack.hpp"
#include "content_packs/import/qti/item.hpp"

namespace hornbook::content::qti {

struct ConvertedItem {
  std::vector<ImportedItem> items;  // one, or several draws of its template; none when it is refused. Without skills
  ItemReport report;
  std::map<std::string, Bytes> media;  // that they show
};

// `language` is that of the pack.
[[nodiscard]] ConvertedItem convert_item(const Item& item, const SourceTree& tree, const std::string& language);

}  // namespace hornbook::content::qti
