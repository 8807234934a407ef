// `hornbook-model memory REVIEWS.csv`: one learner's reviews → how probable each recall was before it.
#pragma once

#include <iosfwd>
#include <string_view>
#include <vector>

#include "runtime/core/error.hpp"
#include "runtime/interpret/memory/card_memory.hpp"

namespace hornbook::platform {

// CSV with a header that names at least card (any text), day (a number, which may be fractional; only differences
// within a card count) and rating (1 … 4), each card's rows in the order of time. BadInput names line and column and
// says what to write; LimitExceeded when there is more than CsvTable or fit_memory takes.
[[nodiscard]] Result<std::vector<interpret::MemoryReview>> read_reviews(std::string_view csv);

enum class Weights {
  Published,        // the defaults of FSRS-6
  FittedToThePast,  // fitted again, whenever the reviews have doubled in number, to all reviews above the row
};
// A line a review, in their order: the probability with six decimals, or `nan` for a card's first review, of which
// there is nothing to recall yet. BadInput or LimitExceeded as fit_memory has it.
[[nodiscard]] Done write_recall(const std::vector<interpret::MemoryReview>& reviews, Weights weights,
                                std::ostream& lines);

}  // namespace hornbook::platform
