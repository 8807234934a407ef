#include "runtime/adapt/answered.hpp"

namespace hornbook::adapt {

bool was_answered_last(const interpret::LearnerState& state, ItemKey item) {
  const auto found = state.items.find(item);
  return found != state.items.end() && state.responses > 0 && found->second.last_response_number == state.responses;
}

}  // namespace hornbook::adapt
