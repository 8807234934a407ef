#include "runtime/adapt/placement/check.hpp"

#include <algorithm>
#include <set>

namespace hornbook::adapt {
namespace {

using interpret::CheckedAnswer;
using interpret::CheckQuestion;
using interpret::Cluster;
using interpret::ClusterCheck;
using measure::CheckEndReason;

// The first two questions are for somebody less able than is thought, so that a check begins with what is known.
constexpr std::size_t easy_questions = 2;
constexpr double easy_by = 0.7;
// Skills about which the best question tells at least this share of what the best of all does are as good as it.
constexpr double nearly_as_good = 0.6;

struct Question {
  std::uint32_t item_index = 0;
  CheckQuestion asked;
  double information = 0;
  bool fresh = false;  // in the learner's mind
};

const ClusterCheck* find_check(const interpret::LearnerState& state, SkillKey cluster) {
  const auto found = state.placement.checks.find(cluster);
  return found == state.placement.checks.end() ? nullptr : &found->second;
}

bool was_asked(const ClusterCheck& check, ItemKey item) {
  return std::any_of(check.answers.begin(), check.answers.end(),
                     [item](const interpret::CheckAnswer& answer) { return answer.item == item; });
}

bool is_fresh(const interpret::LearnerState& state, ItemKey item) {
  const auto found = state.items.find(item);
  return found != state.items.end() && found->second.last_response_number > 0 &&
         state.responses - found->second.last_response_number < check_item_fresh_answers;
}

// A right answer where no known misconception goes wrong may come from one: such questions are left out of skills that
// have others to ask.
void leave_out_blind(std::vector<Question>& questions, const interpret::Curriculum& curriculum) {
  const auto is_telling = [&](const Question& question) {
    return !curriculum.items[question.item_index].misconceptions.empty();
  };
  std::set<std::size_t> told;
  for (const Question& question : questions)
    if (is_telling(question)) told.insert(question.asked.skill);
  std::erase_if(questions,
                [&](const Question& question) { return told.contains(question.asked.skill) && !is_telling(question); });
}

// Every item of the cluster that was not asked yet.
std::vector<Question> questions_left(const interpret::LearnerState& state, const CheckStanding& standing,
                                     const interpret::Parameters& parameters) {
  const ClusterCheck& check = *find_check(state, standing.cluster.name);
  std::vector<Question> questions;
  for (std::uint32_t i = 0; i < standing.curriculum->items.size(); ++i) {
    const interpret::ItemNode& item = standing.curriculum->items[i];
    const auto asked = interpret::question_of(standing.cluster, *standing.curriculum, item, parameters);
    if (asked && !was_asked(check, item.key)) questions.push_back({i, *asked, 0, is_fresh(state, item.key)});
  }
  return questions;
}

struct Tally {
  std::size_t asked = 0;
  std::size_t right = 0;
};

Tally tally_of_level(const CheckStanding& standing, std::uint32_t level) {
  Tally tally;
  for (const CheckedAnswer& answer : standing.answers) {
    if (standing.cluster.skills[answer.question.skill].level != level) continue;
    ++tally.asked;
    tally.right += answer.right ? 1u : 0u;
  }
  return tally;
}

// What the ends of the scale say. Nothing right, and the easiest was asked; everything right, and the hardest was.
std::optional<CheckEndReason> end_of_scale(const CheckStanding& standing) {
  const auto by_level = [](const auto& a, const auto& b) { return a.level < b.level; };
  const auto [lowest, highest] =
      std::minmax_element(standing.cluster.skills.begin(), standing.cluster.skills.end(), by_level);
  const auto right = static_cast<std::size_t>(std::count_if(standing.answers.begin(), standing.answers.end(),
                                                            [](const CheckedAnswer& answer) { return answer.right; }));
  if (right == 0 && tally_of_level(standing, lowest->level).asked >= check_end_of_scale) return CheckEndReason::Floor;
  if (right == standing.answers.size() && tally_of_level(standing, highest->level).asked >= check_end_of_scale)
    return CheckEndReason::Ceiling;
  return std::nullopt;
}

std::optional<CheckEndReason> end_of(const interpret::LearnerState& state, const CheckStanding& standing,
                                     const interpret::Parameters& parameters) {
  if (standing.questions >= check_questions_max) return CheckEndReason::Enough;
  if (standing.answers.size() >= check_questions_min) {
    if (const auto end = end_of_scale(standing)) return end;
    if (standing.estimate.standard_error <= check_precise_at) return CheckEndReason::Precise;
  }
  const ClusterCheck& check = *find_check(state, standing.cluster.name);
  const auto& items = standing.curriculum->items;
  const bool is_any_left = std::any_of(items.begin(), items.end(), [&](const interpret::ItemNode& item) {
    return !was_asked(check, item.key) &&
           interpret::question_of(standing.cluster, *standing.curriculum, item, parameters).has_value();
  });
  return is_any_left ? std::nullopt : std::optional(CheckEndReason::Enough);
}

// How often each skill of the cluster was asked about.
std::vector<std::size_t> asked_by_skill(const CheckStanding& standing) {
  std::vector<std::size_t> asked(standing.cluster.skills.size());
  for (const CheckedAnswer& answer : standing.answers) ++asked[answer.question.skill];
  return asked;
}

void weigh(std::vector<Question>& questions, const CheckStanding& standing) {
  const double easier = standing.questions < easy_questions ? easy_by : 0;
  const std::vector<double> known =
      interpret::known_at(standing.cluster, standing.answers, standing.estimate.ability - easier);
  for (Question& question : questions)
    question.information = interpret::information(question.asked, known[question.asked.skill]);
}

// Of the skills whose best question tells nearly as much as the best of all, those asked about least.
void balance(std::vector<Question>& questions, const CheckStanding& standing) {
  const std::vector<std::size_t> asked = asked_by_skill(standing);
  double best = 0;
  for (const Question& question : questions) best = std::max(best, question.information);
  std::size_t least = SIZE_MAX;
  for (const Question& question : questions)
    if (question.information >= nearly_as_good * best) least = std::min(least, asked[question.asked.skill]);
  std::erase_if(questions, [&](const Question& question) {
    return question.information < nearly_as_good * best || asked[question.asked.skill] != least;
  });
}

bool has_evidence(const interpret::LearnerState& state, const interpret::Curriculum& curriculum,
                  const Cluster& cluster) {
  return std::any_of(cluster.skills.begin(), cluster.skills.end(), [&](const interpret::ClusterSkill& skill) {
    return state.skills.contains(curriculum.skills[skill.skill].key);
  });
}

measure::Candidate candidate_of(const CheckStanding& standing, const Question& question, std::uint32_t item_seed) {
  const double success = interpret::success_of(question.asked, standing.estimate.known[question.asked.skill]);
  return {standing.pack_index,
          question.item_index,
          item_seed,
          measure::ReasonCode::Check,
          standing.cluster.skills[question.asked.skill].skill,
          static_cast<std::uint16_t>(success * 1000 + 0.5)};
}

}  // namespace

std::optional<CheckStanding> check_at_hand(const interpret::LearnerState& state, std::span<const PackInPlay> packs,
                                           const interpret::Parameters& parameters) {
  const ClusterCheck* check = state.placement.asking == 0 ? nullptr : find_check(state, state.placement.asking);
  if (check == nullptr) return std::nullopt;
  for (const PackInPlay& pack : packs) {
    for (Cluster& cluster : interpret::clusters_of(*pack.curriculum, parameters.calibration)) {
      if (cluster.name != state.placement.asking) continue;
      CheckStanding standing{pack.pack_index, pack.curriculum, std::move(cluster), {}, {}, check->answers.size(), {}};
      standing.answers = interpret::answers_of(*check, standing.cluster, *pack.curriculum, parameters);
      standing.estimate = interpret::estimate(standing.cluster, standing.answers);
      standing.ends = end_of(state, standing, parameters);
      return standing;
    }
  }
  return std::nullopt;
}

std::vector<measure::Candidate> pick_questions(const interpret::LearnerState& state, const CheckStanding& standing,
                                               const interpret::Parameters& parameters, SeededRandom& random,
                                               std::uint32_t item_seed) {
  std::vector<Question> questions = questions_left(state, standing, parameters);
  const bool all_fresh =
      std::all_of(questions.begin(), questions.end(), [](const Question& each) { return each.fresh; });
  if (!all_fresh) std::erase_if(questions, [](const Question& each) { return each.fresh; });
  leave_out_blind(questions, *standing.curriculum);
  weigh(questions, standing);
  balance(questions, standing);
  std::stable_sort(questions.begin(), questions.end(),
                   [](const Question& a, const Question& b) { return a.information > b.information; });
  questions.resize(std::min(questions.size(), check_left_to_chance));
  if (questions.empty()) return {};
  const auto drawn = static_cast<std::ptrdiff_t>(random.below(questions.size()));
  std::rotate(questions.begin(), questions.begin() + drawn, questions.begin() + drawn + 1);
  std::vector<measure::Candidate> candidates;
  for (const Question& question : questions) candidates.push_back(candidate_of(standing, question, item_seed));
  return candidates;
}

std::optional<CheckToOffer> check_to_offer(const interpret::LearnerState& state, const PackInPlay& pack,
                                           const interpret::Parameters& parameters) {
  if (parameters.version < interpret::placement_since) return std::nullopt;
  const std::vector<Cluster> clusters = interpret::clusters_of(*pack.curriculum, parameters.calibration);
  for (const Cluster& cluster : clusters)
    if (state.plan.checks_asked.contains(cluster.name))
      return CheckToOffer{pack.pack_index, cluster.number, false, true};
  std::optional<CheckToOffer> offer;
  for (const Cluster& cluster : clusters) {
    const ClusterCheck* check = find_check(state, cluster.name);
    if (check != nullptr && check->ended == CheckEndReason::Stopped) return std::nullopt;
    const bool goes_on = check != nullptr && !check->ended;
    const bool is_new = check == nullptr && !has_evidence(state, *pack.curriculum, cluster);
    if (!offer && (goes_on || is_new)) offer = CheckToOffer{pack.pack_index, cluster.number, goes_on, false};
  }
  return offer;
}

}  // namespace hornbook::adapt
