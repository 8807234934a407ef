// One learner's session at one station: engage → measure → interpret → adapt, wired as a reducer.
// Pure: update(state, intent, now) → {state, effects}. The composition root carries the effects out.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "runtime/adapt/choose_next.hpp"
#include "runtime/adapt/placement/check.hpp"
#include "runtime/adapt/support.hpp"
#include "runtime/core/error.hpp"
#include "runtime/engage/media/playback.hpp"
#include "runtime/engage/problem.hpp"
#include "runtime/interpret/prediction.hpp"
#include "runtime/measure/event.hpp"

namespace hornbook::session {

// Instantiates an item: (pack_index, item_index, seed, language). Pure; bound to packs by the composition root.
using Instantiate =
    std::function<Result<engage::ItemInstance>(std::uint16_t, std::uint32_t, std::uint32_t, std::string_view)>;

// What the pack says to somebody who shows a misconception; empty where it says nothing of its own.
struct MisconceptionWords {
  std::string feedback;  // in place of the item's general "not yet"
  std::string hint;      // in place of the first hint, while the misconception is asserted
};
// Of (pack_index, misconception, language). Bound to packs by the composition root.
using FindMisconceptionWords = std::function<MisconceptionWords(std::uint16_t, std::uint16_t, std::string_view)>;

// What does not change while the session lasts.
struct SessionContext {
  DeviceId device;
  std::uint64_t epoch = 0;
  std::uint32_t learner_index = 0;
  LearnerId learner;
  std::string language;
  std::vector<adapt::PackInPlay> packs;
  std::vector<measure::PackBinding> bindings;
  interpret::CurriculumSet curricula;
  interpret::Parameters parameters;
  Instantiate instantiate;
  std::int64_t epoch_started_monotonic = 0;
  FindMisconceptionWords misconception_words{};  // none: nothing of their own
};

// The text at hand: it keeps its level while its questions follow one another, and on the way home and back.
struct ReadingNow {
  std::uint16_t pack_index = 0;
  std::uint32_t passage_index = 0;
  std::uint8_t level = 1;
  MonotonicMs page_since = 0;      // when the page in view was turned to
  bool chosen_by_learner = false;  // then the next text begins there too
};

struct AtHome {};  // choosing what to do
struct Working {
  engage::Problem problem;
  engage::Playback playback{};  // of the item's media
};
struct Trouble {
  Error error;
};                    // an item could not be opened; home offers the others
struct CheckClosed {  // the last question of a check was answered, or of today's: what comes next is offered
  std::uint16_t pack_index = 0;
  measure::CheckEndReason reason{};
  std::size_t questions = 0;  // of this sitting
};
// Another item, shown done, is read first: reading is no attempt. What it is an example for comes after it.
struct ReadingExample {
  engage::Problem example;
  measure::Candidate own;  // what the learner does then
};
// Fatigue was seen: a rest is offered, then taken.
struct Resting {
  std::optional<MonotonicMs> since{};  // nothing while it is offered
};
using Place = std::variant<AtHome, Working, Trouble, CheckClosed, ReadingExample, Resting>;

// A check that is on: the item at hand is one of its questions, has one try and no hint, and gets no verdict.
struct CheckSitting {
  std::uint16_t pack_index = 0;
  std::size_t questions = 0;  // answered or passed over
  MonotonicMs since = 0;
};

struct Tally {  // this session, for the goodbye screen
  std::uint32_t finished = 0;
  std::uint32_t right_first_time = 0;
  std::uint32_t right_after_trying = 0;
  std::uint32_t hints = 0;
};

struct SessionState {
  std::shared_ptr<const SessionContext> context;  // shared: states are values that are copied, the context is not
  interpret::LearnerState learner;                // base + tail, always up to date
  measure::BaseVector base_contains;
  TimeEstimate time_at_start;
  MonotonicMs started_at = 0;
  std::uint64_t next_sequence = 1;  // expected sequence of the next event; the journal confirms it
  measure::Decision decision;       // what is offered now
  Place place;
  std::optional<ReadingNow> reading;  // of the last item that had a passage
  std::optional<CheckSitting> check;
  // What a detector that fired at the item at hand calls for; said once, with the feedback.
  std::optional<adapt::Support> support;
  Tally tally;
  std::uint32_t decisions_made = 0;
  std::optional<std::uint16_t> message;           // of runtime/adapt/messages: shown until the next item, or home
  measure::Candidate worked_on{};                 // what was opened last
  std::uint32_t worked_decision = 0;              // the number of the decision that it came from
  std::optional<measure::OverrideReason> fitted;  // what the learner said of it
  std::uint32_t failures_before = 0;              // in a row in its main skill, when it was opened
  bool hasty = false;                             // its first try was a rapid guess, by the detector
  std::uint32_t hard_items = 0;                   // done in a row that took more than one try or a hint
  bool goal_was_reached = false;                  // and said
  bool wants_more = false;                        // took extra practice when it was enough for today
};

struct ChooseOption {
  std::uint8_t option = 0;
};  // 0 the suggestion, n the n-th alternative; a suggestion to rest is followed by leaving
struct Act {
  engage::ProblemIntent intent;
};
// From a page of the text to another one, or to the question: `paragraph` is the last on the page that is left.
struct LeavePage {
  std::uint16_t paragraph = 0;
};
struct ReadLevel {
  std::uint8_t level = 1;
};  // one that the passage has
struct ControlMedia {
  engage::MediaControl control{};
};  // of the item at hand
// How well the item that was done last fitted: too easy, just right, too hard. Once an item.
struct SayHowItFitted {
  measure::OverrideReason reason = measure::OverrideReason::JustRight;
};
// What the learner sets out to do today; 0 gives a goal up.
struct SetGoal {
  SkillKey skill = 0;  // 0: any
  std::uint16_t target = 0;
};
// At home, where it is offered: find out where to start in the pack.
struct StartCheck {
  std::uint16_t pack_index = 0;
};
struct PassOver {};     // "I don't know this yet": the next question of the check
struct StopCheck {};    // enough asked: start from what was seen
struct PutCheckOff {};  // at home: not the check that is suggested now, but something else
struct TakeBreak {};    // where one is offered
// After feedback: a new decision, and straight on to it, or to the rest that is offered first; home when it is enough
// for today, unless the learner had wanted more before. After an example: the learner's own item. Where a rest is
// offered or taken: to work again.
struct GoOn {};
struct GoHome {};
struct Leave {
  measure::SessionEndReason reason = measure::SessionEndReason::Left;
};
struct CorrectClock {
  TimeEstimate time;
};                    // see clock_correction.hpp
struct AskToTalk {};  // to a teacher, who sees it when this device has met the school
using SessionIntent =
    std::variant<ChooseOption, Act, LeavePage, ReadLevel, ControlMedia, SayHowItFitted, SetGoal, StartCheck, PassOver,
                 StopCheck, PutCheckOff, TakeBreak, GoOn, GoHome, Leave, CorrectClock, AskToTalk>;

// To be made durable, in order, in one commit, before the frame that shows their result.
struct Record {
  measure::Event event;
};
using SessionEffect = Record;

struct SessionStep {
  SessionState state;
  std::vector<SessionEffect> effects;
};

struct SessionOpening {
  std::shared_ptr<const SessionContext> context;
  interpret::Base base;                    // as the learner's capsule or the server gave it
  std::vector<measure::EventRecord> tail;  // this device's later events of the learner
  std::uint32_t session_number = 0;
  TimeEstimate time;
  bool provisional = false;
  std::uint64_t next_sequence = 1;
};
// Folds base and tail, records SessionStart and the first decision. BadInput when no pack has an item.
[[nodiscard]] Result<SessionStep> begin(SessionOpening opening, MonotonicMs now);
[[nodiscard]] SessionStep update(SessionState state, const SessionIntent& intent, MonotonicMs now);

// The session's estimate of the wall clock.
[[nodiscard]] UnixMs wall_time(const SessionState& state, MonotonicMs now);

// What the learner and the teacher may see of progress, one entry per skill of the pack.
struct SkillProgress {
  std::uint16_t pack_index = 0;
  std::uint16_t skill_index = 0;
  interpret::SkillStanding standing{};
  bool open = false;  // prerequisites are met
  std::uint16_t known_permille = 0;
  std::uint32_t opportunities = 0;
};
[[nodiscard]] std::vector<SkillProgress> progress(const SessionState& state);

// Whether something is in hand that one leaves by going on or home: an item, an example, a rest.
[[nodiscard]] bool is_at_work(const SessionState& state);

// ---- what the learner may decide ----
[[nodiscard]] bool can_say_how_it_fitted(const SessionState& state);
// At home: a check that the teacher waits for; else one that finds out where to start in the pack of what is suggested,
// or that goes on.
[[nodiscard]] std::optional<adapt::CheckToOffer> check_offered(const SessionState& state);
// At home, while a check is suggested, unless it was put off in the sessions before this one already.
[[nodiscard]] bool can_put_check_off(const SessionState& state);
// Whether the teacher leaves it to the learner what is worked on, and what to set out to do.
[[nodiscard]] bool may_choose(const SessionState& state);
[[nodiscard]] bool may_set_goal(const SessionState& state);
// A goal that is meant for today.
[[nodiscard]] bool has_goal(const SessionState& state);
[[nodiscard]] bool has_reached_goal(const SessionState& state);
// The most that one may set out to do in a day.
inline constexpr std::uint16_t goal_items_max = 20;

}  // namespace hornbook::session
