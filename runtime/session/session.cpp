#include "runtime/session/session.hpp"

#include <algorithm>
#include <utility>

#include "runtime/adapt/follow_passage.hpp"
#include "runtime/engage/passage/passage.hpp"
#include "runtime/engage/task.hpp"
#include "runtime/measure/scoring.hpp"
#include "runtime/session/check.hpp"
#include "runtime/session/example.hpp"
#include "runtime/session/experiments.hpp"
#include "runtime/session/guidance.hpp"
#include "runtime/session/rest.hpp"
#include "runtime/session/step_builder.hpp"

namespace hornbook::session {
namespace {

const engage::PassageLevel* level_of(const engage::Passage& passage, std::uint8_t level) {
  const auto found = std::find_if(passage.levels.begin(), passage.levels.end(),
                                  [&](const engage::PassageLevel& each) { return each.level == level; });
  return found == passage.levels.end() ? nullptr : &*found;
}

const interpret::SkillState* main_skill_of(const SessionState& state, const measure::Candidate& candidate) {
  const interpret::SkillState* skill = nullptr;
  for (const adapt::PackInPlay& pack : state.context->packs) {
    if (pack.pack_index != candidate.pack_index) continue;
    const std::uint16_t main_skill = pack.curriculum->items[candidate.item_index].skills.front();
    const auto found = state.learner.skills.find(pack.curriculum->skills[main_skill].key);
    if (found != state.learner.skills.end()) skill = &found->second;
  }
  return skill;
}

// What the learner asked for in an earlier text, as near as this one has it; else what is known of the main skill.
std::uint8_t level_to_begin_with(const SessionState& state, const engage::Passage& passage,
                                 const measure::Candidate& candidate) {
  if (state.reading && state.reading->chosen_by_learner) {
    const auto distance = [&](const engage::PassageLevel& each) { return std::abs(each.level - state.reading->level); };
    return std::min_element(passage.levels.begin(), passage.levels.end(),
                            [&](const auto& a, const auto& b) { return distance(a) < distance(b); })
        ->level;
  }
  const interpret::SkillState* skill = main_skill_of(state, candidate);
  return passage.levels[adapt::level_to_begin_with(skill, passage.levels.size())].level;
}

// The text stays as it is while its questions follow one another.
void open_text(StepBuilder& step, const engage::Passage& passage, const measure::Candidate& candidate) {
  std::optional<ReadingNow>& reading = step.state().reading;
  const bool same = reading && reading->pack_index == candidate.pack_index && reading->passage_index == passage.index;
  if (!same) {
    const bool by_learner = reading && reading->chosen_by_learner;
    const std::uint8_t level = level_to_begin_with(step.state(), passage, candidate);
    step.record(
        measure::ReadingLevelChosen{candidate.pack_index, passage.index, level,
                                    by_learner ? measure::LevelChosenBy::Learner : measure::LevelChosenBy::Evidence});
    reading = ReadingNow{candidate.pack_index, passage.index, level, step.now(), by_learner};
  }
  reading->page_since = step.now();
}

void note_opened(SessionState& state, const measure::Candidate& candidate) {
  const interpret::SkillState* skill = main_skill_of(state, candidate);
  state.worked_on = candidate;
  state.worked_decision = state.decision.number;
  state.failures_before = skill == nullptr ? 0 : skill->failures_in_row;
  state.fitted.reset();
  state.message.reset();
  state.hasty = false;
}

}  // namespace

Done present(StepBuilder& step, const measure::Candidate& candidate) {
  return show_sibling(step, candidate) ? Done{} : present_own(step, candidate);
}

Done present_own(StepBuilder& step, const measure::Candidate& candidate) {
  TRY_ASSIGN(engage::ItemInstance item, step.context().instantiate(candidate.pack_index, candidate.item_index,
                                                                   candidate.seed, step.context().language));
  put_hint_for_misconception(item, step.state(), candidate);
  note_opened(step.state(), candidate);
  step.state().support.reset();
  show_first_steps(step, candidate, item);
  step.record(measure::ItemPresented{candidate.pack_index, candidate.item_index, candidate.seed});
  if (item.passage) open_text(step, *item.passage, candidate);
  step.state().place = Working{engage::start_problem(std::move(item), step.now())};
  return {};
}

namespace {

void count_done(Tally& tally, const Outcome& outcome) {
  ++tally.finished;
  if (!outcome.is_evidence || !outcome.right) return;
  const bool first_time = outcome.at_first_try && !outcome.hinted;
  ++(first_time ? tally.right_first_time : tally.right_after_trying);
}

// Words beside the feedback, when one of the occasions has its turn.
void say(StepBuilder& step, const std::vector<adapt::Occasion>& occasions) {
  SessionState& state = step.state();
  if (!state.learner.plan.allowed.messages) return;
  const adapt::MessageMoment moment{state.learner, step.context().learner, wall_time(state, step.now())};
  const auto message = adapt::choose_message(occasions, moment);
  if (!message || !says_message(step)) return;
  step.record(measure::MessageShown{*message});
  step.state().message = message;
}

void finish(StepBuilder& step, const engage::Problem& problem) {
  SessionState& state = step.state();
  const Outcome outcome = outcome_of(problem);
  count_done(state.tally, outcome);
  if (outcome.is_evidence)
    state.hard_items = outcome.right && outcome.at_first_try && !outcome.hinted ? 0 : state.hard_items + 1;
  // One voice at a time: what a detector calls for comes first.
  if (!state.support) say(step, occasions_after(state, outcome));
  state.goal_was_reached = has_reached_goal(state);
}

// At home, before the learner chooses.
void say_at_home(StepBuilder& step, bool has_returned) {
  SessionState& state = step.state();
  std::vector<adapt::Occasion> occasions;
  if (has_returned) occasions.push_back(adapt::Occasion::Returned);
  if (state.hard_items >= adapt::hard_stretch_items) occasions.push_back(adapt::Occasion::HardStretchDone);
  const measure::ReasonCode reason = state.decision.chosen.reason;
  const bool is_new = reason == measure::ReasonCode::FirstContact || reason == measure::ReasonCode::BeforeTermEnds;
  if (is_new) occasions.push_back(adapt::Occasion::NewSkill);
  state.message.reset();
  say(step, occasions);
  state.hard_items = 0;
}

// Whether what happens there is told by the events of an item that asks one question.
bool is_only_question(const engage::Problem& problem, const engage::QuestionPlace& place) {
  return problem.steps.size() == 1 && !place.hint;
}

// In events, 0 is the step's own question.
std::uint8_t hint_number(const engage::QuestionPlace& place) {
  return static_cast<std::uint8_t>(place.hint ? *place.hint + 1 : 0);
}

// Scores a submitted answer, records it and hands the verdict back to the problem.
void record(StepBuilder& step, engage::Problem& problem, const engage::QuestionPlace& place,
            const engage::AnswerSubmitted& submitted) {
  const engage::Activity& activity = engage::at_hand(problem);
  engage::Verdict verdict = measure::score(*activity.question, submitted.answer);
  put_words_for_misconception(verdict, *activity.question, step.state());
  measure::Response response{submitted.answer,
                             verdict.correct,
                             verdict.credit_permille,
                             static_cast<std::uint8_t>(activity.tries),
                             static_cast<std::uint8_t>(activity.hints_shown),
                             submitted.response_ms,
                             verdict.misconception};
  if (is_only_question(problem, place))
    step.record(std::move(response));
  else
    step.record(measure::StepAnswered{place.step, hint_number(place), std::move(response)});
  if (interpret::detect::was_rapid_guess(step.state().learner.detectors)) step.state().hasty = true;
  if (step.state().check) return;  // it says no verdict
  problem = engage::update(std::move(problem), engage::GiveVerdict{std::move(verdict)}, step.now()).problem;
  const bool ends_a_step = !place.hint && engage::is_finished(engage::at_hand(problem));
  if (ends_a_step && engage::is_done(problem)) finish(step, problem);
}

void record(StepBuilder& step, engage::Problem& problem, const engage::QuestionPlace& place,
            const engage::HintOpened& hint) {
  ++step.state().tally.hints;
  if (is_only_question(problem, place))
    step.record(measure::HintShown{hint.grade});
  else
    step.record(measure::StepHintShown{place.step, hint_number(place), hint.grade});
}

void carry_out(StepBuilder& step, const ChooseOption& intent) {
  SessionState& state = step.state();
  const bool rests = state.decision.chosen.reason == measure::ReasonCode::Rest;
  // Of extra practice the first is there for everybody: what a teacher withholds is the choice.
  const bool is_withheld = intent.option > (rests ? 1 : 0) && !may_choose(state);
  if (is_at_work(state) || is_withheld || intent.option > state.decision.alternatives.size()) return;
  if (rests && intent.option == 0) {  // resting is done by leaving, from home
    state.place = AtHome{};
    return;
  }
  const measure::Candidate candidate =
      intent.option == 0 ? state.decision.chosen : state.decision.alternatives[intent.option - 1u];
  state.wants_more = rests;
  step.record(measure::ChoiceMade{intent.option});
  settle(step, present(step, candidate));
}

void carry_out(StepBuilder& step, const Act& intent) {
  auto* working = std::get_if<Working>(&step.state().place);
  if (working == nullptr) return;
  const bool in_check = step.state().check.has_value();
  if (in_check && std::holds_alternative<engage::AskHint>(intent.intent)) return;
  const bool was_reading = reads_first_steps(step.state(), working->problem);
  engage::ProblemStep done = engage::update(std::move(working->problem), intent.intent, step.now());
  for (const engage::ProblemEffect& effect : done.effects)
    std::visit([&](const auto& each) { record(step, done.problem, effect.place, each); }, effect.effect);
  working->problem = std::move(done.problem);
  if (was_reading && !reads_first_steps(step.state(), working->problem)) leave_first_steps(step, working->problem);
  if (in_check && !done.effects.empty()) go_on_with_check(step);
}

// The passage of the item at hand; nullptr when it has none.
const engage::Passage* passage_at_hand(const SessionState& state) {
  const auto* working = std::get_if<Working>(&state.place);
  return working == nullptr ? nullptr : working->problem.item->passage.get();
}

void carry_out(StepBuilder& step, const LeavePage& intent) {
  std::optional<ReadingNow>& reading = step.state().reading;
  if (passage_at_hand(step.state()) == nullptr || !reading) return;
  const MonotonicMs dwell = std::clamp<MonotonicMs>(step.now() - reading->page_since, 0, UINT32_MAX);
  step.record(measure::ReadingProgress{reading->pack_index, reading->passage_index, reading->level, intent.paragraph,
                                       static_cast<std::uint32_t>(dwell)});
  reading->page_since = step.now();
}

void carry_out(StepBuilder& step, const ReadLevel& intent) {
  std::optional<ReadingNow>& reading = step.state().reading;
  const engage::Passage* passage = passage_at_hand(step.state());
  if (passage == nullptr || !reading || level_of(*passage, intent.level) == nullptr) return;
  step.record(measure::ReadingLevelChosen{reading->pack_index, reading->passage_index, intent.level,
                                          measure::LevelChosenBy::Learner});
  reading->level = intent.level;
  reading->chosen_by_learner = true;
  reading->page_since = step.now();
}

void carry_out(StepBuilder& step, const ControlMedia& intent) {
  auto* working = std::get_if<Working>(&step.state().place);
  if (working == nullptr || !working->problem.item->media) return;
  const engage::PlaybackStep done = engage::update(working->problem, working->playback, intent.control, step.now());
  working->playback = done.playback;
  if (done.act)
    step.record(measure::MediaProgress{done.playback.position_ms, working->problem.item->media->length_ms, *done.act});
}

void carry_out(StepBuilder& step, const TakeBreak&) { take_rest(step); }

// Where "go on" leads away from: an item that is done, an example that was read, a rest.
bool can_go_on(const Place& place) {
  const auto* working = std::get_if<Working>(&place);
  return working != nullptr ? engage::is_done(working->problem)
                            : std::holds_alternative<ReadingExample>(place) || std::holds_alternative<Resting>(place);
}

// Home says that it is enough, and leaves it to the learner to stop or to take what is extra.
void stop_for_today(StepBuilder& step) {
  step.state().place = AtHome{};
  say_at_home(step, false);
}

void carry_out(StepBuilder& step, const GoOn&) {
  const Place& place = step.state().place;
  if (!can_go_on(place)) return;
  if (std::holds_alternative<ReadingExample>(place)) return settle(step, present_own(step, leave_example(step)));
  if (std::holds_alternative<Working>(place) && offer_rest(step)) return;
  end_rest(step);
  Done done = decide(step);
  const measure::Decision& decision = step.state().decision;
  const bool rests = done && decision.chosen.reason == measure::ReasonCode::Rest;
  if (rests && !step.state().wants_more) return stop_for_today(step);
  if (done) done = present(step, rests ? decision.alternatives.front() : decision.chosen);
  settle(step, std::move(done));
}

// What is offered at home follows from what was said or done last.
void decide_at_home(StepBuilder& step) {
  step.state().place = AtHome{};
  settle(step, decide(step));
}

void carry_out(StepBuilder& step, const GoHome&) {
  if (std::holds_alternative<AtHome>(step.state().place)) return;
  pause_check(step);
  end_rest(step);
  decide_at_home(step);
  say_at_home(step, false);
}

void carry_out(StepBuilder& step, const SayHowItFitted& intent) {
  SessionState& state = step.state();
  const bool is_said = intent.reason <= measure::OverrideReason::TooHard;
  if (!is_said || !can_say_how_it_fitted(state)) return;
  step.record(measure::OverrideMade{measure::DecidedBy::Learner, state.worked_decision, intent.reason, std::nullopt});
  state.fitted = intent.reason;
}

void carry_out(StepBuilder& step, const SetGoal& intent) {
  const SessionState& state = step.state();
  if (is_at_work(state) || !may_set_goal(state) || intent.target > goal_items_max) return;
  const bool is_day_known = state.time_at_start.uncertainty_ms >= 0;
  const std::uint32_t day = is_day_known ? interpret::day_of(wall_time(state, step.now())) : 0;
  step.record(measure::GoalSet{intent.skill, intent.target, day, measure::DecidedBy::Learner});
  step.state().goal_was_reached = false;
}

void carry_out(StepBuilder& step, const PutCheckOff&) {
  const SessionState& state = step.state();
  if (!can_put_check_off(state)) return;
  step.record(measure::OverrideMade{measure::DecidedBy::Learner, state.decision.number, measure::OverrideReason::Later,
                                    std::nullopt});
  decide_at_home(step);
}

void carry_out(StepBuilder& step, const StartCheck& intent) { start_check(step, intent.pack_index); }

void carry_out(StepBuilder& step, const PassOver&) {
  const SessionState& state = step.state();
  if (!state.check || !std::holds_alternative<Working>(state.place)) return;
  step.record(measure::ItemSkipped{measure::SkipReason::Learner});
  go_on_with_check(step);
}

void carry_out(StepBuilder& step, const StopCheck&) { stop_check(step); }

void carry_out(StepBuilder& step, const Leave& intent) {
  pause_check(step);
  end_rest(step);
  step.state().message.reset();
  if (step.state().tally.finished > 0 && intent.reason != measure::SessionEndReason::Idle)
    say(step, {adapt::Occasion::Goodbye});
  step.record(measure::SessionEnd{intent.reason});
  step.state().place = AtHome{};
}

void carry_out(StepBuilder& step, const CorrectClock& intent) { step.record(measure::ClockCorrected{intent.time}); }

void carry_out(StepBuilder& step, const AskToTalk&) {
  const SessionState& state = step.state();
  const auto open = state.learner.open_sessions.find(step.context().device);
  const TimeEstimate& known = open == state.learner.open_sessions.end() ? state.time_at_start : open->second.time;
  step.record(measure::TalkRequested{step.context().learner, {wall_time(state, step.now()), known.uncertainty_ms}});
}

measure::SessionStart start_event(const SessionOpening& opening) {
  const SessionContext& context = *opening.context;
  return {context.learner,
          interpret::name_of(opening.base),
          context.parameters.version,
          interpret::hash_of(context.parameters),
          context.bindings,
          opening.time,
          opening.session_number,
          opening.provisional,
          context.language};
}

}  // namespace

Result<SessionStep> begin(SessionOpening opening, MonotonicMs now) {
  SessionState state;
  state.context = opening.context;
  state.learner = opening.base.state;
  state.base_contains = opening.base.contains;
  state.time_at_start = opening.time;
  state.started_at = now;
  state.next_sequence = opening.next_sequence;
  for (const measure::EventRecord& record : opening.tail) {
    if (interpret::covers(state.base_contains, record.device, record.epoch, record.event.sequence)) continue;
    interpret::fold(state.learner, record, opening.context->curricula, opening.context->parameters);
  }
  const UnixMs before = state.learner.last_event_ms;
  StepBuilder step(std::move(state), now);
  step.record(start_event(opening));
  TRY_DONE(decide(step));
  step.state().goal_was_reached = has_reached_goal(step.state());
  const bool is_time_known = opening.time.uncertainty_ms >= 0 && before > 0;
  say_at_home(step, is_time_known && opening.time.unix_ms - before >= adapt::away_ms);
  return step.take();
}

SessionStep update(SessionState state, const SessionIntent& intent, MonotonicMs now) {
  StepBuilder step(std::move(state), now);
  std::visit([&](const auto& each) { carry_out(step, each); }, intent);
  return step.take();
}

UnixMs wall_time(const SessionState& state, MonotonicMs now) {
  // The fold's own reckoning, so that a replay gets the same time.
  const auto session = state.learner.open_sessions.find(state.context->device);
  if (session == state.learner.open_sessions.end()) return state.time_at_start.unix_ms + (now - state.started_at);
  return interpret::session_time(session->second, now - state.context->epoch_started_monotonic);
}

}  // namespace hornbook::session
