#include "runtime/adapt/explain.hpp"

#include <array>

namespace hornbook::adapt {
namespace {

using measure::ReasonCode;

// "%" stands for the skill's title.
struct Sentences {
  ReasonCode reason;
  std::string_view learner_english;
  std::string_view learner_spanish;
  std::string_view teacher_english;
  std::string_view teacher_spanish;
};

constexpr std::array<Sentences, 13> sentences{{
    {ReasonCode::FirstContact, "Something new, and you have what it takes to start: %.",
     "Algo nuevo, y ya sabes lo que hace falta para empezar: %.", "first contact, prerequisites known",
     "primer contacto, requisitos sabidos"},
    {ReasonCode::KeepGoing, "You have just begun %. A few more will help it settle.",
     "Acabas de empezar %. Unos pocos más ayudan a afianzarlo.", "first block of a new skill",
     "primer bloque de una destreza nueva"},
    {ReasonCode::Strengthen, "You are growing in %. This one keeps it moving.",
     "Estás avanzando en %. Este ejercicio te ayuda a seguir.", "open skill, interleaved",
     "destreza abierta, intercalada"},
    {ReasonCode::StepBack, "The last ones were hard. % will make them easier.",
     "Los últimos fueron difíciles. % los hará más fáciles.", "weakest prerequisite after repeated failure",
     "el requisito más débil tras varios intentos fallidos"},
    {ReasonCode::Review, "You learned % a while ago. Let's see if it stayed with you.",
     "Aprendiste % hace un tiempo. Veamos si lo recuerdas.", "mastered, due for review", "dominada, toca repasar"},
    {ReasonCode::EasierAfterFailures, "Let's take a smaller step in %.", "Demos un paso más pequeño en %.",
     "easier item after failures", "ejercicio más fácil tras fallos"},
    {ReasonCode::Fallback, "That is enough for today. If you like: one more from %.",
     "Por hoy ya basta. Si quieres: uno más de %.", "nothing due today; extra practice",
     "nada pendiente hoy; práctica adicional"},
    {ReasonCode::Probe, "Look twice at this one. It is from %.", "Mira dos veces este ejercicio. Es de %.",
     "probe: whether a misconception is still there", "sonda: si una idea equivocada sigue ahí"},
    {ReasonCode::Check, "Let's see what you know already. Some will be new to you; that is fine.",
     "Veamos qué sabes ya. Habrá cosas nuevas para ti, y no pasa nada.",
     "check of where to start; answers and mastery are those of the check",
     "prueba de dónde empezar; respuestas y dominio son los de la prueba"},
    {ReasonCode::Confirm, "You showed that you know %. Use it again, so that it stays with you.",
     "Mostraste que ya sabes %. Úsalo otra vez para que no se te olvide.",
     "found to be known by a check; mastery still to be shown",
     "una prueba mostró que se sabe; falta demostrar el dominio"},
    {ReasonCode::WorkedExample, "Read how one is done, then it is your turn: %.",
     "Lee cómo se hace uno y después te toca a ti: %.",
     "practice does not get there; worked example, which shows less each time",
     "la práctica no basta; ejemplo resuelto, que muestra cada vez menos"},
    {ReasonCode::BeforeTermEnds, "Something new that much else is built on: %.",
     "Algo nuevo sobre lo que se construye mucho más: %.",
     "not all that remains fits before the term ends; what most is built on comes first (opportunities: the skills "
     "built on it)",
     "no cabe todo antes de que acabe el periodo; primero aquello de lo que más depende (oportunidades: las destrezas "
     "que dependen de ella)"},
    {ReasonCode::Rest, "That is enough for today. % will settle while you rest; go on another day.",
     "Por hoy ya basta. % se asienta mientras descansas; sigue otro día.",
     "rest until another day; nothing is open or due that is better done now (opportunities: the skills that rest; "
     "alternatives: extra practice)",
     "descanso hasta otro día; nada de lo abierto o pendiente se aprende mejor ahora (oportunidades: las destrezas que "
     "descansan; alternativas: práctica adicional)"},
}};

const Sentences& sentences_for(ReasonCode reason) {
  for (const Sentences& each : sentences) {
    if (each.reason == reason) return each;
  }
  return sentences.back();
}

bool is_spanish(std::string_view language) { return language == "es" || language.starts_with("es-"); }

std::string with_title(std::string_view pattern, std::string_view title) {
  std::string sentence(pattern);
  if (const std::size_t at = sentence.find('%'); at != std::string::npos) sentence.replace(at, 1, title);
  return sentence;
}

// 725 → "73 %"
std::string percent(unsigned permille) { return std::to_string((permille + 5) / 10) + " %"; }

std::string sentence_on(const ShapedBy& shaped, bool spanish) {
  return (spanish ? " Influyó un experimento: «" : " An experiment shaped it: “") + shaped.question +
         (spanish ? "», grupo «" : "”, arm “") + shaped.arm + (spanish ? "»." : "”.");
}

}  // namespace

std::string reason_for_learner(const measure::Candidate& candidate, std::string_view skill_title,
                               std::string_view language) {
  const Sentences& each = sentences_for(candidate.reason);
  return with_title(is_spanish(language) ? each.learner_spanish : each.learner_english, skill_title);
}

std::string reason_for_teacher(const measure::Decision& decision, std::string_view skill_title,
                               std::string_view language, std::span<const ShapedBy> experiments) {
  const Sentences& each = sentences_for(decision.chosen.reason);
  const bool spanish = is_spanish(language);
  std::string sentence(skill_title);
  sentence += ": ";
  sentence += spanish ? each.teacher_spanish : each.teacher_english;
  sentence += spanish ? "; éxito previsto " : "; predicted success ";
  sentence += percent(decision.chosen.success_permille);
  sentence += spanish ? ", dominio " : ", mastery ";
  sentence += percent(decision.mastery_permille);
  sentence += spanish ? ", oportunidades " : ", opportunities ";
  sentence += std::to_string(decision.opportunities);
  sentence += spanish ? ", alternativas " : ", alternatives ";
  sentence += std::to_string(decision.alternatives.size());
  sentence += spanish ? "; modelo " : "; model ";
  sentence += std::to_string(decision.model_version) + ".";
  for (const ShapedBy& shaped : experiments) sentence += sentence_on(shaped, spanish);
  return sentence;
}

}  // namespace hornbook::adapt
