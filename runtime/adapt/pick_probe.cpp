#include "runtime/adapt/pick_probe.hpp"

#include <algorithm>

#include "runtime/adapt/answered.hpp"
#include "runtime/engage/task.hpp"

namespace hornbook::adapt {
namespace {

const interpret::ItemState* find_item(const interpret::LearnerState& state, ItemKey key) {
  const auto found = state.items.find(key);
  return found == state.items.end() ? nullptr : &found->second;
}

bool is_probed_now(const interpret::LearnerState& state, MisconceptionKey key) {
  const auto found = state.misconceptions.find(key);
  return found != state.misconceptions.end() && found->second.asserted &&
         !was_answered_last(state, found->second.last_item);
}

struct Probe {
  std::uint16_t pack_index = 0;
  const interpret::Curriculum* curriculum = nullptr;
  std::uint32_t item_index = 0;
  std::uint32_t answered = 0;  // when, in the learner's count of answers; 0: never
};

// Where the pack does not say which of several steps could show it, a right answer does not tell; a question about a
// text would bring all of the text along.
bool can_tell(const Moment& moment, const interpret::Curriculum& curriculum, const interpret::ItemNode& item) {
  const bool is_known_where = item.step_skills.empty() || !item.step_misconceptions.empty();
  if (!is_known_where || item.passage != 0 || !engage::is_evidence(item.kind)) return false;
  if (!moment.state.skills.contains(curriculum.skills[item.skills.front()].key)) return false;
  return std::any_of(item.misconceptions.begin(), item.misconceptions.end(), [&](std::uint16_t index) {
    return is_probed_now(moment.state, curriculum.misconceptions[index]);
  });
}

std::vector<Probe> probes_of(const Moment& moment, std::span<const PackInPlay> packs, const Offered& offered) {
  std::vector<Probe> probes;
  for (const PackInPlay& pack : packs) {
    for (std::uint32_t i = 0; i < pack.curriculum->items.size(); ++i) {
      const interpret::ItemNode& item = pack.curriculum->items[i];
      if (item.misconceptions.empty() || offered.items.contains(item.key)) continue;
      if (moment.treatment.leaves_out(*pack.curriculum, item)) continue;
      if (!can_tell(moment, *pack.curriculum, item)) continue;
      const interpret::ItemState* seen = find_item(moment.state, item.key);
      probes.push_back({pack.pack_index, pack.curriculum, i, seen == nullptr ? 0 : seen->last_response_number});
    }
  }
  std::stable_sort(probes.begin(), probes.end(),
                   [](const Probe& a, const Probe& b) { return a.answered < b.answered; });
  return probes;
}

bool is_any_asserted(const interpret::LearnerState& state) {
  return std::any_of(state.misconceptions.begin(), state.misconceptions.end(),
                     [](const auto& entry) { return entry.second.asserted; });
}

}  // namespace

std::optional<measure::Candidate> pick_probe(const Moment& moment, std::span<const PackInPlay> packs,
                                             SeededRandom& random, Offered& offered) {
  if (!is_any_asserted(moment.state)) return std::nullopt;
  const std::vector<Probe> probes = probes_of(moment, packs, offered);
  if (probes.empty()) return std::nullopt;
  const Probe& chosen = probes[static_cast<std::size_t>(random.below(std::min(probes.size(), items_left_to_chance)))];
  offered.items.insert(chosen.curriculum->items[chosen.item_index].key);
  const double success =
      interpret::predict(moment.state, *chosen.curriculum, chosen.item_index, moment.now, moment.parameters).success;
  return measure::Candidate{chosen.pack_index,
                            chosen.item_index,
                            moment.item_seed,
                            measure::ReasonCode::Probe,
                            chosen.curriculum->items[chosen.item_index].skills.front(),
                            static_cast<std::uint16_t>(success * 1000 + 0.5)};
}

}  // namespace hornbook::adapt
