// What comes next. A pure function of the learner's state, the packs and the parameters: the server gets the same
// decision from the same past.
#pragma once

#include <span>

#include "runtime/core/error.hpp"
#include "runtime/interpret/learner_state.hpp"
#include "runtime/measure/event.hpp"

namespace hornbook::adapt {

struct PackInPlay {
  std::uint16_t pack_index = 0;
  const interpret::Curriculum* curriculum = nullptr;
};

class Treatment;

// The parameter version since which it is a decision of its own that nothing more comes until another day: reason
// `Rest`, the evidence how many skills rest, the rejected alternatives what would be extra practice. Before, the extra
// practice was the decision, with the reason `Fallback`.
inline constexpr std::uint32_t rest_since = 5;
// Whether the decision says that it is enough for today, in either way.
[[nodiscard]] bool is_enough_for_today(const measure::Decision& decision);

// `decision_number` counts the decisions of this session and seeds what is left to chance, with the learner id.
// BadInput when no pack has an item.
[[nodiscard]] Result<measure::Decision> choose_next(const interpret::LearnerState& state, const LearnerId& learner,
                                                    std::span<const PackInPlay> packs, UnixMs now,
                                                    std::uint32_t decision_number,
                                                    const interpret::Parameters& parameters);

// The same with what experiments make of it, whatever arms the learner is in: experiments/exposures.hpp asks what would
// have been.
[[nodiscard]] Result<measure::Decision> choose_next_under(const Treatment& treatment,
                                                          const interpret::LearnerState& state,
                                                          const LearnerId& learner, std::span<const PackInPlay> packs,
                                                          UnixMs now, std::uint32_t decision_number,
                                                          const interpret::Parameters& parameters);

}  // namespace hornbook::adapt
