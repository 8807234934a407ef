#include "runtime/adapt/pick_item.hpp"

#include <algorithm>

#include "runtime/adapt/answered.hpp"
#include "runtime/adapt/plan_practice.hpp"
#include "runtime/adapt/support.hpp"
#include "runtime/engage/task.hpp"

namespace hornbook::adapt {
namespace {

// Costs far above any difference of success or staleness: what is avoided while there is anything else.
constexpr double answered_last_cost = 10;
constexpr double same_way_cost = 5;
// When another kind of task is called for, it may be somewhat less fitting.
constexpr double same_kind_cost = 0.3;
// What the learner's own choices can make up for: whoever always chose this kind of task gets it before others that
// fit nearly as well.
constexpr double interest_gain = 0.08;
// Where no known misconception goes wrong, a right answer may come from one: such an item counts as this much further
// from the band (since parameter version 4).
constexpr double blind_to_misconceptions_cost = 0.5;

// What one "too easy" or "too hard" moves the band, in chances of success; two at most are in force, so that it stays
// between .60 and .95.
constexpr double wish_step = 0.05;

struct Weighed {
  std::uint32_t item_index = 0;
  double success = 0;
  double cost = 0;  // smaller is better
};

struct Band {
  double low = 0;
  double high = 1;
};

// After failures the band moves up: something that will very probably succeed.
Band band_for(const RankedSkill& ranked, double easier, const interpret::Parameters& parameters) {
  const Band usual{parameters.band_low_permille / 1000.0 + easier, parameters.band_high_permille / 1000.0 + easier};
  const bool moves_up =
      ranked.reason == measure::ReasonCode::EasierAfterFailures || ranked.reason == measure::ReasonCode::StepBack ||
      ranked.reason == measure::ReasonCode::FirstContact || ranked.reason == measure::ReasonCode::BeforeTermEnds;
  return moves_up ? Band{std::min(usual.high, 1.0), 1} : usual;
}

double distance_to(const Band& band, double success) {
  if (success < band.low) return band.low - success;
  return success > band.high ? success - band.high : 0;
}

// What was answered a moment ago is costly; a template brings new numbers and tires less quickly.
double staleness(const interpret::LearnerState& state, const interpret::ItemNode& item) {
  const auto found = state.items.find(item.key);
  if (found == state.items.end()) return 0;
  const std::uint32_t since = state.responses - found->second.last_response_number;
  const double fresh = 1.0 / (1.0 + since);
  return (item.is_template ? 0.3 : 0.6) * fresh + 0.02 * std::min(found->second.presented, std::uint32_t{10});
}

double blindness(const interpret::ItemNode& item, const interpret::Parameters& parameters) {
  return parameters.version >= plan_since && item.misconceptions.empty() ? blind_to_misconceptions_cost : 0;
}

Offered::Way way_of(const RankedSkill& ranked, const interpret::ItemNode& item) {
  return {ranked.skill.pack_index, ranked.skill.skill_index, item.kind};
}

// Whether the item is there to see what the learner knows.
bool wants_evidence(measure::ReasonCode reason) {
  return reason == measure::ReasonCode::Review || reason == measure::ReasonCode::StepBack ||
         reason == measure::ReasonCode::EasierAfterFailures;
}

bool was_answered(const interpret::LearnerState& state, const interpret::ItemNode& item) {
  const auto found = state.items.find(item.key);
  return found != state.items.end() && found->second.last_response_number > 0;
}

bool fits(const Moment& moment, const RankedSkill& ranked, const Offered& offered, const interpret::ItemNode& item) {
  if (offered.items.contains(item.key)) return false;
  if (moment.treatment.leaves_out(*ranked.skill.curriculum, item)) return false;
  if (!engage::is_judged_by_person(item.kind)) return true;
  return !wants_evidence(ranked.reason) && (offered.kept_again || !was_answered(moment.state, item));
}

std::vector<Weighed> weigh(const Moment& moment, const RankedSkill& ranked, const Offered& offered) {
  const interpret::Curriculum& curriculum = *ranked.skill.curriculum;
  const std::optional<Support> support = support_for(moment.state.detectors);
  const double easier = wish_step * moment.state.agency.easier_steps + easier_by(support) + moment.treatment.easier();
  const Band band = band_for(ranked, easier, moment.parameters);
  std::vector<Weighed> weighed;
  moment.items.each_of(ranked.skill, [&](std::uint32_t i) {
    const interpret::ItemNode& item = curriculum.items[i];
    if (!fits(moment, ranked, offered, item)) return;
    const double success = interpret::predict(moment.state, curriculum, i, moment.now, moment.parameters).success;
    const double again = was_answered_last(moment.state, item.key) ? answered_last_cost : 0;
    const double alike = offered.ways.contains(way_of(ranked, item)) ? same_way_cost : 0;
    const bool same_kind = wants_another_kind(support) && item.kind == moment.state.detectors.work.kind;
    const double cost = distance_to(band, success) + staleness(moment.state, item) + again + alike +
                        blindness(item, moment.parameters) -
                        interest_gain * interpret::interest_in(moment.state.interest, item.kind);
    weighed.push_back({i, success, cost + (same_kind ? same_kind_cost : 0)});
  });
  std::stable_sort(weighed.begin(), weighed.end(), [](const Weighed& a, const Weighed& b) { return a.cost < b.cost; });
  return weighed;
}

struct Why {
  measure::ReasonCode reason{};
  std::uint16_t skill_index = 0;
};

measure::Candidate candidate(const Moment& moment, const ItemInPack& item, const Why& why, Offered& offered) {
  for (const std::uint32_t together : items_of_passage(*item.curriculum, item.item_index))
    offered.items.insert(item.curriculum->items[together].key);
  const double success =
      interpret::predict(moment.state, *item.curriculum, item.item_index, moment.now, moment.parameters).success;
  return {item.pack_index, item.item_index, moment.item_seed,
          why.reason,      why.skill_index, static_cast<std::uint16_t>(success * 1000 + 0.5)};
}

}  // namespace

std::optional<measure::Candidate> pick_item(const Moment& moment, const RankedSkill& ranked, SeededRandom& random,
                                            Offered& offered) {
  std::vector<Weighed> weighed = weigh(moment, ranked, offered);
  if (weighed.empty()) return std::nullopt;
  // Only what is nearly as good as the best is left to chance: the last item again never is, while there is another.
  constexpr double nearly = 0.1;
  std::size_t count = 1;
  while (count < std::min(weighed.size(), items_left_to_chance) && weighed[count].cost <= weighed[0].cost + nearly)
    ++count;
  const Weighed& chosen = weighed[static_cast<std::size_t>(random.below(count))];
  const interpret::Curriculum& curriculum = *ranked.skill.curriculum;
  offered.ways.insert(way_of(ranked, curriculum.items[chosen.item_index]));
  const std::vector<std::uint32_t> together = items_of_passage(curriculum, chosen.item_index);
  return candidate(moment, {ranked.skill.pack_index, &curriculum, together.front()},
                   {ranked.reason, ranked.skill.skill_index}, offered);
}

measure::Candidate pick_following(const Moment& moment, const ItemInPack& item, Offered& offered) {
  const std::uint16_t skill = item.curriculum->items[item.item_index].skills.front();
  return candidate(moment, item, {measure::ReasonCode::KeepGoing, skill}, offered);
}

}  // namespace hornbook::adapt
