// From a passage's JSON, which is also what a file of the source says, to the template that engage composes.
#pragma once

#include "runtime/engage/passage/passage_template.hpp"
#include "runtime/pack/json_fields.hpp"

namespace hornbook::pack {

[[nodiscard]] Read<engage::PassageTemplate> decode_passage(const Json& json,
                                                           const engage::ItemSurroundings& surroundings);

// The levels that there are, as the index has them: bit n − 1 for level n.
[[nodiscard]] std::uint8_t levels_of(const engage::PassageTemplate& passage);

}  // namespace hornbook::pack
