"""How hard a text is to read, by published formulas, with syllables counted here and not by the program that is checked.

English: Kincaid et al. 1975, grade = 0.39 words/sentences + 11.8 syllables/words - 15.59. Spanish: Fernández Huerta 1959 as corrected by
Law 2011, ease = 206.84 - 60 syllables/words - 1.02 words/sentences; it falls as texts get harder.
"""
import re

import sounds_spanish


def words_of(text):
    return re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", text)


def sentences_of(text):
    return [part for part in re.split(r"(?<=[.!?…])[»\"”]?\s+", text) if part.strip()]


def english_syllables(word):
    word = re.sub("[^a-z]", "", word.lower())
    count = len(re.findall("[aeiouy]+", word))
    if re.search("[^aeiouyl]e$|[^aeiou]le$", word) is None:
        silent = re.search("[^aeiouytd]ed$|[^aeiouysxzcgh]es$", word)
        count -= bool(silent)
    elif not re.search("[^aeiou]le$", word):
        count -= 1
    return max(1, count)


def difficulty(text, language):
    """Rises with difficulty in either language."""
    words = words_of(text)
    per_sentence = len(words) / len(sentences_of(text))
    if language == "en":
        return 0.39 * per_sentence + 11.8 * sum(map(english_syllables, words)) / len(words) - 15.59
    syllables = sum(max(1, sounds_spanish.syllables(word)) for word in words)
    return -(206.84 - 60 * syllables / len(words) - 1.02 * per_sentence)
