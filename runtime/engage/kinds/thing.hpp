// A thing of the source that is shown: words, a figure, or both.
#pragma once

#include "runtime/engage/kinds/tile.hpp"

namespace hornbook::engage {

struct ThingTemplate {
  Texts text;
  std::optional<FigureTemplate> figure;
};

// The fields "text" and "figure"; one of them at least is there.
[[nodiscard]] Read<ThingTemplate> read_thing(Fields& fields, const ItemParts& parts);
// The same, of a value that says nothing else.
[[nodiscard]] Read<ThingTemplate> read_thing(const Located& value, const ItemParts& parts);
// The optional list `name` of such values, at most `things_max`.
[[nodiscard]] Read<std::vector<ThingTemplate>> read_things(Fields& fields, std::string_view name,
                                                           std::size_t things_max, const ItemParts& parts);
[[nodiscard]] Result<Tile> compose_tile(const ThingTemplate& source, const Composer& composer,
                                        std::size_t source_index);

}  // namespace hornbook::engage
