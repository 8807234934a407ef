// A question that tells whether a misconception is still there: right by the right rule, wrong by the wrong one. Pure.
#pragma once

#include "runtime/adapt/pick_item.hpp"

namespace hornbook::adapt {

// For a misconception that the state asserts, one of the items asked longest ago that can show it, of a skill that the
// learner has met. Nothing when none is asserted, or when the last item could show it already: something else comes in
// between, so that the answer is not a memory of the feedback. `offered` gains what is returned.
[[nodiscard]] std::optional<measure::Candidate> pick_probe(const Moment& moment, std::span<const PackInPlay> packs,
                                                           SeededRandom& random, Offered& offered);

}  // namespace hornbook::adapt
