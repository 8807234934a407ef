#include "runtime/interpret/inherit.hpp"

#include <algorithm>

namespace hornbook::interpret {
namespace {

// 0 is a time that is not known.
UnixMs earlier(UnixMs a, UnixMs b) { return a == 0 || (b != 0 && b < a) ? b : a; }

// Of the parts, the one that is the least sure to be mastered.
SkillBelief merged(const SkillBelief& a, const SkillBelief& b) {
  SkillBelief result = a.mastery <= b.mastery ? a : b;
  result.mastered = a.mastered && b.mastered;
  return result;
}

// Mastery of the whole needs mastery of each part; practice of any part was practice of the whole.
SkillState merged(const SkillState& a, const SkillState& b) {
  SkillState result;
  result.opportunities = a.opportunities + b.opportunities;
  result.correct = a.correct + b.correct;
  result.unaided_correct = a.unaided_correct + b.unaided_correct;
  result.failures_in_row = std::max(a.failures_in_row, b.failures_in_row);
  result.unaided_in_row = std::min(a.unaided_in_row, b.unaided_in_row);
  result.known = std::min(a.known, b.known);
  result.recent = std::min(a.recent, b.recent);
  result.first_seen_ms = earlier(a.first_seen_ms, b.first_seen_ms);
  result.last_seen_ms = std::max(a.last_seen_ms, b.last_seen_ms);
  result.last_session = std::max(a.last_session, b.last_session);
  result.delayed_correct = a.delayed_correct && b.delayed_correct;
  result.belief = merged(a.belief, b.belief);
  return result;
}

ItemState merged(const ItemState& a, const ItemState& b) {
  ItemState result = a.last_response_number >= b.last_response_number ? a : b;
  result.presented = std::max(a.presented, b.presented);
  return result;
}

template <class States>
std::optional<typename States::mapped_type> inherited(const FormerKeys& former, const States& states) {
  for (const std::uint64_t key : former.was)
    if (const auto found = states.find(key); found != states.end()) return found->second;
  std::optional<typename States::mapped_type> whole;
  for (const std::uint64_t key : former.merges)
    if (const auto found = states.find(key); found != states.end())
      whole = whole ? merged(*whole, found->second) : found->second;
  return whole;
}

template <class Nodes, class States>
void inherit_each(const Nodes& nodes, States& states) {
  for (const auto& node : nodes) {
    if (states.contains(node.key)) continue;
    if (const auto state = inherited(node.former, states)) states.emplace(node.key, *state);
  }
}

}  // namespace

void inherit(LearnerState& state, const Curriculum& curriculum) {
  inherit_each(curriculum.skills, state.skills);
  inherit_each(curriculum.items, state.items);
}

}  // namespace hornbook::interpret
