#include <algorithm>

#include "runtime/engage/task.hpp"
#include "runtime/interpret/answer_model.hpp"
#include "runtime/interpret/count_answer.hpp"
#include "runtime/interpret/inherit.hpp"
#include "runtime/interpret/learner_state.hpp"
#include "runtime/interpret/misconceptions/trace_misconception.hpp"
#include "runtime/interpret/placement/take_check.hpp"
#include "runtime/interpret/prediction.hpp"

namespace hornbook::interpret {
namespace {

// Weight of the newest answer in SkillState::recent (Galyardt & Goldin 2015 use a decay of about .7 to .8).
constexpr double recent_step = 0.25;
// How fast the ability's steps shrink with the number of answers (Pelánek 2016).
constexpr double ability_shrink = 0.05;

// Rapid guesses. In version 2: below a tenth of a typical item's 20 s (Wise & Ma 2012); 0 ms: nobody measured it. Since
// version 3 the detector says which they are.
constexpr std::uint32_t rapid_guess_rule_since = 2;  // the parameter version that brought it in
constexpr std::uint32_t rapid_guess_ms = 2000;
constexpr double rapid_guess_weight = 0.2;
constexpr std::uint32_t detectors_since = 3;
// Three tenths of that typical item: fluent, if it is right again and again.
constexpr std::uint32_t fast_answer_ms = 6000;

constexpr std::uint32_t misconceptions_since = 3;  // the parameter version that brought them in
constexpr std::uint32_t agency_since = 3;
constexpr std::uint32_t supports_since = 4;  // examples, rests, and what a teacher lays down

// The end of the year 9999: differences of two such times never overflow, whatever a broken clock says.
constexpr UnixMs unix_ms_max = 253'402'300'799'999;

struct ItemInPlay {
  const Curriculum* curriculum = nullptr;
  std::uint32_t item_index = 0;
  [[nodiscard]] const ItemNode& node() const { return curriculum->items[item_index]; }
};

// Null when the session has no such pack, or it is not known here.
const Curriculum* find_curriculum(const OpenSession& session, std::uint16_t pack_index,
                                  const CurriculumSet& curricula) {
  for (const measure::PackBinding& pack : session.packs) {
    if (pack.pack_index != pack_index) continue;
    const auto found = curricula.find(pack.pack_hash);
    return found == curricula.end() ? nullptr : found->second.get();
  }
  return nullptr;
}

std::optional<ItemInPlay> find_item(const OpenSession& session, const measure::ItemPresented& item,
                                    const CurriculumSet& curricula) {
  const Curriculum* curriculum = find_curriculum(session, item.pack_index, curricula);
  if (curriculum == nullptr || item.item_index >= curriculum->items.size()) return std::nullopt;
  return ItemInPlay{curriculum, item.item_index};
}

SkillState& skill_of(LearnerState& state, SkillKey key, const Parameters& parameters) {
  const auto [place, is_new] = state.skills.try_emplace(key);
  if (is_new) {
    place->second.known = parameters.initial_permille / 1000.0;
    place->second.recent = 0.5;
  }
  return place->second;
}

// Bayesian knowledge tracing (Corbett & Anderson 1995): the posterior after the answer, then the chance of having
// learned. A right answer after a hint says nothing of what was known before, so that only the learning remains.
double traced(double known, const measure::Response& response, const Parameters& parameters) {
  const double slip = parameters.slip_permille / 1000.0;
  const double guess = parameters.guess_permille / 1000.0;
  const double learn = parameters.learn_permille / 1000.0;
  double posterior = known;
  if (response.correct && response.hints_used == 0) {
    posterior = known * (1 - slip) / (known * (1 - slip) + (1 - known) * guess);
  } else if (!response.correct) {
    posterior = known * slip / (known * slip + (1 - known) * (1 - guess));
  }
  return posterior + (1 - posterior) * learn;
}

bool is_rapid_guess(const measure::Response& response, const Parameters& parameters) {
  return parameters.version >= rapid_guess_rule_since && response.response_ms > 0 &&
         response.response_ms < rapid_guess_ms;
}

// Whether some question of the item that is mainly about the skill tells of a misconception.
bool tells_of(const ItemNode& item, std::uint16_t skill) {
  if (item.step_misconceptions.empty()) return item.skills.front() == skill && !item.misconceptions.empty();
  for (std::size_t step = 0; step < item.step_misconceptions.size(); ++step)
    if (!item.step_misconceptions[step].empty() && item.step_skills[step].front() == skill) return true;
  return false;
}

// Whether a known misconception goes wrong on some item of the skill.
bool has_telling_items(const Curriculum& curriculum, std::uint16_t skill) {
  return std::any_of(curriculum.items.begin(), curriculum.items.end(),
                     [skill](const ItemNode& item) { return tells_of(item, skill); });
}

class Fold {
 public:
  Fold(LearnerState& state, const measure::EventRecord& record, const CurriculumSet& curricula,
       const Parameters& parameters)
      : state_(state), record_(record), curricula_(curricula), parameters_(parameters) {}

  void operator()(const measure::SessionStart& start) {
    OpenSession session;
    session.epoch = record_.epoch;
    session.learner_index = record_.event.learner_index;
    session.started_elapsed_ms = record_.event.elapsed_ms;
    session.time = start.time;
    session.packs = start.packs;
    for (const measure::PackBinding& pack : start.packs) {
      const auto found = curricula_.find(pack.pack_hash);
      if (found != curricula_.end()) inherit(state_, *found->second);
    }
    state_.open_sessions[record_.device] = std::move(session);
    ++state_.sessions;
    if (has_agency()) begin_session(state_.agency);
    state_.placement.asking = 0;
    observe(detect::SittingBegins{});
    pass_time();
  }
  void operator()(const measure::SessionEnd&) {
    pass_time();
    observe(detect::SittingEnds{});
    state_.placement.asking = 0;
    if (session() != nullptr) state_.open_sessions.erase(record_.device);
  }
  void operator()(const measure::Decision&) {
    pass_time();
    if (OpenSession* open = session()) ++open->decisions;
  }
  void operator()(const measure::ChoiceMade& choice) {
    pass_time();
    if (parameters_.version >= interest_since) take_choice(state_.interest, choice.option);
  }
  void operator()(const measure::ClockCorrected& corrected) {
    if (OpenSession* open = session()) {
      open->time = corrected.time;
      open->started_elapsed_ms = record_.event.elapsed_ms;
    }
    pass_time();
  }
  void operator()(const measure::ItemPresented& presented) {
    pass_time();
    OpenSession* open = session();
    if (open == nullptr) return;
    open->item = presented;
    present_item(state_.agency);
    const std::optional<ItemInPlay> item = find_item(*open, presented, curricula_);
    if (!item) return;
    observe(detect::ItemShown{item->node().kind, typical_ms_of(item->node(), parameters_.times)});
    take_item(state_.interest, item->node().kind, item->curriculum->pack_hash);
    ++state_.items[item->node().key].presented;
    const SkillKey main_skill = item->curriculum->skills[item->node().skills.front()].key;
    state_.current_skill_run = main_skill == state_.current_skill ? state_.current_skill_run + 1 : 1;
    state_.current_skill = main_skill;
  }
  void operator()(const measure::Response& response) {
    pass_time();
    take_answer(0, response);
  }
  // A scaffold is help: its answer is no evidence of its own.
  void operator()(const measure::StepAnswered& answered) {
    pass_time();
    if (answered.hint == 0)
      take_answer(answered.step, answered.response);
    else
      observe(detect::OtherAct{});
  }
  void operator()(const measure::HintShown&) {
    pass_time();
    observe(detect::HintOpened{});
  }
  void operator()(const measure::StepHintShown&) {
    pass_time();
    observe(detect::HintOpened{});
  }
  void operator()(const measure::MediaProgress&) {
    pass_time();
    observe(detect::OtherAct{});
  }
  void operator()(const measure::ReadingProgress&) {
    pass_time();
    observe(detect::OtherAct{});
  }
  void operator()(const measure::MessageShown& shown) {
    pass_time();
    if (has_agency()) take(state_.agency, shown, state_.responses, state_.last_event_ms);
  }
  void operator()(const measure::GoalSet& goal) {
    pass_time();
    if (has_agency()) take(state_.agency, goal, state_.sessions);
  }
  void operator()(const measure::OverrideMade& made) {
    pass_time();
    if (has_agency()) take(state_.agency, made, state_.sessions);
  }
  void operator()(const measure::ExperimentAssigned& assigned) {
    pass_time();
    if (parameters_.version >= experiments_since) take(state_.experiments, assigned);
  }
  void operator()(const measure::CheckStarted& started) { take_check(started); }
  void operator()(const measure::CheckEnded& ended) { take_check(ended); }
  void operator()(const measure::ItemSkipped&) {
    pass_time();
    const OpenSession* open = session();
    if (open == nullptr || !open->item || state_.placement.asking == 0) return;
    if (const auto item = find_item(*open, *open->item, curricula_))
      take_check_answer(*item, CheckOutcome::NotRight, *open);
  }
  void operator()(const measure::ExampleShown& shown) {
    pass_time();
    observe(detect::OtherAct{});
    const OpenSession* open = session();
    if (!has_supports() || open == nullptr || shown.act != measure::ExampleAct::Shown) return;
    if (const auto item = find_item(*open, {shown.pack_index, shown.item_index, shown.seed}, curricula_))
      show_example(state_.supports, item->curriculum->skills[item->node().skills.front()].key, shown,
                   std::max<std::size_t>(item->node().step_skills.size(), 1), state_.sessions);
  }
  void operator()(const measure::BreakTaken& taken) {
    pass_time();
    if (!has_supports()) return;
    if (taken.taken_ms > 0)
      observe(detect::Rested{});
    else
      observe(detect::OtherAct{});
    take(state_.supports, taken, state_.sessions, state_.responses);
  }
  void operator()(const measure::PlanSet& plan) {
    pass_time();
    if (has_supports()) take(state_.plan, plan);
  }
  void operator()(const measure::CheckAsked& asked) {
    pass_time();
    if (has_supports()) take(state_.plan, asked);
  }
  template <class Other>
  void operator()(const Other&) {
    pass_time();
  }

 private:
  [[nodiscard]] bool has_agency() const { return parameters_.version >= agency_since; }
  [[nodiscard]] bool has_supports() const { return parameters_.version >= supports_since; }

  // The session that the event belongs to; none when its start is missing.
  [[nodiscard]] OpenSession* session() {
    const auto found = state_.open_sessions.find(record_.device);
    return found == state_.open_sessions.end() || found->second.epoch != record_.epoch ? nullptr : &found->second;
  }

  void pass_time() {
    const OpenSession* open = session();
    if (open == nullptr || open->time.uncertainty_ms < 0) return;
    state_.last_event_ms = std::max(state_.last_event_ms, session_time(*open, record_.event.elapsed_ms));
  }

  void take_answer(std::uint8_t step, const measure::Response& response) {
    const OpenSession* open = session();
    if (open == nullptr || !open->item) return;
    const std::optional<ItemInPlay> item = find_item(*open, *open->item, curricula_);
    if (!item) return;
    const std::span<const std::uint16_t> skills = skills_of_step(item->node(), step);
    if (skills.empty()) return;
    if (state_.placement.asking != 0) {
      const CheckOutcome outcome = response.correct ? CheckOutcome::Right : CheckOutcome::NotRight;
      take_check_answer(*item, is_rapid_guess(response, parameters_) ? CheckOutcome::Unread : outcome, *open);
      return;
    }
    const bool is_evidence = engage::is_evidence(response.answer.kind);
    observe_answer(*item, skills, response, *open);
    if (is_evidence) {
      if (response.attempt == 1) take_evidence(*item, step, skills, response, *open);
      if (response.attempt == 1) take_misconceptions(*item, step, response, *open);
    } else if (!engage::is_judged_by_person(response.answer.kind)) {
      meet(*item, skills, *open);
    }
    count_item(state_.agency, item->curriculum->skills[item->node().skills.front()].key);
    ItemState& seen = state_.items[item->node().key];
    seen.last_response_number = ++state_.responses;
    if (is_evidence) seen.last_correct = response.correct;
  }

  // It began, or it ended.
  template <class Event>
  void take_check(const Event& event) {
    pass_time();
    const OpenSession* open = session();
    if (open == nullptr || parameters_.version < placement_since) return;
    if (const Curriculum* curriculum = find_curriculum(*open, event.pack_index, curricula_))
      take(state_, event, *curriculum, parameters_);
  }

  // A question of a check: it is no practice, and detectors do not judge how it is worked on.
  void take_check_answer(const ItemInPlay& item, CheckOutcome outcome, const OpenSession& open) {
    observe(detect::OtherAct{});
    keep_answer(state_.placement, {item.node().key, outcome, time_in(open)});
    count_item(state_.agency, item.curriculum->skills[item.node().skills.front()].key);
    ItemState& seen = state_.items[item.node().key];
    seen.last_response_number = ++state_.responses;
    seen.last_correct = outcome == CheckOutcome::Right;
  }

  template <class What>
  void observe(What what) {
    if (parameters_.version < detectors_since) return;
    const measure::Event& event = record_.event;
    detect::observe(state_.detectors, {record_.device, record_.epoch, event.sequence, event.elapsed_ms, what});
  }

  // Before the answer is taken as evidence: what was expected of it is part of what the detectors see.
  void observe_answer(const ItemInPlay& item, std::span<const std::uint16_t> skills, const measure::Response& response,
                      const OpenSession& open) {
    if (parameters_.version < detectors_since) return;
    if (!engage::is_evidence(response.answer.kind)) return observe(detect::OtherAct{});
    detect::AnswerGiven given;
    given.kind = response.answer.kind;
    given.attempt = response.attempt;
    given.hints = response.hints_used;
    given.correct = response.correct;
    given.response_ms = response.response_ms;
    given.expected =
        predict_step(state_, *item.curriculum, item.item_index, skills, time_in(open), parameters_).success;
    for (const std::uint16_t index : skills) given.skills.push_back(item.curriculum->skills[index].key);
    observe(std::move(given));
  }

  [[nodiscard]] bool is_rapid(const measure::Response& response) const {
    return parameters_.version >= detectors_since ? detect::was_rapid_guess(state_.detectors)
                                                  : is_rapid_guess(response, parameters_);
  }

  [[nodiscard]] UnixMs time_in(const OpenSession& open) const {
    return open.time.uncertainty_ms >= 0 ? session_time(open, record_.event.elapsed_ms) : state_.last_event_ms;
  }

  void note_seen(SkillState& skill, UnixMs now) {
    if (skill.first_seen_ms == 0) skill.first_seen_ms = now;
    skill.last_seen_ms = std::max(skill.last_seen_ms, now);
    skill.last_session = state_.sessions;
  }

  // Something was done for the skills that says nothing of how well they are known.
  void meet(const ItemInPlay& item, std::span<const std::uint16_t> skills, const OpenSession& open) {
    for (const std::uint16_t index : skills)
      note_seen(skill_of(state_, item.curriculum->skills[index].key, parameters_), time_in(open));
  }

  void take_evidence(const ItemInPlay& item, std::uint8_t step, std::span<const std::uint16_t> skills,
                     const measure::Response& response, const OpenSession& open) {
    if (parameters_.version >= answer_model_since) {
      take_evidence_by_both_accounts(item, step, skills, response, open);
      return;
    }
    const bool is_time_known = open.time.uncertainty_ms >= 0;
    const UnixMs now = time_in(open);
    const Prediction expected = predict_step(state_, *item.curriculum, item.item_index, skills, now, parameters_);
    const double credit =
        response.hints_used > 0 ? response.credit_permille / 2000.0 : response.credit_permille / 1000.0;
    const bool is_guess = is_rapid(response);
    const double weight = is_guess ? rapid_guess_weight : 1;
    const double rate = weight * (parameters_.learning_rate_milli / 1000.0 / (1 + ability_shrink * state_.responses));
    state_.ability = state_.ability + rate * (credit - expected.success);
    for (const std::uint16_t index : skills) {
      SkillState& skill = skill_of(state_, item.curriculum->skills[index].key, parameters_);
      const double after = traced(skill.known, response, parameters_);
      if (is_guess) {
        count_rapid_guess(skill, response);
        skill.known = skill.known + weight * (after - skill.known);
      } else {
        count_first_try(skill, response, is_delayed(skill, state_, is_time_known, now, parameters_));
        skill.known = after;
      }
      skill.recent = skill.recent + weight * recent_step * (credit - skill.recent);
      note_seen(skill, now);
    }
  }

  void take_misconceptions(const ItemInPlay& item, std::uint8_t step, const measure::Response& response,
                           const OpenSession& open) {
    if (parameters_.version < misconceptions_since || is_rapid(response)) return;
    trace_misconceptions(state_.misconceptions, *item.curriculum, item.node(), step, response, time_in(open));
  }

  void take_evidence_by_both_accounts(const ItemInPlay& item, std::uint8_t step, std::span<const std::uint16_t> skills,
                                      const measure::Response& response, const OpenSession& open) {
    const UnixMs now = time_in(open);
    const bool is_guess = is_rapid(response);
    const bool is_fast = response.response_ms > 0 && response.response_ms < fast_answer_ms;
    const double weight = is_guess ? rapid_guess_weight : 1;
    const double credit =
        response.hints_used > 0 ? response.credit_permille / 2000.0 : response.credit_permille / 1000.0;
    for (const std::uint16_t index : skills) meet_skill(item.curriculum->skills[index].key);
    learn_from(state_, {*item.curriculum, item.node(), skills, now},
               {response.correct, response.hints_used == 0, is_guess, is_fast, weight, is_telling(item.node(), step)},
               parameters_);
    for (const std::uint16_t index : skills) {
      SkillState& skill = state_.skills.at(item.curriculum->skills[index].key);
      if (is_guess)
        count_rapid_guess(skill, response);
      else
        count_first_try(skill, response, is_delayed(skill, state_, open.time.uncertainty_ms >= 0, now, parameters_));
      skill.recent = skill.recent + weight * recent_step * (credit - skill.recent);
      note_seen(skill, now);
      judge_mastery(state_, skill, response.correct, has_telling_items(*item.curriculum, index), parameters_);
      if (!response.correct || skill.belief.mastered) state_.placement.placed.erase(item.curriculum->skills[index].key);
    }
  }

  void meet_skill(SkillKey key) {
    const double known = known_at_first(state_, parameters_);
    const auto [place, is_new] = state_.skills.try_emplace(key);
    if (!is_new) return;
    place->second.known = known;
    place->second.recent = 0.5;
  }

  LearnerState& state_;
  const measure::EventRecord& record_;
  const CurriculumSet& curricula_;
  const Parameters& parameters_;
};

}  // namespace

UnixMs session_time(const OpenSession& session, std::int64_t elapsed_ms) {
  const auto since = static_cast<std::uint64_t>(elapsed_ms) - static_cast<std::uint64_t>(session.started_elapsed_ms);
  const auto time = static_cast<UnixMs>(static_cast<std::uint64_t>(session.time.unix_ms) + since);
  return std::clamp(time, UnixMs{0}, unix_ms_max);
}

void fold(LearnerState& state, const measure::EventRecord& record, const CurriculumSet& curricula,
          const Parameters& parameters) {
  std::visit(Fold(state, record, curricula, parameters), record.event.body);
}

}  // namespace hornbook::interpret
