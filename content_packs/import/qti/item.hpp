// An assessment item as its document says it.
#pragma once

#include "content_packs/build/source_tree.hpp"
#include "content_packs/import/qti/session.hpp"

namespace hornbook::content::qti {

struct Item {
  Element root;      // the pointers below lead into it
  std::string path;  // of its file, in the tree
  std::string id;
  std::string title;
  std::string language;  // may be empty
  bool is_adaptive = false;
  std::vector<Declaration> declarations;
  const Element* body = nullptr;       // never null
  const Element* templates = nullptr;  // null: no template processing
  Element rules;                       // its response processing, with a template put in; without children: none
  std::string score;                   // the outcome that counts; empty: none
};

// A file of the tree named by `reference` in the file at `path`; nothing when the reference leads out of the tree or to
// nothing.
struct FoundFile {
  std::string path;
  const Bytes* bytes = nullptr;
};
[[nodiscard]] std::optional<FoundFile> find_file(const SourceTree& tree, std::string_view path,
                                                 std::string_view reference);

// Nothing, with a remark of weight Refused, when it is no item or lacks what an item needs.
[[nodiscard]] std::optional<Item> read_item(Element root, const std::string& path, const SourceTree& tree,
                                            Remarks& remarks);

}  // namespace hornbook::content::qti
