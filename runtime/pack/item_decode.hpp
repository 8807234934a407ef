// From an item's JSON, which is also what a file of the source says, to the template that engage instantiates.
#pragma once

#include "runtime/engage/source/item_parts.hpp"
#include "runtime/engage/template/item_template.hpp"
#include "runtime/pack/json_fields.hpp"
#include "runtime/pack/model.hpp"

namespace hornbook::pack {

using engage::ItemSurroundings;

struct DecodedItem {
  std::string id;
  FormerIds former;
  std::vector<std::string> skills;  // of all its steps where the source names none
  std::string objective;            // for teachers
  std::int32_t difficulty_milli = 0;
  std::string passage;                     // id; empty: none
  std::optional<std::uint16_t> paragraph;  // of the passage, from 1
  engage::ItemTemplate item;
  std::vector<std::uint16_t> misconceptions;  // ascending: those that a wrong answer shows, scaffolds left out
  std::vector<std::vector<std::uint16_t>> step_misconceptions;  // the same of each step of several; empty: none
  std::uint32_t typical_ms = 0;                                 // of one question; 0: not said
};

// The optional fields "was" and "merges" of an item or a skill with this id.
[[nodiscard]] Read<FormerIds> read_former(Fields& fields, const std::string& id);

[[nodiscard]] Read<DecodedItem> decode_item(const Json& json, const ItemSurroundings& surroundings);

}  // namespace hornbook::pack
