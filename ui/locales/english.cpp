#include "ui/locales/words.hpp"

namespace hornbook::ui {

std::string_view english(Word word) {
  switch (word) {
    case Word::Back:
      return "Back";
    case Word::NextPage:
      return "Next page";
    case Word::PreviousPage:
      return "Previous page";
    case Word::PageOf:
      return "{} of {}";
    case Word::Colours:
      return "Colours";
    case Word::DemoMark:
      return "Demo: keys protect nothing here";
    case Word::Saved:
      return "Saved";
    case Word::Saving:
      return "Saving …";
    case Word::LanguageName:
      return "English";
    case Word::AskTeacher:
      return "Ask your teacher to open me";
    case Word::Passphrase:
      return "Passphrase";
    case Word::Letters:
      return "Letters";
    case Word::Open:
      return "Open";
    case Word::Opening:
      return "Opening …";
    case Word::WrongPassphrase:
      return "That did not open it. Try the passphrase again.";
    case Word::CapitalLetters:
      return "Capital letter";
    case Word::Space:
      return "Space";
    case Word::Erase:
      return "Erase";
    case Word::TouchToBegin:
      return "Touch to begin";
    case Word::OneThingAtATime:
      return "One thing at a time";
    case Word::WhoAreYou:
      return "Who are you?";
    case Word::TapThreePictures:
      return "{}, tap your three pictures";
    case Word::TapsSoFar:
      return "{} of 3 tapped";
    case Word::PicturesNotYet:
      return "Not those three. Have another look.";
    case Word::WaitALittle:
      return "Let’s wait {} seconds, then try again.";
    case Word::StartAgain:
      return "Start again";
    case Word::OneMoment:
      return "One moment …";
    case Word::Sun:
      return "sun";
    case Word::Tree:
      return "tree";
    case Word::Boat:
      return "boat";
    case Word::Star:
      return "star";
    case Word::House:
      return "house";
    case Word::Drum:
      return "drum";
    case Word::Mango:
      return "mango";
    case Word::Kite:
      return "kite";
    case Word::Key:
      return "key";
    case Word::Hello:
      return "Hello, {}";
    case Word::NextForYou:
      return "Next for you";
    case Word::OrChoose:
      return "Or choose";
    case Word::Start:
      return "Start";
    case Word::MyPath:
      return "My path";
    case Word::Leave:
      return "Leave";
    case Word::NothingToOpen:
      return "That one would not open. Here are the others.";
    case Word::FinishedToday:
      return "{} done";
    case Word::Question:
      return "Question";
    case Word::Answer:
      return "Answer";
    case Word::ToTheQuestion:
      return "See the question";
    case Word::ToTheAnswer:
      return "Answer it";
    case Word::Check:
      return "Check";
    case Word::Hint:
      return "Hint";
    case Word::HintOf:
      return "Hint {} of 3";
    case Word::GoOn:
      return "Go on";
    case Word::TryAgain:
      return "Try again";
    case Word::Right:
      return "Right";
    case Word::NotYet:
      return "Not yet";
    case Word::HereIsTheAnswer:
      return "Here is the answer";
    case Word::YourAnswer:
      return "Your answer";
    case Word::NothingYet:
      return "nothing yet";
    case Word::FractionBar:
      return "Fraction bar";
    case Word::WholeAndPart:
      return "Whole and part";
    case Word::DecimalPoint:
      return "Decimal point";
    case Word::Tiles:
      return "Tiles";
    case Word::Places:
      return "Places";
    case Word::PlaceNumber:
      return "Place {}";
    case Word::PlaceHolds:
      return "Place {}: {}";
    case Word::Empty:
      return "empty";
    case Word::InYourHand:
      return "in your hand";
    case Word::OnTheLine:
      return "Place on the line";
    case Word::ChooseOne:
      return "Choose one";
    case Word::PlacesLit:
      return "{} of {} places lit";
    case Word::Lit:
      return "You can do this";
    case Word::Practising:
      return "You are practising this";
    case Word::OpenNow:
      return "Open for you";
    case Word::Later:
      return "Later";
    case Word::ICan:
      return "My path";
    case Word::SeeYouSoon:
      return "See you soon, {}";
    case Word::DidNothing:
      return "You came and had a look. Your place is kept.";
    case Word::DidOne:
      return "You worked through one question today.";
    case Word::DidMany:
      return "You worked through {} questions today.";
    case Word::KeptTrying:
      return "You worked through {} questions today, and kept trying when one was hard.";
    case Word::NextPerson:
      return "Next person";
    case Word::StillThere:
      return "Are you still there?";
    case Word::TakeYourTime:
      return "Take your time. Your work is kept.";
    case Word::ImHere:
      return "I’m here";
    case Word::NotSavedYet:
      return "Your last step is not saved yet";
    case Word::SaveAgain:
      return "Save again";
    case Word::SomethingIsWrong:
      return "This did not work";
  }
  return {};
}

}  // namespace hornbook::ui
