// What an index says of its items' questions since version 4: how long one usually takes, and which step of an item of
// several can show which misconception. Inside runtime/pack.
#pragma once

#include "runtime/core/bytes.hpp"
#include "runtime/pack/index.hpp"

namespace hornbook::pack {

// Whether there is anything to be said.
[[nodiscard]] bool tells_of_questions(const Index& index);

// Of an index whose items are there already. BadInput when a time or a misconception is out of its range, or nothing is
// said.
void put_questions(ByteWriter& writer, const Index& index);
[[nodiscard]] Done read_questions(ByteReader& reader, Index& index);

}  // namespace hornbook::pack
