"""A second key to content_packs/library/learning_to_learn: a piece of each right answer, written apart from the pack.

What cannot be computed can still be kept from being changed by accident: a moved `correct`, a swapped translation.
"""

DIFFERENT_DRAWS_MIN = 1  # most situations have no numbers to draw


def one(english, spanish):
    return lambda q: q.says(english, spanish)


def several(*pairs):
    return lambda q: lambda offer: any(q.say(*pair) in offer.text for pair in pairs)


def has(*pairs):
    """A tile with one of these words, English or Spanish."""
    return lambda offer: any(word in offer.text for pair in pairs for word in pair)


def sequence(*pairs):
    """The place of a tile among beginnings of the tiles in their order."""
    return lambda q: lambda offer: next(at for at, pair in enumerate(pairs) if offer.text.startswith(q.say(*pair)))


RULES = {
    "retrieval-reread-or-try": one("Close the book", "Cerrar el libro"),
    "retrieval-order": sequence(("Read", "Leer"), ("Cover", "Tapar"), ("Look", "Mirar"), ("Try", "Probar")),
    "retrieval-wrong-try": one("No:", "No:"),
    "retrieval-which-are": several(("quiz cards", "tarjetas"), ("Drawing", "Dibujarlo"), ("Teaching", "Explicar")),
    "spacing-when": one("each of four", "cada uno de cuatro"),
    "spacing-feels-hard": one("stronger", "fortalece"),
    "spacing-plan-order": sequence(("Mon", "Lun"), ("Tue", "Mar"), ("Wed", "Mié"), ("Thu", "Jue")),
    "spacing-mix": one("mixed", "mezclada"),
    "explain-why-question": one("camel", "camello"),
    "explain-chain": sequence(("The plant", "La planta"), ("Why? Too", "¿Por qué? Está"),
                              ("Why? Not", "¿Por qué? Sin"), ("How", "¿Cómo")),
    "explain-own-words": one("became 14", "a ser 14"),
    "explain-match": {("Why does", "¿Por qué"): ("reason", "razón"), ("How do", "¿Cómo"): ("proof", "prueba"),
                      ("What is", "¿A qué"): ("comparison", "comparación"), ("When", "¿Cuándo"): ("limits", "límites")},
    "example-first": one("Study", "Estudiar"),
    "example-fade": sequence(("Read", "Leer"), ("Do the last", "Hacer el último"), ("Do all", "Hacer todo"),
                             ("Do a new", "Hacer otro")),
    "example-stuck": one("Compare", "Comparar"),
    "check-other-way": lambda q: lambda offer: offer.n == [q.n[2], q.n[1]] and q.n[2] + q.n[1] == q.n[0],
    "check-sensible": one("far too much", "demasiado"),
    "check-all-ways": several(("Estimate", "Estimar"), ("backwards", "hacia atrás"), ("question", "pregunta")),
    "help-good-question": one("first digit", "primera cifra"),
    "help-when": one("two ways", "dos caminos"),
    "help-steps": sequence(("Read", "Leer"), ("Try", "Probar"), ("Ask", "Preguntar"), ("Do the next", "Hacer otro")),
    "help-hints": one("One hint", "Una pista"),
    "mistake-next": one("Find out", "Averiguar"),
    "mistake-kinds": {("I wrote", "Escribí"): ("slowly", "con calma"), ("I did not", "No sabía"): ("look it up", "buscarla"),
                      ("I always", "Siempre"): ("compare", "comparar")},
    "mistake-friend": one("Show me", "Muéstrame"),
    "mistake-sure": one("helps her", "ayuda"),
    "effort-strategy": one("another way", "otra manera"),
    "effort-yet": one("yet", "Todavía"),
    "effort-praise": several(("by adding", "sumando"), ("second way", "otro camino")),
    "effort-different": one("Today", "Hoy"),
    "goal-small": one("two pages", "dos páginas"),
    "goal-steps": sequence(("Write", "Anotar"), ("Read", "Leer"), ("Choose", "Elegir"), ("Practise", "Practicar")),
    "goal-which": several(("table of 7", "tabla del 7"), ("five sentences", "cinco frases")),
    "goal-too-hard": one("four or five", "cuatro o cinco"),
    "plan-if-then": one("plate", "plato"),
    "plan-match": {("If my brother", "Si mi hermano"): ("outside", "afuera"), ("If I do not", "Si no"): ("again", "otra vez"),
                   ("If I get", "Si me"): ("stretch", "estiro")},
    "plan-obstacle": one("Tuesday, then", "martes, entonces"),
    "reflect-question": several(("helped me", "ayudó"), ("stuck", "atoré"), ("change", "cambiaré")),
    "reflect-know": one("Write", "Escribirlos"),
    "reflect-order": sequence(("What do I want", "¿Qué quiero"), ("How", "¿Cómo"), ("Is it", "¿Está"),
                              ("What do I keep", "¿Qué me llevo")),
    "retrieval-sort": {("I remember", "Recuerdo yo"): has(("quiz", "preguntas"), ("teach", "enseñar")),
                       ("the page", "la hoja"): has(("copy", "copiar"), ("again", "otra vez"))},
    "help-sort": {("answer", "respuesta"): has(("What", "Cuánto"), ("12", "12")),
                  ("way", "camino"): has(("Why", "Por qué"), ("How", "Cómo"))},
    "reflect-attribution": one("evening before", "noche anterior"),
}
