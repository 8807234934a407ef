#include "sync/server/web/words_of_language.hpp"

namespace hornbook::server {
namespace {

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
      "Una estación se quedó sin corriente y alguien empezó sin identificarse. Pregunte de quién fue: se añade "
      "entonces "
      "a su registro. No se puede deshacer.";
  w.nameless_whose = "¿De quién es?";
  w.nameless_choose = "Elija a alguien";
  w.nameless_join = "Añadir al registro";
  w.nameless_refused = "No se pudo añadir. Vuelva atrás, elija a alguien y pruebe otra vez.";
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

}  // namespace

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

}  // namespace hornbook::server
