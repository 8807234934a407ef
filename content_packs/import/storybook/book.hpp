// One storybook in Markdown: "# Title", pages that begin with "##", and on the last page what is known of it, as a list
// of "* Name: value".
#pragma once

#include <map>
#include <string>
#include <vector>

#include "content_packs/import/imported_reader.hpp"
#include "content_packs/import/report.hpp"

namespace hornbook::content::storybook {

struct Book {
  std::string title;
  std::vector<std::vector<ReaderBlock>> pages;  // pictures by the path that the book gives
  std::map<std::string, std::string, std::less<>>
      about;  // by name in small letters: "license", "text", "language", "note"
};

// Lines of a page that only wrap become one; a line that ends a sentence keeps its end. Never fails: what is missing is
// empty.
[[nodiscard]] Book read_book(std::string_view markdown);

}  // namespace hornbook::content::storybook
