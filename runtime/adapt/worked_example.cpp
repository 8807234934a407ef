#include "runtime/adapt/worked_example.hpp"

#include <algorithm>
#include <cstdlib>
#include <tuple>

#include "runtime/adapt/plan_practice.hpp"
#include "runtime/engage/task.hpp"

namespace hornbook::adapt {
namespace {

using interpret::ItemNode;

bool can_be_shown(const ItemNode& item) { return item.passage == 0 && engage::is_evidence(item.kind); }

std::size_t steps_of(const ItemNode& item) { return std::max<std::size_t>(item.step_skills.size(), 1); }

// How many examples a series has, beginning with this item.
std::size_t examples_of(const ItemNode& item) {
  return steps_of(item) > 1 ? steps_of(item) - 1 : interpret::sibling_examples;
}

interpret::ExampleSeries series_of(const interpret::LearnerState& state, SkillKey skill) {
  const auto found = state.supports.examples.find(skill);
  return found == state.supports.examples.end() ? interpret::ExampleSeries{} : found->second;
}

SkillKey main_skill_of(const interpret::Curriculum& curriculum, const ItemNode& item) {
  return curriculum.skills[item.skills.front()].key;
}

// Answered in the same way, known already so that nothing is spoilt, and as hard as the item.
std::optional<std::uint32_t> sibling_of(const interpret::LearnerState& state, const interpret::Curriculum& curriculum,
                                        std::uint32_t item_index) {
  const ItemNode& own = curriculum.items[item_index];
  if (own.is_template) return item_index;
  const auto cost = [&](const ItemNode& item) {
    const auto seen = state.items.find(item.key);
    const bool is_known = seen != state.items.end() && seen->second.last_response_number > 0;
    return std::tuple(item.kind != own.kind, !is_known, std::abs(item.difficulty_milli - own.difficulty_milli));
  };
  std::optional<std::uint32_t> best;
  for (std::uint32_t at = 0; at < curriculum.items.size(); ++at) {
    const ItemNode& item = curriculum.items[at];
    const bool fits = at != item_index && item.skills.front() == own.skills.front() && steps_of(item) == 1;
    if (!fits || !can_be_shown(item)) continue;
    if (!best || cost(item) < cost(curriculum.items[*best])) best = at;
  }
  return best;
}

}  // namespace

std::optional<Example> example_for(const interpret::LearnerState& state, const interpret::Curriculum& curriculum,
                                   std::uint32_t item_index) {
  const ItemNode& item = curriculum.items[item_index];
  if (!can_be_shown(item)) return std::nullopt;
  const std::size_t steps = steps_of(item);
  if (steps > 1) {
    // A series that is over begins anew.
    const std::size_t shown = series_of(state, main_skill_of(curriculum, item)).shown % (steps - 1);
    const auto worked = static_cast<std::uint8_t>(steps - 1 - shown);
    return Example{measure::ExampleKind::OwnSteps, worked, item_index, item.is_template};
  }
  const auto sibling = sibling_of(state, curriculum, item_index);
  if (!sibling) return std::nullopt;
  return Example{measure::ExampleKind::Sibling, 1, *sibling, curriculum.items[*sibling].is_template};
}

bool wants_example(const Moment& moment, const interpret::Curriculum& curriculum, const measure::Candidate& candidate) {
  if (moment.parameters.version < plan_since || candidate.reason == measure::ReasonCode::StepBack) return false;
  const interpret::LearnerState& state = moment.state;
  const ItemNode& item = curriculum.items[candidate.item_index];
  const SkillKey key = main_skill_of(curriculum, item);
  const auto skill = state.skills.find(key);
  if (skill == state.skills.end() || skill->second.unaided_in_row >= rests_after_in_row) return false;
  const interpret::ExampleSeries series = series_of(state, key);
  const bool is_recent = state.sessions - series.session <= 1 && !skill->second.belief.mastered;
  const bool goes_on = is_recent && series.shown > 0 && series.shown < examples_of(item);
  const bool may_begin = series.shown == 0 || series.session != state.sessions;
  const bool spins = state.detectors.wheel_spinning.skill == key &&
                     alarm_of(state.detectors, interpret::detect::Detector::WheelSpinning).is_on();
  const bool is_likely = candidate.success_permille >= moment.parameters.band_low_permille;
  if (!goes_on && !(spins && may_begin && !is_likely)) return false;
  return example_for(state, curriculum, candidate.item_index).has_value();
}

}  // namespace hornbook::adapt
