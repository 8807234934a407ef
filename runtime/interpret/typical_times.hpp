// How long a first right answer to an item usually takes at a school, in place of what its pack says. Part of the
// parameters, as difficulties are (calibration.hpp): values of items alone, each from the answers of several learners
// (calibrate/typical_time.hpp).
#pragma once

#include <cstdint>
#include <vector>

#include "runtime/core/bytes.hpp"
#include "runtime/core/error.hpp"
#include "runtime/interpret/curriculum.hpp"

namespace hornbook::interpret {

inline constexpr std::uint32_t typical_ms_max = 3'600'000;

struct TypicalTime {
  ItemKey key = 0;
  std::uint32_t ms = 0;  // 1 … typical_ms_max
  bool operator==(const TypicalTime&) const = default;
};

struct TypicalTimes {
  std::uint32_t usual_ms = 0;      // of an item of which neither the school nor the pack knows it; 0: not known
  std::vector<TypicalTime> items;  // in ascending order of key
  [[nodiscard]] bool empty() const { return items.empty(); }
  bool operator==(const TypicalTimes&) const = default;
};

// Of a question of the item: the school's, else the pack's, else what is usual at the school; 0: not known.
[[nodiscard]] std::uint32_t typical_ms_of(const ItemNode& item, const TypicalTimes& times);

// Canonical bytes: runtime/interpret/STATE.md.
void put(ByteWriter& writer, const TypicalTimes& times);
// BadInput when keys do not rise or a time is out of its range, LimitExceeded past limits::pack_items_max.
[[nodiscard]] Result<TypicalTimes> read_typical_times(ByteReader& reader);

}  // namespace hornbook::interpret
