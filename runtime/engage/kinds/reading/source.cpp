#include "runtime/engage/kinds/reading/reading.hpp"
#include "runtime/engage/template/compose.hpp"

namespace hornbook::engage {

Read<ReadingTemplate> ReadingTemplate::read(Fields&, const ItemParts&) { return ReadingTemplate{}; }

Result<Reading> compose(const ReadingTemplate&, const Composer&, SeededRandom&) { return Reading{}; }

}  // namespace hornbook::engage
