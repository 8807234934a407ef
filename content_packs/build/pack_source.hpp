// A pack's source, decoded: what lint looks at and build writes. Files and fields: content_packs/schema/FORMAT.md.
#pragma once

#include <functional>

#include "content_packs/build/problem.hpp"
#include "content_packs/build/source_tree.hpp"
#include "runtime/pack/index.hpp"
#include "runtime/pack/item_decode.hpp"
#include "runtime/pack/passage_decode.hpp"

namespace hornbook::content {

struct SourceItem {
  std::string file;
  int where_line = 1;  // of the prompt, for problems that only instances show
  pack::DecodedItem decoded;
  pack::Json json;  // what the built pack carries
};

struct SourcePassage {
  std::string file;
  int text_line = 1;  // of its levels
  engage::PassageTemplate decoded;
  pack::Json json;  // what the built pack carries
};

struct PackSource {
  pack::Index index;                    // without objects, those of items and passages, and media: they are build's
  std::vector<SourceItem> items;        // in the order of their files
  std::vector<SourcePassage> passages;  // likewise
  std::map<std::string, Bytes> media;
};

struct ReadOutcome {
  PackSource source;
  Problems problems;  // empty: the source can be built
};

// The port to whatever plays sounds and videos: how long the file lasts in milliseconds, or a sentence on why a station
// cannot play it. Only asked for these two uses, once a file.
using LookIntoMedia = std::function<tl::expected<std::uint32_t, std::string>(engage::MediaUse use, ByteView file)>;

// Decodes every file and checks what the files say of each other; without `look_into`, sounds and videos are taken as
// they are.
[[nodiscard]] ReadOutcome read_pack(const SourceTree& tree, const LookIntoMedia& look_into = {});

// Everything read_pack finds, and what samples of each item's instances show.
[[nodiscard]] Problems lint(const SourceTree& tree, const LookIntoMedia& look_into = {});

}  // namespace hornbook::content
