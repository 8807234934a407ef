// Misconceptions, traced as knowledge is: Bayes' rule over what an answer shows, then the chance that the rule was
// given up or taken up (the scheme of Corbett & Anderson 1995, with a wrong rule in place of the right one). That
// errors come from rules: Brown & Burton 1978. That rules are followed most of the time and not always: VanLehn 1990.
// That a rule is given up where it is seen to fail: Ohlsson 1996. Constants with their reasons:
// runtime/interpret/MODEL.md.
#pragma once

#include "runtime/interpret/misconceptions/misconception_state.hpp"
#include "runtime/measure/event.hpp"

namespace hornbook::interpret {

// What a first try shows of a misconception that could have shown there.
enum class MisconceptionSign : std::uint8_t { Shown, Right, OtherError };

// P(held) before anything was seen.
inline constexpr double misconception_prior = 0.1;
inline constexpr double misconception_asserted_from = 0.8;  // with errors on two distinct items
inline constexpr double misconception_cleared_below = 0.2;

[[nodiscard]] MisconceptionState new_misconception();
// Takes in one first try on `item`, and asserts or clears the misconception. `now` is the session's estimate.
void trace_misconception(MisconceptionState& state, MisconceptionSign sign, ItemKey item, UnixMs now);

// The same for each misconception that the first try `response` to a step of the item could have shown, or has. A right
// answer after a hint says nothing. Where the pack does not say which step can show what, only what is shown counts.
void trace_misconceptions(MisconceptionStates& states, const Curriculum& curriculum, const ItemNode& item,
                          std::uint8_t step, const measure::Response& response, UnixMs now);

}  // namespace hornbook::interpret
