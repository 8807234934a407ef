// Examples that are shown done, where practice of a skill does not get there (wheel spinning): who knows too little to
// find a way learns more from reading one than from looking for it (Sweller & Cooper 1985), and examples that show a
// step less each time lead over to work of one's own (fading from the last step: Renkl & Atkinson 2003, "Structuring
// the transition from example study to problem solving in cognitive skill acquisition"). An item of several steps is
// shown without its last step, then without the last two, and so on. One of a single step comes after a sibling that
// is shown done: the same with other numbers, or another item of the skill (example–problem pairs: Sweller & Cooper).
// Pure.
#pragma once

#include <optional>

#include "runtime/adapt/pick_item.hpp"

namespace hornbook::adapt {

struct Example {
  measure::ExampleKind kind{};
  std::uint8_t steps = 1;        // of the item itself, from its first, that are shown done
  std::uint32_t item_index = 0;  // of the example
  bool is_template = false;      // it has other numbers with another seed
};

// The example that the item comes with now; nothing when it has no steps to show and no sibling. Items about a text,
// and what no machine judges, have none.
[[nodiscard]] std::optional<Example> example_for(const interpret::LearnerState& state,
                                                 const interpret::Curriculum& curriculum, std::uint32_t item_index);

// Whether the candidate should come with an example: the detector says that its skill does not come together, nothing
// of it is likely to succeed, and what it builds on was looked at (then the reason is StepBack); or examples of it have
// begun to fade and not ended. Two unaided right answers in a row end them.
[[nodiscard]] bool wants_example(const Moment& moment, const interpret::Curriculum& curriculum,
                                 const measure::Candidate& candidate);

}  // namespace hornbook::adapt
