#include "runtime/adapt/choose_next.hpp"

#include <algorithm>

#include "runtime/adapt/experiments/arms.hpp"
#include "runtime/adapt/experiments/treatment.hpp"
#include "runtime/adapt/pace.hpp"
#include "runtime/adapt/pick_item.hpp"
#include "runtime/adapt/pick_probe.hpp"
#include "runtime/adapt/placement/check.hpp"
#include "runtime/adapt/worked_example.hpp"
#include "runtime/core/limits.hpp"

namespace hornbook::adapt {
namespace {

// The choice is offered among three: the suggestion and two others.
constexpr std::size_t options_wanted = 3;
static_assert(options_wanted <= limits::decision_alternatives_max + 1);

std::uint64_t mixed(std::uint64_t value) { return SeededRandom(value).next(); }

// Another learner beside them, or another day, gets other numbers and another chance.
std::uint64_t session_seed(const interpret::LearnerState& state, const LearnerId& learner) {
  std::uint64_t seed = state.sessions;
  for (const std::uint8_t byte : learner.bytes) seed = mixed(seed ^ byte);
  return seed;
}

// One item a skill in the order of their ranks, then second items, answered in another way, while there are too few to
// choose from. A text that was begun goes on before anything else.
std::vector<measure::Candidate> gather(const Moment& moment, std::span<const PackInPlay> packs,
                                       const std::vector<RankedSkill>& ranked, SeededRandom& random) {
  std::vector<measure::Candidate> options;
  Offered offered;
  if (const auto next = next_of_passage(moment.state, packs)) options.push_back(pick_following(moment, *next, offered));
  if (options.empty()) {
    if (const auto probe = pick_probe(moment, packs, random, offered)) options.push_back(*probe);
  }
  const auto go_round = [&] {
    for (const RankedSkill& each : ranked) {
      if (options.size() >= options_wanted) break;
      auto candidate = pick_item(moment, each, random, offered);
      if (!candidate) continue;
      if (wants_example(moment, *each.skill.curriculum, *candidate))
        candidate->reason = measure::ReasonCode::WorkedExample;
      options.push_back(*candidate);
    }
  };
  for (int round = 0; round < 3; ++round) go_round();
  if (!options.empty()) return options;
  // All that there is was written for a person already.
  offered.kept_again = true;
  go_round();
  return options;
}

// While a check is on and has not ended: its next question. The evidence is how many were answered, and the P(known) of
// the skill by them.
std::optional<measure::Decision> decide_in_check(const interpret::LearnerState& state,
                                                 std::span<const PackInPlay> packs,
                                                 const interpret::Parameters& parameters, SeededRandom& random,
                                                 std::uint32_t item_seed) {
  const std::optional<CheckStanding> standing = check_at_hand(state, packs, parameters);
  if (!standing || standing->ends) return std::nullopt;
  std::vector<measure::Candidate> questions = pick_questions(state, *standing, parameters, random, item_seed);
  if (questions.empty()) return std::nullopt;
  measure::Decision decision;
  decision.chosen = questions.front();
  decision.alternatives.assign(questions.begin() + 1, questions.end());
  decision.opportunities = static_cast<std::uint16_t>(standing->questions);
  const auto& skills = standing->cluster.skills;
  const auto asked = std::find_if(skills.begin(), skills.end(), [&](const interpret::ClusterSkill& skill) {
    return skill.skill == decision.chosen.skill_index;
  });
  const double known = standing->estimate.known[static_cast<std::size_t>(asked - skills.begin())];
  decision.mastery_permille = static_cast<std::uint16_t>(known * 1000 + 0.5);
  return decision;
}

std::uint16_t dependants_of(const measure::Candidate& candidate, const std::vector<SkillInView>& skills) {
  for (const SkillInView& skill : skills) {
    if (skill.pack_index != candidate.pack_index || skill.skill_index != candidate.skill_index) continue;
    return static_cast<std::uint16_t>(std::min<std::size_t>(dependants_of(skill, skills), 65'535));
  }
  return 0;
}

// Nothing of what is open is better done now than another day: then resting is chosen, and extra practice rejected.
bool is_only_extra(const std::vector<measure::Candidate>& options, const interpret::Parameters& parameters) {
  return parameters.version >= rest_since && options.front().reason == measure::ReasonCode::Fallback;
}

std::uint16_t resting_among(const std::vector<RankedSkill>& ranked) {
  const auto rests = [](const RankedSkill& each) {
    return each.reason == measure::ReasonCode::Fallback && each.skill.standing != interpret::SkillStanding::Mastered;
  };
  return static_cast<std::uint16_t>(std::min<std::ptrdiff_t>(std::ranges::count_if(ranked, rests), 65'535));
}

const interpret::SkillState* skill_of(const interpret::LearnerState& state, std::span<const PackInPlay> packs,
                                      const measure::Candidate& candidate) {
  for (const PackInPlay& pack : packs) {
    if (pack.pack_index != candidate.pack_index) continue;
    const auto found = state.skills.find(pack.curriculum->skills[candidate.skill_index].key);
    return found == state.skills.end() ? nullptr : &found->second;
  }
  return nullptr;
}

}  // namespace

bool is_enough_for_today(const measure::Decision& decision) {
  return decision.chosen.reason == measure::ReasonCode::Rest || decision.chosen.reason == measure::ReasonCode::Fallback;
}

Result<measure::Decision> choose_next(const interpret::LearnerState& state, const LearnerId& learner,
                                      std::span<const PackInPlay> packs, UnixMs now, std::uint32_t decision_number,
                                      const interpret::Parameters& parameters) {
  const Treatment treatment(arms_in_force(state, learner, packs, now, parameters));
  return choose_next_under(treatment, state, learner, packs, now, decision_number, parameters);
}

Result<measure::Decision> choose_next_under(const Treatment& treatment, const interpret::LearnerState& state,
                                            const LearnerId& learner, std::span<const PackInPlay> packs, UnixMs now,
                                            std::uint32_t decision_number, const interpret::Parameters& parameters) {
  const std::uint64_t seed = session_seed(state, learner);
  SeededRandom random(mixed(seed ^ state.responses) ^ decision_number);
  // Items' seeds grow by one from decision to decision, so that an event's columns need not carry them.
  const auto item_seed = static_cast<std::uint32_t>(seed + decision_number);
  if (auto decision = decide_in_check(state, packs, parameters, random, item_seed)) {
    decision->number = decision_number;
    decision->model_version = parameters.version;
    return *decision;
  }
  const std::vector<SkillInView> skills = view_skills(state, packs, parameters);
  const std::vector<RankedSkill> ranked = rank_skills(state, skills, now, parameters, treatment);
  const ItemsBySkill items(packs);
  std::vector<measure::Candidate> options =
      gather({state, now, parameters, item_seed, items, treatment}, packs, ranked, random);
  if (options.empty()) {
    return fail(ErrorCode::BadInput, "next activity", "no installed pack has an activity to offer; install one");
  }
  measure::Decision decision;
  decision.number = decision_number;
  decision.chosen = options.front();
  const bool is_rest = is_only_extra(options, parameters);
  if (is_rest) decision.chosen.reason = measure::ReasonCode::Rest;
  decision.alternatives.assign(options.begin() + (is_rest ? 0 : 1), options.end());
  decision.model_version = parameters.version;
  if (const interpret::SkillState* skill = skill_of(state, packs, decision.chosen)) {
    decision.opportunities = static_cast<std::uint16_t>(std::min(skill->opportunities, std::uint32_t{65'535}));
    decision.mastery_permille = static_cast<std::uint16_t>(skill->known * 1000 + 0.5);
  }
  // The evidence for a new skill out of its turn is what is built on it.
  if (decision.chosen.reason == measure::ReasonCode::BeforeTermEnds)
    decision.opportunities = dependants_of(decision.chosen, skills);
  if (is_rest) decision.opportunities = resting_among(ranked);
  return decision;
}

}  // namespace hornbook::adapt
