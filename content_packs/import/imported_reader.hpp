// A text to read as an importer made it: one passage at one level, and the item that reads it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "runtime/core/bytes.hpp"

namespace hornbook::content {

struct ReaderHeading {
  std::string text;  // with markup
};
struct ReaderParagraph {
  std::string text;  // with markup
};
struct ReaderPicture {
  std::string path;  // in ImportedPack::media
  std::string description;
};
using ReaderBlock = std::variant<ReaderHeading, ReaderParagraph, ReaderPicture>;

struct ImportedSound {
  std::string path;     // in ImportedPack::media
  std::string caption;  // what is heard, with markup
};

struct ImportedReader {
  std::string id;
  std::string title;  // without markup
  std::string skill;  // its id
  std::uint8_t level = 1;
  std::vector<ReaderBlock> blocks;
  std::optional<ImportedSound> sound;  // heard beside it
  std::vector<std::string> authors;    // empty: the pack's
  std::string licence;                 // likewise
  std::string source;                  // likewise
};

// The words of all paragraphs, as spaces part them.
[[nodiscard]] std::size_t count_words(const ImportedReader& reader);

// The level of a book of so many words: up to 250, 600, 1500, and beyond. StoryWeaver's guidelines for such books
// (storyweaver.org.in/reading_levels), which say nothing of a language.
[[nodiscard]] std::uint8_t level_by_words(std::size_t words);

// Takes what a passage may not hold: empty and too long paragraphs (which are cut into several) and more blocks than
// limits::passage_blocks_max or more bytes than limits::object_bytes_max in one passage. Gives one reader, or several
// parts with numbers in their titles; none when there is nothing to read.
[[nodiscard]] std::vector<ImportedReader> fitting(ImportedReader reader);

}  // namespace hornbook::content
