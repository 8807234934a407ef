#include "ui/locales/words.hpp"

namespace hornbook::ui {

std::string_view spanish(Word word) {
  switch (word) {
    case Word::Back:
      return "Atrás";
    case Word::NextPage:
      return "Página siguiente";
    case Word::PreviousPage:
      return "Página anterior";
    case Word::PageOf:
      return "{} de {}";
    case Word::Colours:
      return "Colores";
    case Word::DemoMark:
      return "Demo: aquí las claves no protegen";
    case Word::Saved:
      return "Guardado";
    case Word::Saving:
      return "Guardando …";
    case Word::LanguageName:
      return "Español";
    case Word::AskTeacher:
      return "Pide a tu maestra o maestro que me abra";
    case Word::Passphrase:
      return "Frase de paso";
    case Word::Letters:
      return "Letras";
    case Word::Open:
      return "Abrir";
    case Word::Opening:
      return "Abriendo …";
    case Word::WrongPassphrase:
      return "Eso no lo abrió. Prueba la frase otra vez.";
    case Word::CapitalLetters:
      return "Letra mayúscula";
    case Word::Space:
      return "Espacio";
    case Word::Erase:
      return "Borrar";
    case Word::TouchToBegin:
      return "Toca para empezar";
    case Word::OneThingAtATime:
      return "Una cosa a la vez";
    case Word::WhoAreYou:
      return "¿Quién eres?";
    case Word::TapThreePictures:
      return "{}, toca tus tres dibujos";
    case Word::TapsSoFar:
      return "{} de 3 tocados";
    case Word::PicturesNotYet:
      return "Esos tres no. Mira otra vez.";
    case Word::WaitALittle:
      return "Esperemos {} segundos y probamos otra vez.";
    case Word::StartAgain:
      return "De nuevo";
    case Word::OneMoment:
      return "Un momento …";
    case Word::Sun:
      return "sol";
    case Word::Tree:
      return "árbol";
    case Word::Boat:
      return "barco";
    case Word::Star:
      return "estrella";
    case Word::House:
      return "casa";
    case Word::Drum:
      return "tambor";
    case Word::Mango:
      return "mango";
    case Word::Kite:
      return "cometa";
    case Word::Key:
      return "llave";
    case Word::Hello:
      return "Hola, {}";
    case Word::NextForYou:
      return "Lo que sigue para ti";
    case Word::OrChoose:
      return "O elige";
    case Word::Start:
      return "Empezar";
    case Word::MyPath:
      return "Mi camino";
    case Word::Leave:
      return "Salir";
    case Word::NothingToOpen:
      return "Esa no se pudo abrir. Aquí están las otras.";
    case Word::FinishedToday:
      return "{} hechas";
    case Word::Question:
      return "Pregunta";
    case Word::Answer:
      return "Respuesta";
    case Word::ToTheQuestion:
      return "Ver la pregunta";
    case Word::ToTheAnswer:
      return "Responder";
    case Word::Check:
      return "Comprobar";
    case Word::Hint:
      return "Pista";
    case Word::HintOf:
      return "Pista {} de 3";
    case Word::GoOn:
      return "Seguir";
    case Word::TryAgain:
      return "Otra vez";
    case Word::Right:
      return "Correcto";
    case Word::NotYet:
      return "Todavía no";
    case Word::HereIsTheAnswer:
      return "Aquí está la respuesta";
    case Word::YourAnswer:
      return "Tu respuesta";
    case Word::NothingYet:
      return "nada todavía";
    case Word::FractionBar:
      return "Raya de fracción";
    case Word::WholeAndPart:
      return "Entero y parte";
    case Word::DecimalPoint:
      return "Punto decimal";
    case Word::Tiles:
      return "Fichas";
    case Word::Places:
      return "Lugares";
    case Word::PlaceNumber:
      return "Lugar {}";
    case Word::PlaceHolds:
      return "Lugar {}: {}";
    case Word::Empty:
      return "vacío";
    case Word::InYourHand:
      return "en tu mano";
    case Word::OnTheLine:
      return "Lugar en la recta";
    case Word::ChooseOne:
      return "Elige una";
    case Word::PlacesLit:
      return "{} de {} lugares con luz";
    case Word::Lit:
      return "Ya sabes hacerlo";
    case Word::Practising:
      return "Lo estás practicando";
    case Word::OpenNow:
      return "Abierto para ti";
    case Word::Later:
      return "Más adelante";
    case Word::ICan:
      return "Mi camino";
    case Word::SeeYouSoon:
      return "Hasta pronto, {}";
    case Word::DidNothing:
      return "Viniste a mirar. Tu lugar está guardado.";
    case Word::DidOne:
      return "Hoy trabajaste una pregunta.";
    case Word::DidMany:
      return "Hoy trabajaste {} preguntas.";
    case Word::KeptTrying:
      return "Hoy trabajaste {} preguntas y seguiste probando cuando una era difícil.";
    case Word::NextPerson:
      return "Siguiente persona";
    case Word::StillThere:
      return "¿Sigues ahí?";
    case Word::TakeYourTime:
      return "Tómate tu tiempo. Tu trabajo está guardado.";
    case Word::ImHere:
      return "Aquí estoy";
    case Word::NotSavedYet:
      return "Tu último paso todavía no está guardado";
    case Word::SaveAgain:
      return "Guardar otra vez";
    case Word::SomethingIsWrong:
      return "Esto no funcionó";
  }
  return {};
}

}  // namespace hornbook::ui
