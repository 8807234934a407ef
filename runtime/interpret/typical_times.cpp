#include "runtime/interpret/typical_times.hpp"

#include <algorithm>

#include "runtime/core/limits.hpp"

namespace hornbook::interpret {

std::uint32_t typical_ms_of(const ItemNode& item, const TypicalTimes& times) {
  const auto found = std::ranges::lower_bound(times.items, item.key, {}, &TypicalTime::key);
  if (found != times.items.end() && found->key == item.key) return found->ms;
  return item.typical_ms > 0 ? item.typical_ms : times.usual_ms;
}

void put(ByteWriter& writer, const TypicalTimes& times) {
  writer.varint(times.usual_ms);
  writer.varint(times.items.size());
  ItemKey last = 0;
  for (const TypicalTime& time : times.items) {
    writer.varint(time.key - last);
    writer.varint(time.ms);
    last = time.key;
  }
}

Result<TypicalTimes> read_typical_times(ByteReader& reader) {
  TypicalTimes times;
  TRY_ASSIGN(const std::uint64_t usual, reader.varint_up_to(typical_ms_max));
  times.usual_ms = static_cast<std::uint32_t>(usual);
  TRY_ASSIGN(const std::uint64_t count, reader.varint_up_to(limits::pack_items_max));
  for (std::uint64_t at = 0; at < count; ++at) {
    TRY_ASSIGN(const std::uint64_t difference, reader.varint());
    TRY_ASSIGN(const std::uint64_t ms, reader.varint_up_to(typical_ms_max));
    const ItemKey last = times.items.empty() ? 0 : times.items.back().key;
    const ItemKey key = last + difference;
    if (!times.items.empty() && key <= last) return fail(ErrorCode::BadInput, "typical times", "its keys do not rise");
    if (ms == 0) return fail(ErrorCode::BadInput, "typical times", "nothing takes no time");
    times.items.push_back({key, static_cast<std::uint32_t>(ms)});
  }
  return times;
}

}  // namespace hornbook::interpret
