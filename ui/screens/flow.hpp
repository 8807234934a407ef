// The station's flow from screen to screen: attract → who → picture password → home → activity → progress → goodbye.
// Pure: update(state, intent, now) → {state, effects}. The composition root (platform/programs) carries the effects out
// and answers with the intents marked "from the outside".
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "runtime/core/error.hpp"
#include "runtime/core/time.hpp"
#include "runtime/session/session.hpp"
#include "ui/screens/reading_aloud.hpp"
#include "ui/screens/settings.hpp"

namespace hornbook::ui {

// A learner as the roster shows them. `index` is the position in the opened roster.
struct LearnerCard {
  std::uint32_t index = 0;
  std::string name;
  std::string avatar;
  std::string language;
  bool has_picture_password = false;
};

// Whoever is here by a badge has this index: the class's roster may be shut, or hold them under another.
inline constexpr std::uint32_t badge_holder_index = UINT32_MAX;
// And who began without a name has this one.
inline constexpr std::uint32_t nameless_index = UINT32_MAX - 1;

// Why a passphrase or a badge did not open anything.
enum class StayedShut : std::uint8_t {
  AsSaid,
  WrongPassphrase,
  NoClassYet,
  BadgeMisread,
  BadgeOfAnotherSchool,
  BadgeUnknown
};

// ---- screens, as variants: what cannot be is not writable ----
struct Locked {  // "ask your teacher to open me"; a badge is read here, too
  std::string passphrase;
  bool wrong = false;
  bool opening = false;
  std::string sentence;   // why it stayed shut, for StayedShut::AsSaid
  bool capitals = false;  // of the keyboard on the screen
  StayedShut why = StayedShut::AsSaid;
};
// The power went off while a class was open: ask the teacher to open it again, or begin without a name.
struct PowerWentOff {};
struct BadgeEntry {   // "hold your badge to the reader"
  std::string typed;  // capital letters and digits
  std::optional<StayedShut> why{};
};
struct Attract {};
struct Who {
  std::uint32_t page = 0;
};
struct PicturePassword {
  std::uint32_t learner = 0;
  std::vector<std::uint8_t> taps;
  int failures = 0;
  MonotonicMs wait_until = 0;  // slows a sibling down after failures
};
struct SigningIn {
  std::uint32_t learner = 0;
};
struct Home {};
// What is marked in a passage: bytes of one of a level's blocks.
struct TextMark {
  std::uint8_t level = 1;
  std::uint16_t block = 0;
  TextRange part;
  bool operator==(const TextMark&) const = default;
};
struct Activity {
  std::uint32_t page = 0;                  // pages when the text is large
  bool at_text = false;                    // the passage takes the leaf, not the question
  std::uint32_t column = 0;                // of the passage: the first in view
  std::optional<std::uint16_t> meaning;    // the word of its glossary whose meaning is shown
  std::uint32_t pages_above = 0;           // of a long answer, above where it is written
  bool is_marking = false;                 // a touch in the passage marks a sentence
  bool is_erasing = false;                 // the marker that is drawn on takes marks away
  bool at_media = false;                   // what is watched takes the leaf, not the question
  bool at_words = false;                   // its words take the place of its pictures
  std::optional<std::size_t> heard_slide;  // whose sound was started since it plays; 0 of a video
  bool says_how_it_fitted = false;         // "too easy, just right, too hard" take the place of what is said
};
struct ProgressPath {
  std::uint32_t page = 0;
};
struct GoalChoice {};  // how much one wants to do today
// What a check of where to start is, before it begins or goes on; in the middle of one: whether to go on with it.
struct CheckIntroduction {};
struct Goodbye {
  session::Tally tally;
  std::string name;
  std::string avatar;
  std::string language;
  MonotonicMs since = 0;
  std::optional<std::uint16_t> message{};      // of runtime/adapt/messages
  std::optional<interpret::GoalState> goal{};  // for today
};
struct OutOfOrder {
  std::string sentence;
};  // what a person can do about it; never a stack trace
using StationScreen = std::variant<Locked, PowerWentOff, BadgeEntry, Attract, Who, PicturePassword, SigningIn, Home,
                                   Activity, ProgressPath, GoalChoice, CheckIntroduction, Goodbye, OutOfOrder>;

// Titles of skills and misconceptions by (pack_index, skill_index), in a language; bound to packs by the composition
// root.
struct PackWords {
  std::string skill_title;
  std::string can_do;
  std::string picture;
};
using FindPackWords = std::function<PackWords(std::uint16_t pack, std::uint16_t skill, std::string_view language)>;

// What is read for an item, in a language; empty when nothing is.
using FindPassageTitle = std::function<std::string(std::uint16_t pack, std::uint32_t item, std::string_view language)>;

// Failures at a learner's pictures outlive the visit to the screen: going back does not make a sibling faster.
struct PictureGuard {
  std::uint32_t learner = 0;
  int failures = 0;
  MonotonicMs wait_until = 0;
};

// What has become of the learner's wish to talk to a teacher, as far as this device knows.
enum class TalkStanding : std::uint8_t { None, Waits, Arrived, Seen };

struct StationState {
  StationScreen screen = Attract{};
  std::vector<LearnerCard> learners;
  std::string class_name;
  std::string language = "en";              // of the station, before somebody signs in
  Settings settings;                        // in force: the learner's own while one is here
  Settings station_settings;                // while nobody is signed in
  std::uint32_t look_page = 0;              // of "how it looks"
  bool choosing_look = false;               // "how it looks" takes the leaf; the screen behind it stays as it is
  bool takes_badges = false;                // there are badges that open something here
  std::optional<LearnerCard> badge_holder;  // who is here, or was a moment ago, by a badge or without a name
  bool nameless_may_work = false;           // a power cut shut the class: a child may begin without a name
  bool at_home = false;                     // a family's device: no teacher is here to open it
  bool demo = false;                        // says on screen that its keys protect nothing
  std::optional<std::uint32_t> signed_in;   // index of the learner
  std::optional<session::SessionState> session;
  bool saved = true;  // false from the act until the journal's commit
  MonotonicMs last_act = 0;
  std::vector<measure::Event> unsaved;  // what the journal has not confirmed yet, in order
  std::string save_trouble;             // what a person can do about it; empty: none
  bool ending = false;                  // signed out, and the last events wait for the journal
  std::vector<PictureGuard> picture_guards;
  std::optional<ReadingAloud> reading;  // while something is read aloud
  std::vector<TextMark> marks;          // in the passage at hand; forgotten with it, and never recorded
  std::optional<Hash> hearing;          // the sound of an item that is heard
  bool captions = true;                 // shown under what is watched
  std::string no_voice_for;             // a language that had no voice when it was last asked for
  TalkStanding talk{};                  // of whoever is signed in
};

// ---- intents: from a finger, a key, a switch or a script ----
struct TypePassphrase {
  std::string text;
};
struct ErasePassphrase {};
struct OpenClass {};   // or what the badge opens
struct ShowBadge {};   // where a badge is read or typed
struct AskTeacher {};  // to where the class is opened
struct BeginWithoutName {};
struct Wake {};
struct TurnPage {
  int by = 0;
};
struct TurnLines {
  int pages_up = 0;
};  // through an answer that is longer than its field
struct PickLearner {
  std::uint32_t index = 0;
};
struct TapPicture {
  std::uint8_t picture = 0;
};
struct ForgetTaps {};
struct Back {};
struct ShowProgress {};
struct ShowGoal {};
struct ShowCheck {};       // what it is
struct GoOnWithCheck {};   // or begin it
struct AskHowItFitted {};  // or no longer
struct SignOut {};
struct ToSession {
  session::SessionIntent intent;
};
struct ShowLook {};
struct SetTheme {
  std::string theme;
};
struct SetScale {
  float scale = 1;
};
struct SetMotion {
  bool motion = true;
};
struct SetVoice {
  VoiceUse voice{};
};
struct SetVoicePace {
  float pace = 1;
};
struct ReadAloud {
  std::vector<Utterance> utterances;
};  // in place of what is being read
struct StopReading {};
struct HearSound {
  Hash file;
};  // in place of what is heard; again: stops it
struct SetLanguage {
  std::string language;
};
struct SetCapitals {
  bool capitals = false;
};
struct StillHere {};  // the answer to "are you still there?"
struct SaveAgain {};
struct PlaceMarker {
  float position = 0;  // along a line, 0 … 1 from its first place to its last
  std::uint8_t handle = 0;
  std::uint32_t steps = 1;  // the handle goes to the nearest of 0 … steps
};
// Another part of the passage, or the question: what is left is recorded as read up to `paragraph`, the last in view.
struct TurnText {
  std::uint32_t column = 0;
  std::uint16_t paragraph = 0;
  bool to_question = false;
  bool is_way_on = false;  // the main action of the page, not a look around
};
struct ShowText {};  // back to the passage
struct ShowMeaning {
  std::optional<std::uint16_t> word;  // its place in the glossary; nothing closes it
};
struct TakeMarker {};  // or put it away
struct MarkText {
  TextMark mark;         // one that is there already goes
  bool goes_on = false;  // drawn on from another: as that one came or went
};
struct ShowMedia {
  bool again = false;  // some seconds of what was seen; otherwise it plays on
};
struct ShowMediaWords {
  bool words = false;  // in place of the pictures
};
struct ShowCaptions {
  bool captions = true;
};
// ---- intents from the outside ----
struct ClassOpened {
  std::string class_name;
  std::vector<LearnerCard> learners;
};
struct ClassStaysShut {
  std::string sentence;
  StayedShut why = StayedShut::AsSaid;
};
struct BadgeOpened {
  LearnerCard holder;  // the index is not looked at
};
struct ClassClosed {};  // the day is over, or the school took the class away
struct BadgesHere {
  bool any = false;
};
struct NamelessMayWork {
  bool may = false;
};
struct PictureChecked {
  bool right = false;
};
struct SignedIn {
  session::SessionState session;
  Settings settings;  // the learner's own
};
struct SignInFailed {
  std::string sentence;
};
struct Saved {};
// The journal never uses a sequence again that it has tried: `next_sequence` is where the same events start next time;
// 0 leaves their sequences as they are.
struct SaveFailed {
  std::string sentence;
  std::uint64_t next_sequence = 0;
};
struct WordSaid {
  TextRange word;  // of the words of the utterance
};
struct SaidAll {};  // of the utterance
struct NoVoice {
  std::string language;
};
struct SoundOver {};  // heard to its end, or it could not be played
struct TalkKnown {
  TalkStanding standing{};
};
struct TimePassed {};  // at least once a second while something can time out, and for each animation frame
using Intent =
    std::variant<TypePassphrase, ErasePassphrase, OpenClass, ShowBadge, AskTeacher, BeginWithoutName, Wake, TurnPage,
                 TurnLines, PickLearner, TapPicture, ForgetTaps, Back, ShowProgress, ShowGoal, ShowCheck, GoOnWithCheck,
                 AskHowItFitted, SignOut, ToSession, ShowLook, SetTheme, SetScale, SetMotion, SetVoice, SetVoicePace,
                 ReadAloud, StopReading, HearSound, WordSaid, SaidAll, NoVoice, SoundOver, SetLanguage, SetCapitals,
                 StillHere, SaveAgain, PlaceMarker, TurnText, ShowText, ShowMeaning, TakeMarker, MarkText, ShowMedia,
                 ShowMediaWords, ShowCaptions, ClassOpened, ClassStaysShut, ClassClosed, BadgeOpened, BadgesHere,
                 NamelessMayWork, PictureChecked, SignedIn, SignInFailed, Saved, SaveFailed, TalkKnown, TimePassed>;

// ---- effects: what the composition root does ----
struct OpenLease {
  std::string passphrase;  // or a badge, from a scanner that types into the same field
};                         // → ClassOpened | BadgeOpened | ClassStaysShut
struct OpenBadge {
  std::string typed;
};  // → BadgeOpened | ClassStaysShut
struct CheckPicture {
  std::uint32_t learner = 0;
  std::vector<std::uint8_t> taps;
};  // → PictureChecked
struct BeginSession {
  std::uint32_t learner = 0;
};  // → SignedIn | SignInFailed
struct Append {
  std::vector<measure::Event> events;
};  // durable, then → Saved | SaveFailed
struct KeepSettings {
  Settings settings;
};  // the signed-in learner's, in their capsule
struct Speak {
  std::string words;
  std::string language;
  float pace = 1;  // times the voice's own
};                 // in place of what is being said; → WordSaid …, SaidAll | NoVoice
struct StopSpeaking {};
struct PlaySound {
  Hash file;  // of a pack's media; of a video its sound
  std::uint32_t from_ms = 0;
};  // in place of what is heard; → SoundOver
struct StopSound {};
struct EndSession {};  // seal, forget keys; after the last Saved
using Effect = std::variant<OpenLease, OpenBadge, CheckPicture, BeginSession, Append, KeepSettings, Speak, StopSpeaking,
                            PlaySound, StopSound, EndSession>;

inline constexpr std::uint32_t learners_per_page = 12;
inline constexpr std::size_t picture_password_taps = 3;
inline constexpr std::uint8_t picture_password_pictures = 9;
inline constexpr MonotonicMs who_rests_after_ms = 45'000;      // nobody chose: back to the invitation
inline constexpr MonotonicMs idle_asks_after_ms = 90'000;      // "are you still there?"
inline constexpr MonotonicMs reading_asks_after_ms = 300'000;  // the same in front of a page of a text
inline constexpr MonotonicMs idle_ends_after_ms = 120'000;     // nobody was: the session ends with reason Idle
inline constexpr MonotonicMs goodbye_rests_after_ms = 20'000;
inline constexpr MonotonicMs tick_draws_for_ms = 220;
inline constexpr MonotonicMs breath_ms = 4'000;  // in, or out: some eight breaths a minute calm (Russo et al. 2017)
inline constexpr MonotonicMs breath_frame_ms = 40;

struct StationStep {
  StationState state;
  std::vector<Effect> effects;
};

// A learner of the opened class, or whoever is here by a badge; null when there is none of this index.
[[nodiscard]] const LearnerCard* card_of(const StationState& state, std::uint32_t index);

[[nodiscard]] StationStep update(StationState state, const Intent& intent, MonotonicMs now);

// The language that the screen speaks: the learner's while one is here, else the station's.
[[nodiscard]] std::string language_of(const StationState& state);

// Whether the screen asks "are you still there?" instead of showing the lesson.
[[nodiscard]] bool asks_whether_there(const StationState& state, MonotonicMs now);

// When the state next changes by itself (time-out, animation), or nothing: the loop sleeps until then.
[[nodiscard]] std::optional<MonotonicMs> next_change(const StationState& state, MonotonicMs now);

}  // namespace hornbook::ui
