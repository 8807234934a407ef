// The files of a content package by what they are: IMS Content Packaging 1.2's imsmanifest.xml, QTI's items and tests.
// A folder of XML files without a manifest will do.
#pragma once

#include "content_packs/import/qti/item.hpp"

namespace hornbook::content::qti {

struct PackagedItem {
  std::string path;
  Element root;
  std::string section;  // the title of its section in a test; may be empty
};
struct Package {
  std::string title;                // may be empty
  std::vector<PackagedItem> items;  // in the order of the tests, then of the manifest, then of the files' names
  std::vector<ItemReport> broken;   // files that should have been items
  Remarks remarks;                  // about the whole
};

// NotFound when there is no item in `tree`.
[[nodiscard]] Result<Package> read_package(const SourceTree& tree);

}  // namespace hornbook::content::qti
