#include "ui/locales/message_catalogue.hpp"

namespace hornbook::ui {
namespace {

constexpr MessageCatalogue catalogue{{
    // Right after failures
    "Al principio no salió. No lo dejaste, y ahora sale.",
    "Probaste otra manera, y esa sirvió.",
    "Esos errores te mostraron qué cambiar, y lo cambiaste.",
    "Hace un momento era difícil. Seguiste mirando hasta entenderlo.",
    "No te quedaste en «todavía no». Así se aprende.",
    // Right after a hint
    "Leíste la pista y lo demás lo hiciste por tu cuenta.",
    "Pedir una pista y usarla es una buena manera de aprender.",
    "La pista te dio el comienzo, y tú encontraste cómo seguir.",
    "Tomaste un poco de ayuda y pensaste lo demás.",
    // Right at a later try
    "Revisaste, cambiaste algo y llegaste.",
    "Valió la pena intentarlo una vez más.",
    "Volviste a mirar lo que hiciste. Mirar otra vez ayuda.",
    "Encontraste lo que estaba mal. Encontrarlo es la mitad de arreglarlo.",
    // Right at once: explain it to yourself
    "¿Por qué es así? Dilo para ti antes de seguir.",
    "¿Por qué sirve tu manera? Dilo en una oración.",
    "¿Cómo lo encontraste? Recuerda tu primer paso.",
    "¿Cómo se lo explicarías a alguien? Inténtalo en tu mente.",
    "¿Por qué? ¿Por qué? ¿Cómo? Pregúntale a tu respuesta.",
    "¿De qué otra manera podrías revisar esta respuesta?",
    // Not this time
    "Esta todavía no sale. Cada una que trabajas aclara el camino.",
    "Cuando algo cuesta, tu cerebro está construyendo algo nuevo.",
    "Mira cómo se hace. ¿Qué paso fue distinto del tuyo?",
    "Un error es una pista. ¿Qué te dice este?",
    "«Todavía no» no es «nunca». Usa en la próxima lo que viste aquí.",
    // Back after days away
    "Qué bueno volver a empezar. ¿Qué recuerdas todavía? Trabajando vuelve más.",
    "Algunas cosas se borran con los días. Unas preguntas las traen de vuelta.",
    "Después de una pausa cuesta un momento empezar. Tómate tu tiempo.",
    // A hard stretch is done
    "Ese tramo fue difícil, y lo recorriste trabajando.",
    "Varias pidieron más de un intento. Les diste lo que hacía falta.",
    "Varias difíciles seguidas: usaste pistas e intentos para pasar.",
    "Trabajaste en cosas difíciles. Respira hondo y elige lo que sigue.",
    // Something new is next
    "Ahora viene algo nuevo. ¿Qué sabes ya que te pueda ayudar?",
    "Lo nuevo se siente raro al principio. Con práctica se vuelve tuyo.",
    "Antes de empezar algo nuevo, mira la pregunta completa.",
    "En algo nuevo los errores son parte. Cada uno te dice algo.",
    // Goodbye
    "Hoy seguiste adelante. ¿Qué te ayudó más?",
    "Piensa en una cosa que ahora entiendes y antes no.",
    "Cuéntale a alguien una cosa que descubriste hoy.",
    "Lo que practicas dura más si vuelves a verlo otro día.",
    "Cada intento de hoy contó, también los que no salieron.",
    // The goal is reached
    "Hiciste lo que te propusiste. Hiciste un plan y lo seguiste.",
    "Tu meta de hoy está hecha. ¿Qué quieres planear después?",
    "Dijiste cuánto ibas a hacer y lo hiciste, una por una.",
}};
static_assert(is_complete(catalogue));

}  // namespace

std::string_view spanish_message(std::uint16_t number) { return text_of(catalogue, number); }

}  // namespace hornbook::ui
