// What a school has learned from all its learners of how hard items are, in place of what their packs say. It is part
// of the parameters (parameters.hpp), so that a session names it by hash and a replay finds it. It holds nothing of any
// learner: values of items and skills alone, each from the answers of several learners
// (calibrate/calibrate_school.hpp).
#pragma once

#include <cstdint>
#include <vector>

#include "runtime/core/bytes.hpp"
#include "runtime/core/error.hpp"
#include "runtime/interpret/curriculum.hpp"

namespace hornbook::interpret {

struct CalibratedValue {
  std::uint64_t key = 0;   // of an item or a skill: stable_key
  std::int32_t milli = 0;  // logits × 1000, ±limits::difficulty_milli_max; greater is harder
  bool operator==(const CalibratedValue&) const = default;
};

struct Calibration {
  // Both in ascending order of key.
  std::vector<CalibratedValue> items;   // difficulty; stands in for the pack's
  std::vector<CalibratedValue> skills;  // how much harder the other items of the skill are than the pack says
  [[nodiscard]] bool empty() const { return items.empty() && skills.empty(); }
  bool operator==(const Calibration&) const = default;
};

// Of an item of the curriculum, logits × 1000: the school's, or else the pack's, moved by the mean of its skills'
// values.
[[nodiscard]] std::int32_t difficulty_milli_of(const ItemNode& item, const Curriculum& curriculum,
                                               const Calibration& calibration);

// Canonical bytes: one calibration has one encoding. Format: runtime/interpret/STATE.md.
void put(ByteWriter& writer, const Calibration& calibration);
// BadInput when keys do not rise or a value is out of its range, LimitExceeded past limits::pack_items_max.
[[nodiscard]] Result<Calibration> read_calibration(ByteReader& reader);

}  // namespace hornbook::interpret
