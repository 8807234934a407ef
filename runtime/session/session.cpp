#include "runtime/session/session.hpp"

#include <algorithm>
#include <utility>

#include "runtime/adapt/follow_passage.hpp"
#include "runtime/engage/passage/passage.hpp"
#include "runtime/engage/task.hpp"
#include "runtime/measure/scoring.hpp"

namespace hornbook::session {
namespace {

// A step in the making: each event that is recorded is folded at once, so that the state never lags behind its events.
class StepBuilder {
 public:
  StepBuilder(SessionState state, MonotonicMs now) : state_(std::move(state)), now_(now) {}

  [[nodiscard]] SessionState& state() { return state_; }
  [[nodiscard]] const SessionContext& context() const { return *state_.context; }
  [[nodiscard]] MonotonicMs now() const { return now_; }
  [[nodiscard]] SessionStep take() { return {std::move(state_), std::move(effects_)}; }

  void record(measure::EventBody body) {
    measure::Event event{state_.next_sequence, context().learner_index, now_ - context().epoch_started_monotonic,
                         std::move(body)};
    ++state_.next_sequence;
    interpret::fold(state_.learner, {context().device, context().epoch, event}, context().curricula,
                    context().parameters);
    effects_.push_back(Record{std::move(event)});
  }

 private:
  SessionState state_;
  MonotonicMs now_;
  std::vector<SessionEffect> effects_;
};

Done decide(StepBuilder& step) {
  SessionState& state = step.state();
  TRY_ASSIGN(state.decision,
             adapt::choose_next(state.learner, step.context().learner, step.context().packs,
                                wall_time(state, step.now()), state.decisions_made, step.context().parameters));
  ++state.decisions_made;
  step.record(state.decision);
  return {};
}

const engage::PassageLevel* level_of(const engage::Passage& passage, std::uint8_t level) {
  const auto found = std::find_if(passage.levels.begin(), passage.levels.end(),
                                  [&](const engage::PassageLevel& each) { return each.level == level; });
  return found == passage.levels.end() ? nullptr : &*found;
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
  const interpret::SkillState* skill = nullptr;
  for (const adapt::PackInPlay& pack : state.context->packs) {
    if (pack.pack_index != candidate.pack_index) continue;
    const std::uint16_t main_skill = pack.curriculum->items[candidate.item_index].skills.front();
    const auto found = state.learner.skills.find(pack.curriculum->skills[main_skill].key);
    if (found != state.learner.skills.end()) skill = &found->second;
  }
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

Done present(StepBuilder& step, const measure::Candidate& candidate) {
  TRY_ASSIGN(engage::ItemInstance item, step.context().instantiate(candidate.pack_index, candidate.item_index,
                                                                   candidate.seed, step.context().language));
  step.record(measure::ItemPresented{candidate.pack_index, candidate.item_index, candidate.seed});
  if (item.passage) open_text(step, *item.passage, candidate);
  step.state().place = Working{engage::start_problem(std::move(item), step.now())};
  return {};
}

void settle(StepBuilder& step, Done done) {
  if (!done) step.state().place = Trouble{std::move(done).error()};
}

bool is_right(const engage::Activity& activity) {
  const auto* finished = std::get_if<engage::Finished>(&activity.phase);
  return finished != nullptr && finished->verdict.correct;
}

bool is_evidence(const engage::Activity& step) { return engage::is_evidence(engage::kind_of(step.question->task)); }

void count_done(Tally& tally, const engage::Problem& problem) {
  ++tally.finished;
  bool right = true, first_time = true;
  for (std::size_t at = 0; at < problem.steps.size(); ++at) {
    const engage::Activity& step = problem.steps[at].own;
    if (problem.item->steps[at].worked || step.tries == 0) continue;
    if (!is_evidence(step)) return;
    right = right && is_right(step);
    first_time = first_time && step.tries == 1 && step.hints_shown == 0;
  }
  if (right) ++(first_time ? tally.right_first_time : tally.right_after_trying);
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
  problem = engage::update(std::move(problem), engage::GiveVerdict{std::move(verdict)}, step.now()).problem;
  const bool ends_a_step = !place.hint && engage::is_finished(engage::at_hand(problem));
  if (ends_a_step && engage::is_done(problem)) count_done(step.state().tally, problem);
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
  if (std::holds_alternative<Working>(state.place) || intent.option > state.decision.alternatives.size()) return;
  const measure::Candidate candidate =
      intent.option == 0 ? state.decision.chosen : state.decision.alternatives[intent.option - 1u];
  step.record(measure::ChoiceMade{intent.option});
  settle(step, present(step, candidate));
}

void carry_out(StepBuilder& step, const Act& intent) {
  auto* working = std::get_if<Working>(&step.state().place);
  if (working == nullptr) return;
  engage::ProblemStep done = engage::update(std::move(working->problem), intent.intent, step.now());
  for (const engage::ProblemEffect& effect : done.effects)
    std::visit([&](const auto& each) { record(step, done.problem, effect.place, each); }, effect.effect);
  working->problem = std::move(done.problem);
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

void carry_out(StepBuilder& step, const GoOn&) {
  const auto* working = std::get_if<Working>(&step.state().place);
  if (working == nullptr || !engage::is_done(working->problem)) return;
  Done done = decide(step);
  if (done) done = present(step, step.state().decision.chosen);
  settle(step, std::move(done));
}

void carry_out(StepBuilder& step, const GoHome&) {
  if (std::holds_alternative<AtHome>(step.state().place)) return;
  step.state().place = AtHome{};
  settle(step, decide(step));
}

void carry_out(StepBuilder& step, const Leave& intent) {
  step.record(measure::SessionEnd{intent.reason});
  step.state().place = AtHome{};
}

void carry_out(StepBuilder& step, const CorrectClock& intent) { step.record(measure::ClockCorrected{intent.time}); }

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
  StepBuilder step(std::move(state), now);
  step.record(start_event(opening));
  TRY_DONE(decide(step));
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
