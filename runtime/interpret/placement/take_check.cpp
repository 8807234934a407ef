#include "runtime/interpret/placement/take_check.hpp"

#include <algorithm>

#include "runtime/core/limits.hpp"
#include "runtime/interpret/answer_model.hpp"

namespace hornbook::interpret {
namespace {

const ItemNode* find_item(const Curriculum& curriculum, ItemKey key) {
  const auto found = std::find_if(curriculum.items.begin(), curriculum.items.end(),
                                  [key](const ItemNode& item) { return item.key == key; });
  return found == curriculum.items.end() ? nullptr : &*found;
}

// Each answer about the skill counts as the first try without a hint that it was.
void count_answers(SkillState& skill, const ClusterCheck& check, const Curriculum& curriculum, std::uint16_t index,
                   std::uint32_t session) {
  for (const CheckAnswer& answer : check.answers) {
    const ItemNode* item = find_item(curriculum, answer.item);
    if (item == nullptr || item->skills.front() != index || answer.outcome == CheckOutcome::Unread) continue;
    const bool right = answer.outcome == CheckOutcome::Right;
    ++skill.opportunities;
    skill.correct += right ? 1u : 0u;
    skill.unaided_correct += right ? 1u : 0u;
    skill.unaided_in_row = right ? skill.unaided_in_row + 1 : 0;
    skill.failures_in_row = right ? 0 : skill.failures_in_row + 1;
    if (skill.first_seen_ms == 0) skill.first_seen_ms = answer.at_ms;
    skill.last_seen_ms = std::max(skill.last_seen_ms, answer.at_ms);
    skill.last_session = session;
  }
}

// A skill that was practised has evidence of its own, which is worth more.
bool was_practised(const LearnerState& state, SkillKey key) {
  const auto found = state.skills.find(key);
  return found != state.skills.end() && found->second.opportunities > 0;
}

void believe(LearnerState& state, const ClusterCheck& check, const Curriculum& curriculum, std::uint16_t index,
             double known, const Parameters& parameters) {
  const SkillKey key = curriculum.skills[index].key;
  SkillState skill;
  skill.recent = 0.5;
  count_answers(skill, check, curriculum, index, state.sessions);
  const bool is_clear = known >= clearly_known;
  if (!is_clear && (known < likely_known || skill.opportunities == 0)) return;
  begin_at(state, skill, known, static_cast<std::uint32_t>(check.answers.size()), parameters);
  state.skills[key] = skill;
  if (is_clear) state.placement.placed[key] = {known};
}

}  // namespace

std::optional<CheckQuestion> question_of(const Cluster& cluster, const Curriculum& curriculum, const ItemNode& item,
                                         const Parameters& parameters) {
  if (!can_be_asked(item)) return std::nullopt;
  const auto found = std::lower_bound(cluster.skills.begin(), cluster.skills.end(), item.skills.front(),
                                      [](const ClusterSkill& each, std::uint16_t index) { return each.skill < index; });
  if (found == cluster.skills.end() || found->skill != item.skills.front()) return std::nullopt;
  const double harder = difficulty_milli_of(item, curriculum, parameters.calibration) / 1000.0 - found->mean_difficulty;
  const SlipAndGuess rates = slip_and_guess(harder, parameters);
  return CheckQuestion{static_cast<std::size_t>(found - cluster.skills.begin()), rates.slip, rates.guess};
}

std::vector<CheckedAnswer> answers_of(const ClusterCheck& check, const Cluster& cluster, const Curriculum& curriculum,
                                      const Parameters& parameters) {
  std::vector<CheckedAnswer> answers;
  for (const CheckAnswer& answer : check.answers) {
    const ItemNode* item = find_item(curriculum, answer.item);
    if (item == nullptr || answer.outcome == CheckOutcome::Unread) continue;
    if (const auto question = question_of(cluster, curriculum, *item, parameters))
      answers.push_back({*question, answer.outcome == CheckOutcome::Right});
  }
  return answers;
}

void take(LearnerState& state, const measure::CheckStarted& started, const Curriculum& curriculum,
          const Parameters& parameters) {
  const std::vector<Cluster> clusters = clusters_of(curriculum, parameters.calibration);
  if (started.cluster >= clusters.size()) return;
  state.placement.asking = clusters[started.cluster].name;
  ClusterCheck& check = state.placement.checks[state.placement.asking];
  if (check.ended) check = {};
  state.plan.checks_asked.erase(state.placement.asking);
}

void keep_answer(PlacementState& placement, const CheckAnswer& answer) {
  const auto found = placement.checks.find(placement.asking);
  if (found == placement.checks.end() || found->second.answers.size() >= limits::check_answers_max) return;
  found->second.answers.push_back(answer);
}

void take(LearnerState& state, const measure::CheckEnded& ended, const Curriculum& curriculum,
          const Parameters& parameters) {
  state.placement.asking = 0;
  const std::vector<Cluster> clusters = clusters_of(curriculum, parameters.calibration);
  if (ended.cluster >= clusters.size() || ended.reason == measure::CheckEndReason::Later) return;
  const Cluster& cluster = clusters[ended.cluster];
  const auto found = state.placement.checks.find(cluster.name);
  if (found == state.placement.checks.end() || found->second.ended) return;
  ClusterCheck& check = found->second;
  const ClusterEstimate result = estimate(cluster, answers_of(check, cluster, curriculum, parameters));
  for (std::size_t at = 0; at < cluster.skills.size(); ++at) {
    const std::uint16_t index = cluster.skills[at].skill;
    if (!was_practised(state, curriculum.skills[index].key))
      believe(state, check, curriculum, index, result.known[at], parameters);
  }
  check = {{}, ended.reason, result.ability, result.standard_error};
}

bool is_placed(const LearnerState& state, SkillKey skill) { return state.placement.placed.contains(skill); }

}  // namespace hornbook::interpret
