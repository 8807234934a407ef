// Every sentence and word of the station's interface, in each language it speaks. Compiled in; content brings its own.
//
// A language is one function over the enumeration, so that the compiler finds a sentence that is missing.
#pragma once

#include <array>
#include <initializer_list>
#include <string>
#include <string_view>

namespace hornbook::ui {

enum class Word {
  // Anywhere
  Back,
  NextPage,
  PreviousPage,
  PageOf,
  HowItLooks,
  DemoMark,
  DemoInAWord,
  Saved,
  Saving,
  LanguageName,
  // Locked
  AskTeacher,
  Passphrase,
  Letters,
  Open,
  Opening,
  WrongPassphrase,
  CapitalLetters,
  Space,
  Erase,
  // Attract, who, pictures
  TouchToBegin,
  OneThingAtATime,
  WhoAreYou,
  TapThreePictures,
  TapsSoFar,
  PicturesNotYet,
  WaitALittle,
  StartAgain,
  OneMoment,
  Sun,
  Tree,
  Boat,
  Star,
  House,
  Drum,
  Mango,
  Kite,
  Key,
  // Home
  Hello,
  NextForYou,
  OrChoose,
  Start,
  MyPath,
  Leave,
  NothingToOpen,
  WayChoose,
  WayNumber,
  WayOrder,
  WayLine,
  WayMathematics,
  WayWords,
  WayChooseAll,
  WayMatch,
  WaySteps,
  WayRead,
  FinishedToday,
  // Activity
  Question,
  Answer,
  ToTheQuestion,
  ToTheAnswer,
  Check,
  Hint,
  HintOf,
  StepOf,
  StepDone,
  StepNow,
  SmallerQuestion,
  GoOn,
  TryAgain,
  Right,
  NotYet,
  HereIsTheAnswer,
  YourAnswer,
  NothingYet,
  FractionBar,
  WholeAndPart,
  DecimalPoint,
  Tiles,
  Places,
  PlaceNumber,
  PlaceHolds,
  PlaceOf,
  BelongsTo,
  Empty,
  InYourHand,
  OnTheLine,
  ChooseOne,
  ChooseAll,
  MoreKeys,
  GoOnTyping,
  // Reading
  ToTheText,
  IHaveRead,
  EasierText,
  HarderText,
  WordsToKnow,
  CloseMeaning,
  HowWasItToRead,
  FeltEasy,
  FeltJustRight,
  FeltHard,
  ThankYou,
  // What holds for any item
  RemarkSimplify,
  RemarkExpand,
  RemarkFactor,
  RemarkAsFraction,
  RemarkAsDecimal,
  RemarkAsPowerOfTen,
  RemarkOtherForm,
  RemarkCannotTell,
  RemarkCheckSpelling,
  RemarkCheckAccents,
  RemarkCheckCapitals,
  RemarkMoreToFind,
  RemarkNotAllOfThem,
  LookOnceMore,
  // Progress
  PlacesLit,
  Lit,
  Practising,
  OpenNow,
  Later,
  ICan,
  // How it looks
  Done,
  ColoursAndLight,
  ThemeLight,
  ThemeDark,
  ThemeContrast,
  ThemeCalm,
  SizeOfEverything,
  SizeUsual,
  SizeLarge,
  SizeLarger,
  SizeLargest,
  Movement,
  MovementOn,
  MovementOff,
  ReadingAloud,
  VoiceOff,
  VoiceWhenAsked,
  VoiceByItself,
  VoicePace,
  PaceSlow,
  PaceUsual,
  PaceFast,
  // A voice
  ReadToMe,
  StopReading,
  NoVoiceForThis,
  RoleButton,
  RoleChoice,
  RoleField,
  RoleSlider,
  StateChosen,
  StateDisabled,
  // Leaving and trouble
  SeeYouSoon,
  DidNothing,
  DidOne,
  DidMany,
  KeptTrying,
  NextPerson,
  StillThere,
  TakeYourTime,
  ImHere,
  NotSavedYet,
  SaveAgain,
  SomethingIsWrong
};
inline constexpr int word_count = static_cast<int>(Word::SomethingIsWrong) + 1;

// The language's own words; English for a language that the interface does not speak. Only the primary subtag counts.
[[nodiscard]] std::string_view say(Word word, std::string_view language);

// The same with each "{}" replaced by the next value.
[[nodiscard]] std::string say(Word word, std::string_view language, std::initializer_list<std::string_view> values);

// BCP 47 tags of the languages that the interface speaks.
inline constexpr std::array<std::string_view, 2> spoken_languages{"en", "es"};

[[nodiscard]] std::string_view english(Word word);
[[nodiscard]] std::string_view spanish(Word word);

}  // namespace hornbook::ui
