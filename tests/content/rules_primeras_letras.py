"""How to answer each item of content_packs/library/primeras_letras from what is heard and seen. A rule is for one skill."""
import sounds_spanish as sounds
from letters import Rules, after, words_of

VOICES = {"muu": "vaca", "cua, cua": "pato", "guau": "perro", "bee": "oveja"}
USES = {"beber": "taza", "dormir": "cama", "leer": "libro", "no mojarse": "paraguas"}
FACTS = {
    "Es roja y se come.": "manzana", "En ella duermes.": "cama", "Vive y nada en el mar.": "pez", "Pone un huevo.": "gallina",
    "Sale de noche.": "luna", "Nos da luz y calor de día.": "sol", "Te lo pones en la cabeza.": "sombrero",
    "En ella tomas leche.": "taza", "Va muy despacio con su casa.": "caracol",
}
SENTENCES = {"Yo veo un gato.", "La luna es blanca.", "Mi gato y mi perro juegan.", "El pez vive en el agua."}
CLAPS = {"una palmada": 1, "dos palmadas": 2, "tres palmadas": 3}
ACCENTS = str.maketrans("áéíóú", "aeiou")


def picture_of(q):
    named = after(q, "¿Dónde está ")
    return (named.split(" ", 1)[1] if named else None) or VOICES.get(after(q, "animal hace «", "»?")) or USES.get(after(q, "sirve para "))


def beginning(word):
    """The first letter, without its accent; ll and ch are two that stand for one sound."""
    return word[:2] if word[:2] in ("ll", "ch") else word[0].translate(ACCENTS)


RULES = Rules(sounds, {
    "palabras-dibujos": lambda q: q.is_text(picture_of(q)),
    "oir-rimas": lambda q: q.like(after(q, "rima con "), sounds.rhyme),
    "rima-distinta": lambda q: q.odd(sounds.rhyme),
    "parejas-que-riman": lambda q: q.pairs_by(sounds.rhyme),
    "palmadas": lambda q: q.is_text(str(sounds.syllables(after(q, "Di ", " con palmadas")))),
    "palabras-por-silabas": lambda q: q.where(lambda word: sounds.syllables(word) == CLAPS[after(q, "tiene ")]),
    "primera-silaba": lambda q: q.like(after(q, "empieza como "), sounds.first_syllable),
    "ultima-silaba": lambda q: q.like(after(q, "parte que "), sounds.last_syllable),
    "primer-sonido": lambda q: q.like(after(q, "sonido que "), sounds.first_sound),
    "sonido-distinto": lambda q: q.odd(sounds.first_sound),
    "parejas-de-sonidos": lambda q: q.pairs_by(sounds.first_sound),
    "unir-partes": lambda q: q.is_text(after(q, "Escucha: ", ". ¿Qué").replace(" … ", "")),
    "contar-sonidos": lambda q: q.is_text(str(sounds.sounds(after(q, "Di ", " muy despacio")))),
    "vocales": lambda q: q.letter(after(q, "qué letra empieza "), after(q, "empieza con la letra ")
                                  or after(q, "empiezan con la letra ", "."), beginning),
    "letras-ll-ch-v-h": lambda q: q.letter(after(q, "qué letra empieza "), after(q, "empieza con la letra ")
                                           or after(q, "las palabras con ", "."), beginning),
    "letras": lambda q: q.letter(after(q, "qué letra empieza "), after(q, "empieza con la letra ")
                                 or after(q, "empiezan con la letra ", "."), beginning),
    "mayusculas": lambda q: q.small_letters(after(q, "minúscula de ")),
    "abecedario": lambda q: q.next_letter(after(q, "después de "), "abcdefghijklmnñopqrstuvwxyz"),
    "letras-parecidas": lambda q: q.letter_or_same(after(q, "qué letra empieza "), after(q, "Busca la letra ", ".")
                                                   or after(q, "Busca la palabra: ", "")),
    "leer-silabas": lambda q: q.is_text(after(q, "dice «", "»?")),
    "leer-palabras": lambda q: q.is_text(after(q, "dibujo es? ", "")),
    "ordenar-silabas": lambda q: q.spells(q.drawn["figure"]),
    "escribir-palabras": lambda q: q.spells(q.drawn["figure"]),
    "primeras-palabras": lambda q: q.word_or_gap(after(q, "Busca la palabra: ", ""), SENTENCES),
    "mas-palabras": lambda q: q.word_or_gap(after(q, "Busca la palabra: ", ""), SENTENCES),
    "leer-frases": lambda q: q.is_text(FACTS[after(q, "", " ¿Qué es?")]),
    "mi-nombre": lambda q: q.spells(after(q, "se llama ", ".")),
    "palabras-en-frases": lambda q: q.is_text(str(words_of(after(q, "palabras hay? ", "")))),
})
