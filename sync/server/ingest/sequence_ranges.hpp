// Which sequences of one epoch the school has, as few ranges.
#pragma once

#include <vector>

#include "runtime/core/bytes.hpp"
#include "runtime/core/error.hpp"
#include "runtime/journal/acknowledgement.hpp"

namespace hornbook::server {

class SequenceRanges {
 public:
  // LimitExceeded when it would leave more gaps than limits::acknowledged_gaps_max. 1 ≤ first ≤ last.
  [[nodiscard]] Done insert(std::uint64_t first, std::uint64_t last);
  [[nodiscard]] bool contains(std::uint64_t sequence) const;
  // The last sequence before the first gap, counted from 1; 0 when the first is missing.
  [[nodiscard]] std::uint64_t through() const;
  [[nodiscard]] std::uint64_t highest() const { return ranges_.empty() ? 0 : ranges_.back().last; }
  // Every gap below highest(), ascending.
  [[nodiscard]] std::vector<journal::SequenceRange> gaps() const;

  [[nodiscard]] Bytes encode() const;
  [[nodiscard]] static Result<SequenceRanges> decode(ByteView bytes);

 private:
  std::vector<journal::SequenceRange> ranges_;  // ascending, never touching
};

}  // namespace hornbook::server
