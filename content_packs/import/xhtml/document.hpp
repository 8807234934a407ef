// An XHTML document, of an EPUB or of a lesson, as blocks of a reader.
#pragma once

#include "content_packs/import/imported_reader.hpp"
#include "content_packs/import/report.hpp"

namespace hornbook::content::xhtml {

struct Picture {
  std::string path;         // in the tree that the document lies in
  std::string description;  // without markup; may be empty
};
// <audio> and <video>.
struct Played {
  bool is_video = false;
  std::vector<std::string> files;     // one after another, the first that can be played
  std::vector<std::string> captions;  // files of <track>
  std::string words;                  // what `aria-describedby` names, with markup; may be empty
  std::string description;            // `aria-label` or `title`, without markup; may be empty
  std::size_t before = 0;             // how many blocks stand before it
};
struct Document {
  std::vector<ReaderBlock> blocks;
  std::vector<Picture> pictures;  // the n-th is thing_here(n) in a line of a block
  std::vector<Played> played;
};

// Headings, paragraphs, lists and tables as texts of a pack have them, each one block, or several where a table is
// long; pictures that stand alone, by their path; emphasis of every kind is emphasis. `remarks` gains what is changed
// or left out; one of weight Refused when the document is no XML.
[[nodiscard]] Document read_document(const std::string& path, ByteView xhtml, Remarks& remarks);

}  // namespace hornbook::content::xhtml
