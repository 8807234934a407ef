// What is said to the learner beside the feedback, and what the pack says to misconceptions. For runtime/session alone,
// save what screens ask for.
#pragma once

#include <vector>

#include "runtime/adapt/messages/messages.hpp"
#include "runtime/session/session.hpp"

namespace hornbook::session {

// How an item went that is done.
struct Outcome {
  bool is_evidence = true;  // it can be right or wrong at all
  bool right = true;        // in the end
  bool at_first_try = true;
  bool hinted = false;
};
[[nodiscard]] Outcome outcome_of(const engage::Problem& problem);

// What is worth a word after an item, the most important first. `state` has folded its answers.
[[nodiscard]] std::vector<adapt::Occasion> occasions_after(const SessionState& state, const Outcome& outcome);

// While the learner holds a misconception that the item can show, the pack's words for it take the first hint's place.
void put_hint_for_misconception(engage::ItemInstance& item, const SessionState& state,
                                const measure::Candidate& candidate);
// The pack's words for the misconception that the verdict tells take the place of the question's general ones.
void put_words_for_misconception(engage::Verdict& verdict, const engage::Question& question, const SessionState& state);

}  // namespace hornbook::session
