// An XHTML document of an EPUB as blocks of a reader.
#pragma once

#include "content_packs/import/imported_reader.hpp"
#include "content_packs/import/report.hpp"

namespace hornbook::content::epub {

// Headings, paragraphs, list entries with their bullet or number, rows of tables as one line each, pictures by their
// path in the container; emphasis of every kind is emphasis. `remarks` gains what is changed or left out; one of weight
// Refused when the document is no XML.
[[nodiscard]] std::vector<ReaderBlock> read_chapter(const std::string& path, ByteView xhtml, Remarks& remarks);

}  // namespace hornbook::content::epub
