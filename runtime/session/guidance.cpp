#include "runtime/session/guidance.hpp"

#include <algorithm>

#include "runtime/engage/task.hpp"

namespace hornbook::session {
namespace {

using adapt::Occasion;

bool is_right(const engage::Activity& activity) {
  const auto* finished = std::get_if<engage::Finished>(&activity.phase);
  return finished != nullptr && finished->verdict.correct;
}

const interpret::Curriculum* curriculum_of(const SessionState& state, std::uint16_t pack_index) {
  for (const adapt::PackInPlay& pack : state.context->packs)
    if (pack.pack_index == pack_index) return pack.curriculum;
  return nullptr;
}

bool is_asserted(const SessionState& state, MisconceptionKey key) {
  const auto found = state.learner.misconceptions.find(key);
  return found != state.learner.misconceptions.end() && found->second.asserted;
}

MisconceptionWords words_for(const SessionState& state, std::uint16_t pack_index, std::uint16_t misconception) {
  const SessionContext& context = *state.context;
  if (!context.misconception_words) return {};
  return context.misconception_words(pack_index, misconception, context.language);
}

}  // namespace

bool is_at_work(const SessionState& state) {
  return std::holds_alternative<Working>(state.place) || std::holds_alternative<ReadingExample>(state.place) ||
         std::holds_alternative<Resting>(state.place);
}

bool can_say_how_it_fitted(const SessionState& state) {
  const auto* working = std::get_if<Working>(&state.place);
  const bool is_allowed = state.learner.plan.allowed.how_it_fitted;
  return is_allowed && working != nullptr && engage::is_done(working->problem) && !state.fitted;
}

bool can_put_check_off(const SessionState& state) {
  return !is_at_work(state) && state.decision.chosen.reason == measure::ReasonCode::Review &&
         state.learner.plan.allowed.checks_later &&
         interpret::may_put_checks_off(state.learner.agency, state.learner.sessions);
}

bool may_choose(const SessionState& state) { return state.learner.plan.allowed.own_choice; }

bool may_set_goal(const SessionState& state) {
  const bool is_teachers = has_goal(state) && !has_reached_goal(state) && state.learner.agency.goal.by_teacher;
  return state.learner.plan.allowed.own_goals && !is_teachers;
}

bool has_goal(const SessionState& state) {
  return interpret::has_goal(state.learner.agency, state.learner.sessions, state.learner.last_event_ms);
}

bool has_reached_goal(const SessionState& state) {
  return has_goal(state) && state.learner.agency.goal.done >= state.learner.agency.goal.target;
}

Outcome outcome_of(const engage::Problem& problem) {
  Outcome outcome;
  for (std::size_t at = 0; at < problem.steps.size(); ++at) {
    const engage::Activity& step = problem.steps[at].own;
    if (problem.item->steps[at].worked || step.tries == 0) continue;
    outcome.is_evidence = outcome.is_evidence && engage::is_evidence(engage::kind_of(step.question->task));
    outcome.right = outcome.right && is_right(step);
    outcome.hinted = outcome.hinted || step.hints_shown > 0;
    outcome.at_first_try = outcome.at_first_try && step.tries == 1;
  }
  return outcome;
}

std::vector<Occasion> occasions_after(const SessionState& state, const Outcome& outcome) {
  std::vector<Occasion> occasions;
  if (has_reached_goal(state) && !state.goal_was_reached) occasions.push_back(Occasion::GoalReached);
  // Answers without a look deserve neither praise nor a lecture.
  if (!outcome.is_evidence || state.hasty) return occasions;
  if (!outcome.right) {
    occasions.push_back(Occasion::NotThisTime);
  } else {
    if (state.failures_before >= adapt::failures_worth_a_word) occasions.push_back(Occasion::RightAfterFailures);
    if (outcome.hinted) occasions.push_back(Occasion::RightAfterHint);
    if (!outcome.at_first_try) occasions.push_back(Occasion::RightAfterTrying);
    if (outcome.at_first_try && !outcome.hinted) occasions.push_back(Occasion::RightAtOnce);
  }
  return occasions;
}

void put_hint_for_misconception(engage::ItemInstance& item, const SessionState& state,
                                const measure::Candidate& candidate) {
  const interpret::Curriculum* curriculum = curriculum_of(state, candidate.pack_index);
  if (curriculum == nullptr) return;
  const interpret::ItemNode& node = curriculum->items[candidate.item_index];
  for (std::size_t step = 0; step < item.steps.size(); ++step) {
    std::vector<engage::Hint>& hints = item.steps[step].question.hints;
    if (hints.empty()) continue;
    for (const std::uint16_t index : interpret::misconceptions_of_step(node, static_cast<std::uint8_t>(step))) {
      if (!is_asserted(state, curriculum->misconceptions[index])) continue;
      MisconceptionWords words = words_for(state, candidate.pack_index, index);
      if (words.hint.empty()) continue;
      hints.front() = {{}, std::move(words.hint), {}, {}, {}};
      break;
    }
  }
}

void put_words_for_misconception(engage::Verdict& verdict, const engage::Question& question,
                                 const SessionState& state) {
  const bool has_general_words = verdict.feedback.empty() || verdict.feedback == question.not_yet;
  if (verdict.correct || !verdict.misconception || !has_general_words) return;
  MisconceptionWords words = words_for(state, state.worked_on.pack_index, *verdict.misconception);
  if (!words.feedback.empty()) verdict.feedback = std::move(words.feedback);
}

}  // namespace hornbook::session
