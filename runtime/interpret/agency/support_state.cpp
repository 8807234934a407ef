#include "runtime/interpret/agency/support_state.hpp"

#include <algorithm>

namespace hornbook::interpret {

void show_example(SupportState& supports, SkillKey skill, const measure::ExampleShown& shown, std::size_t item_steps,
                  std::uint32_t session) {
  ExampleSeries& series = supports.examples[skill];
  series.session = session;
  if (shown.kind == measure::ExampleKind::OwnSteps) {
    series.shown = static_cast<std::uint8_t>(item_steps - std::min<std::size_t>(shown.steps, item_steps));
  } else {
    const bool is_over = series.shown >= sibling_examples;
    series.shown = static_cast<std::uint8_t>(is_over ? 1 : series.shown + 1);
  }
}

void take(SupportState& supports, const measure::BreakTaken&, std::uint32_t session, std::uint32_t responses) {
  supports.rest = {session, responses};
}

}  // namespace hornbook::interpret
