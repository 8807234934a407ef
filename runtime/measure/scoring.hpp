// Scoring: what an answer is worth and which misconception it shows.
#pragma once

#include "runtime/engage/item.hpp"

namespace hornbook::measure {

// Pure. An answer of another kind than the item's task scores as not correct with no credit.
// Partial credit: an order task gives the share of adjacent pairs in the right order; the rest are all or nothing; a
// right value in the wrong form (not simplified where asked) gives 500 and a feedback that says so (the item's
// not_yet).
[[nodiscard]] engage::Verdict score(const engage::ItemInstance& item, const engage::Answer& answer);

// The answer that is right for the item: for "show me" after the last try, and for scripts.
[[nodiscard]] engage::Answer right_answer(const engage::ItemInstance& item);

}  // namespace hornbook::measure
