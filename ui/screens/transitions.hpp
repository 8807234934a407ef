// What each intent does to the station, one overload an intent, in one small file a screen. Only update.cpp, its tests
// and these files include this.
//
// Every overload is pure, and an intent that does not fit the screen changes nothing.
#pragma once

#include "ui/screens/flow.hpp"

namespace hornbook::ui::transitions {

// locked.cpp
[[nodiscard]] StationStep take(StationState state, const TypePassphrase& intent, MonotonicMs now);
[[nodiscard]] StationStep take(StationState state, const ErasePassphrase& intent, MonotonicMs now);
[[nodiscard]] StationStep take(StationState state, const SetCapitals& intent, MonotonicMs now);
[[nodiscard]] StationStep take(StationState state, const OpenClass& intent, MonotonicMs now);
[[nodiscard]] StationStep take(StationState state, const ClassOpened& intent, MonotonicMs now);
[[nodiscard]] StationStep take(StationState state, const ClassStaysShut& intent, MonotonicMs now);
[[nodiscard]] StationStep take(StationState state, const ClassClosed& intent, MonotonicMs now);

// badge.cpp
[[nodiscard]] StationStep take(StationState state, const ShowBadge& intent, MonotonicMs now);
[[nodiscard]] StationStep take(StationState state, const BadgeOpened& intent, MonotonicMs now);
[[nodiscard]] StationStep take(StationState state, const BadgesHere& intent, MonotonicMs now);
[[nodiscard]] StationStep type_badge(StationState state, std::string_view typed);
[[nodiscard]] StationStep erase_badge(StationState state);
[[nodiscard]] StationStep open_badge(StationState state);

// nameless.cpp
[[nodiscard]] StationStep take(StationState state, const AskTeacher& intent, MonotonicMs now);
[[nodiscard]] StationStep take(StationState state, const BeginWithoutName& intent, MonotonicMs now);
[[nodiscard]] StationStep take(StationState state, const NamelessMayWork& intent, MonotonicMs now);

// who.cpp
// Where one says who one is, and where the station rests. As long as no class is open both are what a shut station
// shows.
[[nodiscard]] StationScreen shut_screen(const StationState& state);
[[nodiscard]] StationScreen choosing_screen(const StationState& state);
[[nodiscard]] StationScreen resting_screen(const StationState& state);
[[nodiscard]] StationStep take(StationState state, const Wake& intent, MonotonicMs now);
[[nodiscard]] StationStep take(StationState state, const PickLearner& intent, MonotonicMs now);
[[nodiscard]] StationStep take(StationState state, const TapPicture& intent, MonotonicMs now);
[[nodiscard]] StationStep take(StationState state, const ForgetTaps& intent, MonotonicMs now);
[[nodiscard]] StationStep take(StationState state, const PictureChecked& intent, MonotonicMs now);
[[nodiscard]] StationStep take(StationState state, const SignedIn& intent, MonotonicMs now);
[[nodiscard]] StationStep take(StationState state, const SignInFailed& intent, MonotonicMs now);

// lesson.cpp
[[nodiscard]] StationStep take(StationState state, const ToSession& intent, MonotonicMs now);
[[nodiscard]] StationStep take(StationState state, const PlaceMarker& intent, MonotonicMs now);
[[nodiscard]] StationStep take(StationState state, const TurnText& intent, MonotonicMs now);
[[nodiscard]] StationStep take(StationState state, const ShowText& intent, MonotonicMs now);
[[nodiscard]] StationStep take(StationState state, const ShowMeaning& intent, MonotonicMs now);
[[nodiscard]] StationStep take(StationState state, const TakeMarker& intent, MonotonicMs now);
[[nodiscard]] StationStep take(StationState state, const MarkText& intent, MonotonicMs now);
[[nodiscard]] StationStep take(StationState state, const ShowProgress& intent, MonotonicMs now);
[[nodiscard]] StationStep take(StationState state, const ShowGoal& intent, MonotonicMs now);
[[nodiscard]] StationStep take(StationState state, const AskHowItFitted& intent, MonotonicMs now);
[[nodiscard]] StationStep take(StationState state, const SignOut& intent, MonotonicMs now);
// Signs out; `reason` goes into the journal.
[[nodiscard]] StationStep leave(StationState state, measure::SessionEndReason reason, MonotonicMs now);

// talk.cpp
[[nodiscard]] StationStep take(StationState state, const TalkKnown& intent, MonotonicMs now);

// check.cpp
[[nodiscard]] StationStep take(StationState state, const ShowCheck& intent, MonotonicMs now);
[[nodiscard]] StationStep take(StationState state, const GoOnWithCheck& intent, MonotonicMs now);

// saving.cpp
[[nodiscard]] StationStep take(StationState state, const SaveAgain& intent, MonotonicMs now);
[[nodiscard]] StationStep take(StationState state, const Saved& intent, MonotonicMs now);
[[nodiscard]] StationStep take(StationState state, const SaveFailed& intent, MonotonicMs now);

// anywhere.cpp
[[nodiscard]] StationStep take(StationState state, const Back& intent, MonotonicMs now);
[[nodiscard]] StationStep take(StationState state, const TurnPage& intent, MonotonicMs now);
[[nodiscard]] StationStep take(StationState state, const TurnLines& intent, MonotonicMs now);
[[nodiscard]] StationStep take(StationState state, const SetLanguage& intent, MonotonicMs now);
[[nodiscard]] StationStep take(StationState state, const StillHere& intent, MonotonicMs now);

// look.cpp
[[nodiscard]] StationStep take(StationState state, const ShowLook& intent, MonotonicMs now);
[[nodiscard]] StationStep take(StationState state, const SetTheme& intent, MonotonicMs now);
[[nodiscard]] StationStep take(StationState state, const SetScale& intent, MonotonicMs now);
[[nodiscard]] StationStep take(StationState state, const SetMotion& intent, MonotonicMs now);

[[nodiscard]] StationStep take(StationState state, const SetVoice& intent, MonotonicMs now);
[[nodiscard]] StationStep take(StationState state, const SetVoicePace& intent, MonotonicMs now);

// reading_aloud.cpp
[[nodiscard]] StationStep take(StationState state, const ReadAloud& intent, MonotonicMs now);
[[nodiscard]] StationStep take(StationState state, const StopReading& intent, MonotonicMs now);
[[nodiscard]] StationStep take(StationState state, const WordSaid& intent, MonotonicMs now);
[[nodiscard]] StationStep take(StationState state, const SaidAll& intent, MonotonicMs now);
[[nodiscard]] StationStep take(StationState state, const NoVoice& intent, MonotonicMs now);

// sounds.cpp
[[nodiscard]] StationStep take(StationState state, const HearSound& intent, MonotonicMs now);
[[nodiscard]] StationStep take(StationState state, const SoundOver& intent, MonotonicMs now);

// media.cpp
[[nodiscard]] StationStep take(StationState state, const ShowMedia& intent, MonotonicMs now);
[[nodiscard]] StationStep take(StationState state, const ShowMediaWords& intent, MonotonicMs now);
[[nodiscard]] StationStep take(StationState state, const ShowCaptions& intent, MonotonicMs now);
// After an intent to the session: whether the media or the question takes the leaf, and what is heard.
[[nodiscard]] StationStep follow_media(StationStep step, const session::SessionIntent& intent, MonotonicMs now);

// time.cpp
[[nodiscard]] StationStep take(StationState state, const TimePassed& intent, MonotonicMs now);

// How long a learner's pictures rest after this many failures: not at all for the first two, then longer and longer.
[[nodiscard]] MonotonicMs rest_after_failures_ms(int failures);

}  // namespace hornbook::ui::transitions
