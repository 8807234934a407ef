// What an EPUB says of itself: EPUB Open Container Format 3.3 (META-INF/container.xml, encryption.xml) and the package
// document (EPUB 3.3, section 5; EPUB 2's OPF 2.0.1 is read the same).
#pragma once

#include <string>
#include <vector>

#include "content_packs/build/source_tree.hpp"
#include "content_packs/import/report.hpp"

namespace hornbook::content::epub {

struct SpineItem {
  std::string path;  // in the container
  bool is_encrypted = false;
  bool is_navigation = false;
};

struct Publication {
  std::string title;
  std::string language;  // BCP 47; empty when it does not say
  std::vector<std::string> creators;
  std::string rights;
  std::string source;
  std::string identifier;
  std::vector<SpineItem> spine;  // in reading order, XHTML that is there
};

// `remarks` gains what is missing or of another kind. NotFound when it is no EPUB, BadInput when its package is broken.
[[nodiscard]] Result<Publication> read_publication(const SourceTree& container, Remarks& remarks);

}  // namespace hornbook::content::epub
