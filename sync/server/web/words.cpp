#include "sync/server/web/words.hpp"

#include <algorithm>

namespace hornbook::server {
namespace {

void say_experiments_in_english(Words& w) {
  w.experiments_heading = "Experiments";
  w.experiments_lead =
      "Learners are drawn by lot into one of two ways of teaching. Who is in which is not shown here, so that nobody "
      "is "
      "taught otherwise because of it. A learner can be taken out at any time.";
  w.experiment_arms = "Compared are “{}” and “{}”, until {}.";
  w.experiment_basis = "Basis of consent: {} (recorded by {}).";
  w.experiment_stop = "The administrator stops it with";
}

void say_thinking_in_english(Words& w) {
  w.thinking = "How the class thinks: wrong rules and wishes";
  w.thinking_heading = "How class {} thinks";
  w.rules_heading = "Wrong rules";
  w.rules_lead =
      "Answers count here that a known wrong rule leads to. It is taken to be there after two of them on different "
      "questions, with a probability of at least 80 %, until other answers rule it out.";
  w.no_rule = "No answer has shown a known wrong rule yet.";
  w.held_by = "Held now by:";
  w.by_learners = "Learners: {}; times: {}";
  w.answered_so = "Answer: {}";
  w.wishes_heading = "What they said of what was chosen for them";
  w.wishes_lead = "What comes next is chosen a little easier or harder because of it; the wish fades with the days.";
  w.no_wish = "Nobody has said anything yet.";
  w.too_easy = "too easy";
  w.just_right = "just right";
  w.too_hard = "too hard";
  w.check_later = "the check another day";
  w.other_wish = "something else";
}

void say_nameless_in_english(Words& w) {
  w.nameless_heading = "Work without a name";
  w.nameless_lead =
      "A station lost its power and somebody began without signing in. Ask whose this was: it is then added to their "
      "record. That cannot be undone.";
  w.nameless_whose = "Whose is it?";
  w.nameless_choose = "Choose a learner";
  w.nameless_join = "Add to the record";
  w.nameless_refused = "That could not be added. Go back, choose a learner and try again.";
}

void say_plan_in_english(Words& w) {
  w.plan = "Plan: the term, what learners may decide, goals, checks";
  w.plan_heading = "Plan of class {}";
  w.plan_lead = "What you set here reaches a station with its next exchange, and the learner when they next sign in.";
  w.plan_and_limits = "Term and limits";
  w.plan_for = "For";
  w.the_whole_class = "The whole class";
  w.term_end = "Last day of the term";
  w.term_end_help = "When not all fits before it, what most depends on comes first. Empty: no date.";
  w.learners_may = "Learners may";
  w.save_plan = "Save";
  w.plan_refused = "That could not be saved: a day is past, or the page was open too long. Go back and try again.";
  w.what_holds = "What holds now";
  w.withheld = "Not allowed";
  w.may_choose = "choose another activity than the suggested one";
  w.may_put_off = "put a review off to another day";
  w.may_say_fit = "say that something was too easy or too hard";
  w.may_set_goals = "set goals of their own";
  w.may_get_messages = "get words of encouragement and advice";
  w.no_choice = "own choice of activity";
  w.no_put_off = "reviews another day";
  w.no_say_fit = "too easy, too hard";
  w.no_set_goals = "own goals";
  w.no_messages = "words of encouragement";
  w.goal = "Goal";
  w.goal_heading = "Set a goal";
  w.goal_skill = "Skill";
  w.any_skill = "Anything";
  w.goal_items = "Questions to do";
  w.goal_help = "0 takes the goal back. The learner sees it as yours; nothing is lost when it is not reached.";
  w.goal_day = "Until";
  w.save_goal = "Set the goal";
  w.goal_so_far = "{}: {} of {}";
  w.goal_by_teacher = "set by a teacher";
  w.goal_by_learner = "set by the learner";
  w.check_heading = "Find out where they start";
  w.check_pack = "Pack";
  w.check_lead =
      "The station offers it at home: some ten questions for each part of the pack, at most twenty in a sitting. What "
      "was practised before keeps its standing.";
  w.ask_check = "Ask for it";
  w.withdraw_check = "No longer";
  w.check_waits = "waits to begin";
  w.pace = "At this pace {} of {} skills by {}";
}

void say_to_read_in_english(Words& w) {
  w.to_read = "To read: what learners wrote and drew";
  w.to_read_heading = "To read: class {}";
  w.to_read_lead = "These answers are not scored. They wait for you, the latest first.";
  w.nothing_to_read = "Nobody has written or drawn anything for you yet.";
  w.drawing_by = "Drawing by {}";
  w.drawn_on = "on a picture: {}";
  w.asked_unknown = "The question is in a pack that this school has not got.";
  w.time_unknown = "The device did not know the time.";
}

void say_what_was_noticed_in_english(Words& w) {
  w.needs_me_heading = "Who needs me";
  w.nobody_needs_me = "Nothing stood out in the last week.";
  w.wants_to_talk = "wants to talk with you.";
  w.talk_seen = "I have seen this";
  w.noticed_guessing =
      "several quick answers in a row, faster than the questions can be read. Ask how it is going; another kind of "
      "task may help.";
  w.noticed_hints = "opened all hints without time to read them. Reading one together shows what they are for.";
  w.noticed_spinning = "practised, and it does not come together yet. Show an example, or go back a step together.";
  w.noticed_idle = "a long pause in the middle of a question. Perhaps something came between.";
  w.noticed_fatigue =
      "answers became slower and less sure than at the start of the session. Shorter sessions or a break may help.";
  w.noticed_frustration =
      "several hard questions in a row, answered ever more hastily. A kind word and something that works come first.";
  w.noticed_persistence = "failed, stayed with it and tried again without being told. Worth a word of praise.";
  w.noticed_easy = "a long run of right answers without effort. Ready for something harder.";
}

void say_faults_in_english(Words& w) {
  w.faults_heading = "What could not be taken";
  w.fault_damaged = "A damaged part of epoch {}, from event {}: times refused: {}";
  w.fault_unknown_epoch = "Epoch {} has no good header, from event {}: times refused: {}";
  w.fault_cloned = "A second card's epoch {}, from event {}: times refused: {}";
  w.fault_foreign = "Epoch {}, event {}: a session for a learner of another class, kept aside (times: {})";
  w.fault_index = "Epoch {}, event {}: an index that belongs to another learner, kept aside (times: {})";
  w.missing_history = "Never arrived: {} epochs and {} events that the device says it has written.";
  w.fault_chain =
      "Epoch {}, up to event {}: not what the device wrote; the record may have been tampered with (times: {})";
  w.fault_school = "Epoch {}, event {}: a teacher's decision that the school did not write, kept aside (times: {})";
  w.fault_beyond =
      "Epoch {}, from event {}: past the end that the device knows; a copy of its card may have written (times: {})";
}

Words english() {
  Words w{};
  w.language = "en";
  w.sign_in = "Sign in";
  w.user = "User name";
  w.password = "Password";
  w.sign_out = "Sign out";
  w.sign_in_lead = "For teachers and administrators of this school.";
  w.wrong_password = "That user name and password do not fit together. Try again.";
  w.too_many_tries = "Too many tries. Wait a minute, then try again.";
  w.form_expired = "This form was open too long. Please send it once more.";
  w.class_heading = "Class {}";
  w.other_classes = "Classes";
  w.no_class =
      "There is no class for you yet. The school's administrator imports the roster, or ties your account to a class.";
  w.no_learner = "This class has no learner yet.";
  w.no_pack = "No content pack has been added yet, so there are no skills to show.";
  w.summary = "{} learners, {} of them seen in the last 24 hours";
  w.learner = "Learner";
  w.skills_heading = "Skills and latest evidence";
  w.table_hint = "More skills are to the right.";
  w.table_label = "Learners and skills";
  w.not_started = "Not started";
  w.practising = "Practising";
  w.mastered = "Mastered";
  w.right = "right";
  w.not_yet = "not yet";
  w.one_hint = "1 hint";
  w.hints = "{} hints";
  w.tries = "try {}";
  w.last_seen = "Last seen";
  w.sessions = "{} sessions";
  w.one_session = "1 session";
  w.answers = "{} answers, {} right";
  w.never = "never";
  w.just_now = "just now";
  w.minutes_ago = "{} min ago";
  w.hours_ago = "{} h ago";
  w.days_ago = "{} days ago";
  w.devices_heading = "Devices";
  w.no_device = "No device is assigned to this class yet.";
  w.last_contact = "Last contact";
  w.waits_for_enrolment = "Not enrolled yet: its one-time file has not been used.";
  w.confirmation = "Confirmation code";
  w.unsynced = "Not heard from for more than a day. What was done since then is still on the device.";
  w.waiting_events = "{} events wait for an earlier part or for a change of class.";
  w.cloned =
      "Two copies of this device's storage card have written. The second copy's data is not taken; enrol it again.";
  w.replay_trouble = "{} decisions that do not replay, of {}";
  w.replay_good = "{} decisions replayed, all alike";
  say_faults_in_english(w);
  say_to_read_in_english(w);
  say_thinking_in_english(w);
  say_experiments_in_english(w);
  say_nameless_in_english(w);
  say_plan_in_english(w);
  say_what_was_noticed_in_english(w);
  w.legend = "Signs";
  w.not_found = "There is no such page.";
  w.back = "Back to the class";
  w.trouble = "The server could not read its data. The administrator finds more in the server's log.";
  return w;
}

void say_experiments_in_spanish(Words& w) {
  w.experiments_heading = "Experimentos";
  w.experiments_lead =
      "Se sortea a cada estudiante en una de dos maneras de enseñar. Aquí no se muestra quién está en cuál, para que "
      "nadie reciba otro trato por ello. Se puede retirar a cualquier estudiante en cualquier momento.";
  w.experiment_arms = "Se comparan «{}» y «{}», hasta el {}.";
  w.experiment_basis = "Base del consentimiento: {} (anotada por {}).";
  w.experiment_stop = "La administración lo termina con";
}

void say_thinking_in_spanish(Words& w) {
  w.thinking = "Cómo piensa la clase: ideas equivocadas y deseos";
  w.thinking_heading = "Cómo piensa la clase {}";
  w.rules_heading = "Ideas equivocadas";
  w.rules_lead =
      "Aquí cuentan las respuestas a las que se llega por una idea equivocada conocida. Se da por presente tras dos de "
      "ellas en preguntas distintas, con al menos 80 % de probabilidad, hasta que otras respuestas la descartan.";
  w.no_rule = "Ninguna respuesta ha mostrado todavía una idea equivocada conocida.";
  w.held_by = "Ahora la tienen:";
  w.by_learners = "Alumnos: {}; veces: {}";
  w.answered_so = "Respuesta: {}";
  w.wishes_heading = "Lo que dijeron de lo que se eligió para ellos";
  w.wishes_lead = "Lo siguiente se elige un poco más fácil o más difícil por ello; el deseo se apaga con los días.";
  w.no_wish = "Todavía nadie ha dicho nada.";
  w.too_easy = "muy fácil";
  w.just_right = "como debe ser";
  w.too_hard = "muy difícil";
  w.check_later = "repasar otro día";
  w.other_wish = "otra cosa";
}

void say_nameless_in_spanish(Words& w) {
  w.nameless_heading = "Trabajo sin nombre";
  w.nameless_lead =
      "Una estación se quedó sin corriente y alguien empezó sin identificarse. Pregunta de quién fue: se añade "
      "entonces "
      "a su registro. No se puede deshacer.";
  w.nameless_whose = "¿De quién es?";
  w.nameless_choose = "Elige a alguien";
  w.nameless_join = "Añadir al registro";
  w.nameless_refused = "No se pudo añadir. Vuelve atrás, elige a alguien y prueba otra vez.";
}

void say_plan_in_spanish(Words& w) {
  w.plan = "Plan: el periodo, qué puede decidir el alumnado, metas, pruebas";
  w.plan_heading = "Plan de la clase {}";
  w.plan_lead =
      "Lo que fijes aquí llega a cada estación con su próximo intercambio, y a quien aprende cuando vuelva a entrar.";
  w.plan_and_limits = "Periodo y límites";
  w.plan_for = "Para";
  w.the_whole_class = "Toda la clase";
  w.term_end = "Último día del periodo";
  w.term_end_help = "Si no cabe todo antes, primero va aquello de lo que más depende. Vacío: sin fecha.";
  w.learners_may = "Quienes aprenden pueden";
  w.save_plan = "Guardar";
  w.plan_refused =
      "No se pudo guardar: un día ya pasó, o la página estuvo abierta demasiado tiempo. Vuelve e inténtalo otra vez.";
  w.what_holds = "Lo que vale ahora";
  w.withheld = "No permitido";
  w.may_choose = "elegir otra actividad que la sugerida";
  w.may_put_off = "dejar un repaso para otro día";
  w.may_say_fit = "decir que algo fue demasiado fácil o difícil";
  w.may_set_goals = "ponerse metas propias";
  w.may_get_messages = "recibir palabras de ánimo y consejo";
  w.no_choice = "elegir la actividad";
  w.no_put_off = "repasos otro día";
  w.no_say_fit = "demasiado fácil, demasiado difícil";
  w.no_set_goals = "metas propias";
  w.no_messages = "palabras de ánimo";
  w.goal = "Meta";
  w.goal_heading = "Poner una meta";
  w.goal_skill = "Destreza";
  w.any_skill = "Cualquiera";
  w.goal_items = "Preguntas por hacer";
  w.goal_help = "Con 0 se retira la meta. Se verá como tuya; no se pierde nada si no se alcanza.";
  w.goal_day = "Hasta";
  w.save_goal = "Poner la meta";
  w.goal_so_far = "{}: {} de {}";
  w.goal_by_teacher = "puesta por una maestra o un maestro";
  w.goal_by_learner = "puesta por quien aprende";
  w.check_heading = "Ver por dónde empezar";
  w.check_pack = "Paquete";
  w.check_lead =
      "La estación la ofrece al entrar: unas diez preguntas por cada parte del paquete, como mucho veinte seguidas. Lo "
      "que ya se practicó conserva su estado.";
  w.ask_check = "Pedirla";
  w.withdraw_check = "Ya no";
  w.check_waits = "espera a empezar";
  w.pace = "A este ritmo, {} de {} destrezas el {}";
}

void say_to_read_in_spanish(Words& w) {
  w.to_read = "Para leer: lo que escribió y dibujó la clase";
  w.to_read_heading = "Para leer: clase {}";
  w.to_read_lead = "Estas respuestas no se califican. Le esperan a usted, primero las más recientes.";
  w.nothing_to_read = "Todavía nadie ha escrito ni dibujado nada.";
  w.drawing_by = "Dibujo de {}";
  w.drawn_on = "sobre una imagen: {}";
  w.asked_unknown = "La pregunta está en un contenido que esta escuela no tiene.";
  w.time_unknown = "El dispositivo no sabía la hora.";
}

void say_what_was_noticed_in_spanish(Words& w) {
  w.needs_me_heading = "Quién me necesita";
  w.nobody_needs_me = "Nada llamó la atención en la última semana.";
  w.wants_to_talk = "quiere hablar con usted.";
  w.talk_seen = "Ya lo vi";
  w.noticed_guessing =
      "varias respuestas seguidas, más rápidas de lo que se tarda en leer. Pregunte cómo va; otro tipo de tarea puede "
      "ayudar.";
  w.noticed_hints = "abrió todas las pistas sin tiempo para leerlas. Leer una juntos muestra para qué sirven.";
  w.noticed_spinning = "practica y todavía no le sale. Muestre un ejemplo o vuelvan juntos un paso atrás.";
  w.noticed_idle = "una pausa larga en medio de una pregunta. Quizá algo se interpuso.";
  w.noticed_fatigue =
      "las respuestas se volvieron más lentas y menos seguras que al principio de la sesión. Sesiones más cortas o un "
      "descanso pueden ayudar.";
  w.noticed_frustration =
      "varias preguntas difíciles seguidas, contestadas cada vez con más prisa. Primero, una palabra amable y algo que "
      "salga bien.";
  w.noticed_persistence = "falló, siguió y lo intentó otra vez sin que nadie se lo dijera. Merece un elogio.";
  w.noticed_easy = "muchas respuestas correctas seguidas sin esfuerzo. Puede con algo más difícil.";
}

void say_faults_in_spanish(Words& w) {
  w.faults_heading = "Lo que no se pudo tomar";
  w.fault_damaged = "Una parte dañada de la época {}, desde el evento {}: veces rechazada: {}";
  w.fault_unknown_epoch = "La época {} no tiene un encabezado válido, desde el evento {}: veces rechazada: {}";
  w.fault_cloned = "La época {} de una segunda tarjeta, desde el evento {}: veces rechazada: {}";
  w.fault_foreign = "Época {}, evento {}: sesión de estudiante de otra clase, apartada (veces: {})";
  w.fault_index = "Época {}, evento {}: un índice que pertenece a otra persona, apartado (veces: {})";
  w.missing_history = "Nunca llegaron: {} épocas y {} eventos que el dispositivo dice haber escrito.";
  w.fault_chain =
      "Época {}, hasta el evento {}: no es lo que escribió el dispositivo; pueden haberlo manipulado (veces: {})";
  w.fault_school = "Época {}, evento {}: una decisión docente que la escuela no escribió, apartada (veces: {})";
  w.fault_beyond =
      "Época {}, desde el evento {}: más allá del final que conoce el dispositivo; pudo escribirlo una copia (veces: "
      "{})";
}

Words spanish() {
  Words w{};
  w.language = "es";
  w.sign_in = "Entrar";
  w.user = "Nombre de usuario";
  w.password = "Contraseña";
  w.sign_out = "Salir";
  w.sign_in_lead = "Para docentes y administración de esta escuela.";
  w.wrong_password = "El usuario y la contraseña no coinciden. Inténtelo otra vez.";
  w.too_many_tries = "Demasiados intentos. Espere un minuto e inténtelo otra vez.";
  w.form_expired = "El formulario estuvo abierto demasiado tiempo. Envíelo otra vez.";
  w.class_heading = "Clase {}";
  w.other_classes = "Clases";
  w.no_class = "Todavía no tiene clases. La administración importa la lista o vincula su cuenta a una clase.";
  w.no_learner = "Esta clase todavía no tiene estudiantes.";
  w.no_pack = "Todavía no hay contenidos, así que no hay destrezas que mostrar.";
  w.summary = "{} estudiantes, {} con actividad en las últimas 24 horas";
  w.learner = "Estudiante";
  w.skills_heading = "Destrezas y última evidencia";
  w.table_hint = "Hay más destrezas a la derecha.";
  w.table_label = "Estudiantes y destrezas";
  w.not_started = "Sin empezar";
  w.practising = "En práctica";
  w.mastered = "Dominada";
  w.right = "bien";
  w.not_yet = "todavía no";
  w.one_hint = "1 pista";
  w.hints = "{} pistas";
  w.tries = "intento {}";
  w.last_seen = "Última vez";
  w.sessions = "{} sesiones";
  w.one_session = "1 sesión";
  w.answers = "{} respuestas, {} bien";
  w.never = "nunca";
  w.just_now = "ahora mismo";
  w.minutes_ago = "hace {} min";
  w.hours_ago = "hace {} h";
  w.days_ago = "hace {} días";
  w.devices_heading = "Dispositivos";
  w.no_device = "Esta clase todavía no tiene dispositivos.";
  w.last_contact = "Último contacto";
  w.waits_for_enrolment = "Sin inscribir: su archivo de un solo uso no se ha usado.";
  w.confirmation = "Código de confirmación";
  w.unsynced = "Sin noticias desde hace más de un día. Lo hecho desde entonces sigue en el dispositivo.";
  w.waiting_events = "{} eventos esperan una parte anterior o un cambio de clase.";
  w.cloned =
      "Dos copias de la tarjeta de este dispositivo han escrito. No se toman los datos de la segunda; inscríbala otra "
      "vez.";
  w.replay_trouble = "{} decisiones que no se reproducen, de {}";
  w.replay_good = "{} decisiones reproducidas, todas iguales";
  say_faults_in_spanish(w);
  say_to_read_in_spanish(w);
  say_thinking_in_spanish(w);
  say_experiments_in_spanish(w);
  say_nameless_in_spanish(w);
  say_plan_in_spanish(w);
  say_what_was_noticed_in_spanish(w);
  w.legend = "Signos";
  w.not_found = "Esta página no existe.";
  w.back = "Volver a la clase";
  w.trouble = "El servidor no pudo leer sus datos. La administración encuentra más en el registro del servidor.";
  return w;
}

bool language_is(std::string_view tag, std::string_view language) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return tag.size() >= 2 && lower(tag[0]) == language[0] && lower(tag[1]) == language[1] &&
         (tag.size() == 2 || tag[2] == '-' || tag[2] == ';' || tag[2] == ' ');
}

}  // namespace

const Words& words_for(std::string_view accept_language) {
  static const Words in_english = english();
  static const Words in_spanish = spanish();
  while (!accept_language.empty()) {
    const std::size_t end = std::min(accept_language.find(','), accept_language.size());
    std::string_view tag = accept_language.substr(0, end);
    accept_language.remove_prefix(std::min(end + 1, accept_language.size()));
    while (!tag.empty() && tag.front() == ' ') tag.remove_prefix(1);
    if (language_is(tag, "en")) return in_english;
    if (language_is(tag, "es")) return in_spanish;
  }
  return in_english;
}

}  // namespace hornbook::server
