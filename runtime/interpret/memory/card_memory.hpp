// The memory of one card along its reviews. A card is whatever is asked again: a flash card, an item, a skill.
#pragma once

#include <optional>

#include "runtime/interpret/memory/fsrs.hpp"

namespace hornbook::interpret {

struct MemoryReview {
  std::uint32_t card = 0;
  double day = 0;  // may be fractional; only differences count
  Rating rating = Rating::Again;
};

// What a model expected of a review before it saw the rating.
template <class Number>
struct Expectation {
  Number recall = 0;
  double days = 0;  // since the review before
};

template <class Number>
class CardMemory {
 public:
  // Takes in the next review, which is not before the last one, and says what was to be expected; nothing of the first.
  std::optional<Expectation<Number>> review(const BasicFsrs<Number>& fsrs, double day, Rating rating) {
    std::optional<Expectation<Number>> expected;
    if (!memory_) {
      memory_ = fsrs.first(rating);
    } else {
      const double days = day - last_day_;
      expected = Expectation<Number>{fsrs.retrievability(memory_->stability, days), days};
      memory_ = fsrs.after(*memory_, days, rating);
    }
    last_day_ = day;
    return expected;
  }

 private:
  std::optional<BasicMemory<Number>> memory_;
  double last_day_ = 0;
};

}  // namespace hornbook::interpret
