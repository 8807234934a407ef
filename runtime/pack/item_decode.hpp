// From an item's JSON, which is also what a file of the source says, to the template that engage instantiates.
#pragma once

#include <functional>
#include <optional>

#include "runtime/engage/template/item_template.hpp"
#include "runtime/pack/index.hpp"
#include "runtime/pack/json_fields.hpp"

namespace hornbook::pack {

// What an item may refer to.
struct ItemSurroundings {
  std::vector<std::string> languages;
  std::function<std::optional<std::uint16_t>(const std::string& id)> misconception;
  std::function<std::optional<Hash>(const std::string& path)> picture;
};

struct DecodedItem {
  std::string id;
  std::vector<std::string> skills;
  std::string objective;  // for teachers
  ItemKind kind{};
  std::int32_t difficulty_milli = 0;
  engage::ItemTemplate item;
};

[[nodiscard]] Read<DecodedItem> decode_item(const Json& json, const ItemSurroundings& surroundings);

// Whether `text` says the same in every language: no letters outside holes and mathematics.
[[nodiscard]] bool needs_no_translation(std::string_view text);

}  // namespace hornbook::pack
