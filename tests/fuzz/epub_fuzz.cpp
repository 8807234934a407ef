#include <cstdlib>

#include "content_packs/build/yaml_document.hpp"
#include "content_packs/import/epub/import_epub.hpp"
#include "content_packs/import/pack_writer.hpp"

namespace {

using hornbook::Bytes;
using hornbook::ByteView;
using hornbook::content::SourceTree;

// The parts of the input between zero bytes are the files of a book.
SourceTree book_of(ByteView input) {
  const char* const paths[] = {"OEBPS/a.xhtml", "OEBPS/book.opf", "META-INF/container.xml", "META-INF/encryption.xml"};
  SourceTree tree;
  std::size_t file = 0;
  for (const char* path : paths) tree[path] = {};
  for (const std::uint8_t byte : input) {
    if (byte == 0 && file + 1 < std::size(paths)) {
      ++file;
    } else {
      tree[paths[file]].push_back(byte);
    }
  }
  if (tree["META-INF/encryption.xml"].empty()) tree.erase("META-INF/encryption.xml");
  return tree;
}

}  // namespace

// What is taken can be written and read again as YAML.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hornbook;
  if (size > 8192) return 0;
  const auto imported = content::import_epub(book_of({data, size}));
  if (!imported) return 0;
  static_cast<void>(content::to_json(imported->report).dump(-1, ' ', false, pack::Json::error_handler_t::replace));
  for (const auto& [path, bytes] : content::to_source(imported->pack))
    if (path.ends_with(".yaml") && !content::parse_yaml(bytes)) std::abort();
  return 0;
}
