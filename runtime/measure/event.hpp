// The closed vocabulary of events. Field tables, reserved numbers and limits: runtime/measure/EVENTS.md.
// Numbers are never reused; a field is only ever added at the end of its event, with a new codec version.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "runtime/core/bytes.hpp"
#include "runtime/core/ids.hpp"
#include "runtime/core/time.hpp"
#include "runtime/engage/item.hpp"
#include "runtime/engage/media/playback.hpp"

namespace hornbook::measure {

// "Everything of this device up to and including (epoch, sequence) is contained."
struct VectorEntry {
  DeviceId device;
  std::uint64_t epoch = 0;
  std::uint64_t sequence = 0;
  auto operator<=>(const VectorEntry&) const = default;
};
using BaseVector = std::vector<VectorEntry>;  // sorted by device, one entry a device

struct BaseName {
  Hash state_hash;  // hash of the base state's canonical bytes; of the empty state when there is no base
  BaseVector contains;
  bool operator==(const BaseName&) const = default;
};

struct PackBinding {
  std::uint16_t pack_index = 0;  // local to the epoch, never reused
  Hash pack_hash;                // hash of the pack's index: fixes items, skills and their order
  bool operator==(const PackBinding&) const = default;
};

// 1. Opens a learner's session and binds its small indexes. The header's learner_index is bound to `learner` here.
struct SessionStart {
  LearnerId learner;
  BaseName base;
  std::uint32_t parameter_version = 0;
  Hash parameter_hash;
  std::vector<PackBinding> packs;
  TimeEstimate time;
  std::uint32_t session_number = 0;  // of this learner on this device; stands in for time when no clock is known
  bool provisional = false;          // started without the learner's key; joined to the record later
  std::string language;              // BCP 47
  bool operator==(const SessionStart&) const = default;
};

enum class SessionEndReason : std::uint8_t { Left = 1, Idle = 2, Rotation = 3, Closed = 4 };
// 2
struct SessionEnd {
  SessionEndReason reason = SessionEndReason::Left;
  bool operator==(const SessionEnd&) const = default;
};

// 3. item_index is the position in the pack's list of items, which the pack hash fixes.
struct ItemPresented {
  std::uint16_t pack_index = 0;
  std::uint32_t item_index = 0;
  std::uint32_t seed = 0;
  bool operator==(const ItemPresented&) const = default;
};

// 4. The answer to the item presented last in this session, which asks one question.
struct Response {
  engage::Answer answer;
  bool correct = false;
  std::uint16_t credit_permille = 0;
  std::uint8_t attempt = 1;       // 1 … tries_max
  std::uint8_t hints_used = 0;    // of the question, since the item was presented
  std::uint32_t response_ms = 0;  // from item or feedback shown to answer submitted
  std::optional<std::uint16_t> misconception;
  bool operator==(const Response&) const = default;
};

// 5. The hint of the item's one question.
struct HintShown {
  std::uint8_t grade = 1;  // its place, from 1; of three: 1 point, 2 teach, 3 bottom out
  bool operator==(const HintShown&) const = default;
};

enum class SkipReason : std::uint8_t { Learner = 1, Time = 2, NotReadable = 3 };
// 10. The item presented last stays without an answer: in a check, "I don't know this yet".
struct ItemSkipped {
  SkipReason reason = SkipReason::Learner;
  bool operator==(const ItemSkipped&) const = default;
};

// 7. The answer to one step of several, or to a scaffold: the question that a hint asks.
struct StepAnswered {
  std::uint8_t step = 0;  // its place in the item, from 0
  std::uint8_t hint = 0;  // 0: the step's own question; n: that of its n-th hint
  Response response;
  bool operator==(const StepAnswered&) const = default;
};

// 11. The hint of one step of several, or of a scaffold.
struct StepHintShown {
  std::uint8_t step = 0;
  std::uint8_t hint = 0;   // as in StepAnswered
  std::uint8_t grade = 1;  // the place of the hint that was shown, from 1
  bool operator==(const StepHintShown&) const = default;
};

enum class ExampleKind : std::uint8_t {
  Sibling = 1,   // another item of the skill, or the same with other numbers, done from its beginning to its end
  OwnSteps = 2,  // the first steps of the item that comes next: the rest is the learner's
};
enum class ExampleAct : std::uint8_t { Shown = 1, Read = 2 };
// 6. An example that is shown done, to be read: no attempt at anything. What it is an example for comes after it.
struct ExampleShown {
  ExampleKind kind = ExampleKind::Sibling;
  ExampleAct act = ExampleAct::Shown;
  std::uint8_t steps = 1;  // that are shown done
  std::uint16_t pack_index = 0;
  std::uint32_t item_index = 0;
  std::uint32_t seed = 0;
  bool operator==(const ExampleShown&) const = default;
};

// 8. What becomes of the media of the item presented last.
struct MediaProgress {
  std::uint32_t position_ms = 0;
  std::uint32_t length_ms = 0;
  engage::MediaAct act = engage::MediaAct::Played;
  bool operator==(const MediaProgress&) const = default;
};

// 9. The learner turned from a page of a passage, or from the text to the question.
struct ReadingProgress {
  std::uint16_t pack_index = 0;
  std::uint32_t passage_index = 0;  // position in the pack's list of passages, which the pack hash fixes
  std::uint8_t level = 1;           // of the text
  std::uint16_t paragraph = 0;      // the last on the page, from 1; 0 before the first
  std::uint32_t dwell_ms = 0;       // how long the page was in view
  bool operator==(const ReadingProgress&) const = default;
};

enum class LevelChosenBy : std::uint8_t { Evidence = 1, Learner = 2 };
// 12. At which level a passage is read from now on, when it is opened and when the learner wants another.
struct ReadingLevelChosen {
  std::uint16_t pack_index = 0;
  std::uint32_t passage_index = 0;
  std::uint8_t level = 1;
  LevelChosenBy by = LevelChosenBy::Evidence;
  bool operator==(const ReadingLevelChosen&) const = default;
};

enum class ReasonCode : std::uint8_t {
  FirstContact = 1,  // a new skill whose prerequisites are met
  KeepGoing = 2,     // same skill, first block
  Strengthen = 3,    // an open skill, interleaved
  StepBack = 4,      // the weakest prerequisite after repeated failure
  Review = 5,        // mastered, due again
  EasierAfterFailures = 6,
  Fallback = 7,         // nothing open: anything that is not fresh in memory
  Probe = 8,            // whether a misconception is still there
  Check = 9,            // a question of a check that finds out where to start
  Confirm = 10,         // by a check it is known: its mastery is still to be shown
  WorkedExample = 11,   // practice of the skill does not get there: with an example that is shown done
  BeforeTermEnds = 12,  // a new skill out of its turn: not all that remains fits before the term ends
  Rest = 13,            // nothing more until another day; its item would come if something had to
};

struct Candidate {
  std::uint16_t pack_index = 0;
  std::uint32_t item_index = 0;
  std::uint32_t seed = 0;
  ReasonCode reason = ReasonCode::FirstContact;
  std::uint16_t skill_index = 0;       // in the pack's list of skills
  std::uint16_t success_permille = 0;  // predicted, rounded to nearest
  bool operator==(const Candidate&) const = default;
};

// 16. What to do next: the candidate chosen and the others that were weighed, best first.
struct Decision {
  std::uint32_t number = 0;  // 0, 1, 2 … within the session; seeds the choice among equals
  Candidate chosen;
  std::vector<Candidate> alternatives;  // at most limits::decision_alternatives_max; the first two are offered
  std::uint16_t opportunities = 0;      // evidence: of the chosen skill so far; with Rest the skills that rest
  std::uint16_t mastery_permille = 0;   // evidence: P(known) of the chosen skill
  std::uint32_t model_version = 0;
  bool operator==(const Decision&) const = default;
};

// 17. The learner took option `option` of the decision: 0 the chosen one, n the n-th alternative.
struct ChoiceMade {
  std::uint8_t option = 0;
  bool operator==(const ChoiceMade&) const = default;
};

// 13. Words of encouragement or advice were shown; which, is a number of runtime/adapt/messages, never used again.
struct MessageShown {
  std::uint16_t message = 0;
  bool operator==(const MessageShown&) const = default;
};

enum class DecidedBy : std::uint8_t { Teacher = 1, Learner = 2 };

// 18. What somebody set out to do.
struct GoalSet {
  SkillKey skill = 0;        // 0: any
  std::uint16_t target = 0;  // items to finish; 0: the goal is given up
  std::uint32_t day = 0;     // until which day, in days since 1970-01-01; 0: no day
  DecidedBy by = DecidedBy::Learner;
  bool operator==(const GoalSet&) const = default;
};

// 21. What a learner's events give evidence of, or no longer do: runtime/interpret/detect.
struct DetectorFired {
  std::uint8_t detector = 0;         // its number, never used again
  std::uint16_t version = 1;         // of its rule
  std::uint64_t first_sequence = 0;  // the evidence: events of this epoch, both included
  std::uint64_t last_sequence = 0;
  std::uint16_t strength_permille = 0;  // 0: the evidence is gone
  bool operator==(const DetectorFired&) const = default;
};

enum class OverrideReason : std::uint8_t { TooEasy = 1, JustRight = 2, TooHard = 3, Later = 4, Other = 5 };
// 22. Somebody knew better than decision `decision_number` of this session, or says how well it fitted.
struct OverrideMade {
  DecidedBy by = DecidedBy::Learner;
  std::uint32_t decision_number = 0;
  OverrideReason reason = OverrideReason::JustRight;
  std::optional<Candidate> replacement;  // what comes in place of it
  bool operator==(const OverrideMade&) const = default;
};

// 24. The device learned a better time; sessions' times before it stay as recorded.
struct ClockCorrected {
  TimeEstimate time;
  bool operator==(const ClockCorrected&) const = default;
};

// What a learner may decide and is told; a teacher can withhold each.
struct Allowed {
  bool own_choice = true;     // another activity than the suggested
  bool checks_later = true;   // "the check another day"
  bool how_it_fitted = true;  // "too easy", "too hard"
  bool own_goals = true;
  bool messages = true;  // words of encouragement and advice beside the feedback
  bool operator==(const Allowed&) const = default;
};
// 31. What a teacher laid down for the learner, in place of what was laid down before. The school writes it.
struct PlanSet {
  std::uint32_t term_end_day = 0;  // the last day of the term, in days since 1970-01-01; 0: none
  Allowed allowed;
  bool operator==(const PlanSet&) const = default;
};

// 33. A teacher wants to know where the learner starts in a cluster of skills, or no longer. The school writes it.
struct CheckAsked {
  SkillKey cluster = 0;  // its name: runtime/interpret/placement/clusters.hpp
  bool is_withdrawn = false;
  bool operator==(const CheckAsked&) const = default;
};

enum class BreakKind : std::uint8_t { Breathing = 1, Stretching = 2 };
// 25. A rest that was offered, when it is over.
struct BreakTaken {
  BreakKind kind = BreakKind::Breathing;
  std::uint32_t planned_ms = 0;
  std::uint32_t taken_ms = 0;  // 0: the learner went on without it
  bool operator==(const BreakTaken&) const = default;
};

// 20. The learner wants to talk to a teacher. It says by itself who and when, because it travels before the events that
// came before it.
struct TalkRequested {
  LearnerId learner;
  TimeEstimate time;
  bool operator==(const TalkRequested&) const = default;
};

// 27. Which variant of an experiment a learner gets, from now on: the first such event of a learner stands.
struct ExperimentAssigned {
  ExperimentId experiment;
  std::uint8_t arm = 0;                    // 0 the first, 1 the second
  std::uint16_t probability_permille = 0;  // with which this arm is drawn
  bool operator==(const ExperimentAssigned&) const = default;
};

// 28. Under the other variant this decision of the session would have been another one, or no message or another would
// have been said after it.
struct ExperimentExposed {
  ExperimentId experiment;
  std::uint8_t arm = 0;
  std::uint32_t decision_number = 0;
  bool operator==(const ExperimentExposed&) const = default;
};

// 29. From now on the items of this session are questions of a check on a cluster of skills:
// runtime/interpret/placement.
struct CheckStarted {
  std::uint16_t pack_index = 0;
  std::uint16_t cluster = 0;  // its place in the pack, by the rule of placement/clusters.hpp
  DecidedBy by = DecidedBy::Learner;
  bool operator==(const CheckStarted&) const = default;
};

enum class CheckEndReason : std::uint8_t {
  Precise = 1,  // the standard error is small enough
  Floor = 2,    // the easiest is not known yet
  Ceiling = 3,  // the hardest is known
  Enough = 4,   // as many questions as a cluster gets, or as it has
  Stopped = 5,  // by the learner, who starts from what was seen
  Later = 6,    // it goes on in another sitting
};
// 30. No more questions of that cluster for now. Ability and standard error are of the cluster's scale, × 1000.
struct CheckEnded {
  std::uint16_t pack_index = 0;
  std::uint16_t cluster = 0;
  CheckEndReason reason = CheckEndReason::Precise;
  std::int32_t ability_milli = 0;
  std::uint16_t standard_error_milli = 0;
  bool operator==(const CheckEnded&) const = default;
};

// A number that this build does not know, kept as it came so that it can be carried on.
struct UnknownEvent {
  std::uint8_t number = 0;
  Bytes body;
  bool operator==(const UnknownEvent&) const = default;
};

using EventBody =
    std::variant<SessionStart, SessionEnd, ItemPresented, Response, HintShown, StepAnswered, StepHintShown,
                 MediaProgress, ReadingProgress, ReadingLevelChosen, MessageShown, Decision, ChoiceMade, GoalSet,
                 DetectorFired, OverrideMade, ClockCorrected, ExperimentAssigned, ExperimentExposed, ItemSkipped,
                 CheckStarted, CheckEnded, ExampleShown, PlanSet, CheckAsked, BreakTaken, TalkRequested, UnknownEvent>;

struct Event {
  std::uint64_t sequence = 0;       // within the epoch, from 1
  std::uint32_t learner_index = 0;  // local to the epoch, never reused; 0 is the station itself
  std::int64_t elapsed_ms = 0;      // monotonic, since the epoch opened
  EventBody body;
  bool operator==(const Event&) const = default;
};

// An event and where it came from: what the fold and the server read.
struct EventRecord {
  DeviceId device;
  std::uint64_t epoch = 0;
  Event event;
  bool operator==(const EventRecord&) const = default;
};

[[nodiscard]] std::uint8_t number_of(const EventBody& body);

// Whether it is sealed at once and travels before older events.
[[nodiscard]] inline bool is_urgent(const EventBody& body) { return std::holds_alternative<TalkRequested>(body); }

}  // namespace hornbook::measure
