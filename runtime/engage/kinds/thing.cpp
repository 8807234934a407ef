#include "runtime/engage/kinds/thing.hpp"

#include "runtime/engage/source/item_parts.hpp"
#include "runtime/engage/template/compose.hpp"

namespace hornbook::engage {

Read<ThingTemplate> read_thing(Fields& fields, const ItemParts& parts) {
  TRY_ASSIGN(Texts text, parts.optional_texts(fields, "text"));
  TRY_ASSIGN(auto figure, parts.optional_figure(fields));
  if (text.empty() && !figure) return bad_field(fields.pointer(), "a text or a figure is needed here");
  return ThingTemplate{std::move(text), std::move(figure)};
}

Read<ThingTemplate> read_thing(const Located& value, const ItemParts& parts) {
  TRY_ASSIGN(Fields fields, Fields::of(value));
  TRY_ASSIGN(ThingTemplate thing, read_thing(fields, parts));
  TRY_DONE(fields.end());
  return thing;
}

Read<std::vector<ThingTemplate>> read_things(Fields& fields, std::string_view name, std::size_t things_max,
                                             const ItemParts& parts) {
  std::vector<ThingTemplate> things;
  const auto list = fields.optional(name);
  if (!list) return things;
  TRY_ASSIGN(const auto entries, list->entries(0, things_max));
  for (const Located& entry : entries) {
    TRY_ASSIGN(ThingTemplate thing, read_thing(entry, parts));
    things.push_back(std::move(thing));
  }
  return things;
}

Result<Tile> compose_tile(const ThingTemplate& source, const Composer& composer, std::size_t source_index) {
  Tile tile;
  tile.source_index = static_cast<std::uint8_t>(source_index);
  TRY_ASSIGN(tile.text, composer.text(source.text));
  TRY_ASSIGN(tile.figure, composer.figure(source.figure));
  return tile;
}

}  // namespace hornbook::engage
