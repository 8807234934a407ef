"""Sounds and syllables of Spanish words, worked out from their spelling as it is read in Mexico (s, z and soft c are one sound)."""
import re

VOWELS = "aeiouáéíóúü"
STRONG = "aeoáéóíú"  # each of these is a syllable of its own beside another of these
PLAIN = str.maketrans("áéíóúü", "aeiouu")


def sounds_of(word):
    word = word.lower()
    for letters, sound in (("qu", "k"), ("ch", "C"), ("ll", "y"), ("rr", "R"), ("h", ""), ("v", "b"), ("z", "s"), ("x", "ks")):
        word = word.replace(letters, sound)
    word = re.sub("gu(?=[eéií])", "g", word)
    word = re.sub("c(?=[eéií])", "s", word)
    word = re.sub("g(?=[eéií])", "j", word)
    word = re.sub("^r", "R", word)
    return list(word.replace("c", "k").translate(PLAIN))


def syllables(word):
    total = 0
    for run in re.findall(f"[{VOWELS}]+", re.sub("qu|gu(?=[eéií])", "k", word.lower())):
        total += 1 + sum(a in STRONG and b in STRONG for a, b in zip(run, run[1:]))
    return total


def first_sound(word):
    return sounds_of(word)[0]


def sounds(word):
    return len(sounds_of(word))


def first_syllable(word):
    """Consonants and the first vowel: enough for words whose first syllable is open."""
    return re.match(r"[^aeiou]*[aeiou]", "".join(sounds_of(word)))[0]


def last_syllable(word):
    """The last vowel with one consonant before it and whatever comes after."""
    return re.search(r"[^aeiou]?[aeiou][^aeiou]*$", "".join(sounds_of(word)))[0]


def rhyme(word):
    """From the stressed vowel on."""
    accent = re.search("[áéíóú]", word)
    at = [match.start() for match in re.finditer("[aeiouáéíóú]", word)]
    if accent:
        start = accent.start()
    else:
        start = at[-2] if word[-1] in "aeiouns" and len(at) > 1 else at[-1]
    return "".join(sounds_of(word[start:]))
