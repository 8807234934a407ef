// FSRS-6 weights of one learner: the most probable ones, given the reviews and what is known of other learners.
#pragma once

#include <span>

#include "runtime/core/error.hpp"
#include "runtime/interpret/memory/card_memory.hpp"

namespace hornbook::interpret {

// The weights that minimise  −Σ log P(a recall, or none, as it was)  +  ½ Σ ((w − prior) / spread)²,  the first sum
// over reviews a day or more after the one before on the same card, as the published optimisers have it; w0 … w3 as
// their logarithms. So few reviews move the weights little, and none leave them at `prior`. Fisher scoring
// (Gauss–Newton with the expected information; McCullagh & Nelder 1989, §2.5) with slopes by forward accumulation,
// steps cut at the published bounds and halved until they lower the sum: the same bits on every processor.
//
// `reviews` in any order of cards, each card's in the order in which they happened. Time: at most 12 steps, each of a
// pass over them with slopes (4 µs a review on a PC) and up to 12 without; memory: 8 bytes a review. LimitExceeded when
// there are more than limits::memory_reviews_max.
[[nodiscard]] Result<FsrsWeights> fit_memory(std::span<const MemoryReview> reviews,
                                             const FsrsWeights& prior = fsrs_default_weights);

}  // namespace hornbook::interpret
