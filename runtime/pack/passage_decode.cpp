#include "runtime/pack/passage_decode.hpp"

#include "runtime/pack/index.hpp"

namespace hornbook::pack {

Read<engage::PassageTemplate> decode_passage(const Json& json, const engage::ItemSurroundings& surroundings) {
  engage::ItemSurroundings without_holes = surroundings;
  without_holes.holes = engage::Holes::None;
  const SourceValue value = source_value(json);
  TRY_ASSIGN(Fields fields, Fields::of(Located{&value, ""}));
  TRY_ASSIGN(engage::PassageTemplate passage, engage::read_passage(fields, without_holes));
  if (!is_identifier(passage.id)) return bad_field("/id", "an id has only a to z, 0 to 9, '.', '_' and '-'");
  return passage;
}

std::uint8_t levels_of(const engage::PassageTemplate& passage) {
  unsigned bits = 0;
  for (const engage::PassageLevelTemplate& level : passage.levels) bits |= 1U << (level.level - 1U);
  return static_cast<std::uint8_t>(bits);
}

}  // namespace hornbook::pack
