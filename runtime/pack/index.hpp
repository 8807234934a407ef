// The index of a pack: everything about it that is not in an object. Its bytes, and the bytes of a signed index:
// content_packs/schema/FORMAT.md.
#pragma once

#include "runtime/pack/model.hpp"

namespace hornbook::pack {

// 2: items name the misconceptions that they can show. 3: experiments. 4: how long questions usually take, and
// which steps can show which misconceptions. An index is written in the first version that
// holds all of it.
inline constexpr std::uint8_t index_version = 4;

struct IndexItem {
  std::string id;
  std::vector<std::uint16_t> skills;  // indexes; at least one; the first is the main one
  std::uint8_t kind = 0;              // the number of a kind in runtime/engage/kinds; 0: several steps
  std::vector<std::vector<std::uint16_t>> step_skills;  // of each step when there are several, else empty
  std::int32_t difficulty_milli = 0;
  bool is_template = false;
  std::uint32_t object = 0;   // index into Index::objects
  std::uint32_t passage = 0;  // what is read for it: the n-th of Index::passages; 0: none
  FormerIds former;
  std::vector<std::uint16_t> misconceptions;  // indexes, ascending: those that a wrong answer can show
  std::uint32_t typical_ms = 0;               // of one question, whole seconds; 0: not said
  std::vector<std::vector<std::uint16_t>> step_misconceptions;  // of each step when there are several; empty: none
};

struct IndexPassage {
  std::string id;
  LocalisedText title;
  std::uint8_t levels = 0;   // bit n − 1 for level n; at least one
  std::uint32_t object = 0;  // index into Index::objects
};

struct MediaFile {
  std::string path;                    // in the source, such as "media/loaf.svg"
  Hash content;                        // of the whole file
  std::vector<std::uint32_t> objects;  // its parts, in order
};

struct Index {
  std::string name;
  std::string version;
  std::vector<std::string> languages;  // the first is the source language
  LocalisedText title;
  std::string licence;  // SPDX, such as "CC-BY-4.0"
  std::vector<std::string> authors;
  std::string subject;
  std::vector<std::string> levels;
  std::vector<Skill> skills;
  std::vector<Misconception> misconceptions;
  std::vector<IndexItem> items;
  std::vector<IndexPassage> passages;
  std::vector<MediaFile> media;      // ascending by path
  std::vector<ObjectEntry> objects;  // ascending by hash
  std::vector<Experiment> experiments;
};

[[nodiscard]] Bytes encode(const Index& index);
// BadInput when it is malformed (an index out of range, a text that is missing, a cycle of prerequisites, an order that
// is not ascending), LimitExceeded when it is larger than a limit.
[[nodiscard]] Result<Index> decode_index(ByteView bytes);

// 1 to limits::identifier_bytes_max of a–z, 0–9, '.', '_', '-'.
[[nodiscard]] bool is_identifier(std::string_view text);
// An identifier, or that of another pack, a slash and an identifier there.
[[nodiscard]] bool is_former_identifier(std::string_view text);
// Whether following `prerequisites` of skills leads back to where it began. Every index must be in range.
[[nodiscard]] bool has_cycle(const std::vector<Skill>& skills);

}  // namespace hornbook::pack
