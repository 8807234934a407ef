// From an item's JSON, which is also what a file of the source says, to the template that engage instantiates.
#pragma once

#include "runtime/engage/source/item_parts.hpp"
#include "runtime/engage/template/item_template.hpp"
#include "runtime/pack/json_fields.hpp"

namespace hornbook::pack {

using engage::ItemSurroundings;

struct DecodedItem {
  std::string id;
  std::vector<std::string> skills;  // of all its steps where the source names none
  std::string objective;            // for teachers
  std::int32_t difficulty_milli = 0;
  engage::ItemTemplate item;
};

[[nodiscard]] Read<DecodedItem> decode_item(const Json& json, const ItemSurroundings& surroundings);

}  // namespace hornbook::pack
