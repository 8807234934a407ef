"""How to answer each item of content_packs/library/first_letters from what is heard and seen. A rule is for one skill."""
import sounds_english as sounds
from letters import Rules, after, words_of

VOICES = {"moo": "cow", "quack": "duck", "woof": "dog", "baa": "sheep"}
USES = {"drink": "cup", "sleep": "bed", "read": "book", "stay dry": "umbrella"}
FACTS = {
    "It is red. You can eat it.": "apple", "You can nap on it.": "bed", "It can swim in the sea.": "fish", "It has an egg.": "hen",
    "You can go far in it.": "bus", "It is hot and big. It is up.": "sun", "You can put it on.": "hat", "You sip milk from it.": "cup",
    "It is not big. It can run.": "bug",
}
SENTENCES = {"I see a cat.", "The sun is hot.", "A cat and a dog."}
CLAPS = {"one clap": 1, "two claps": 2, "three claps": 3}
DIGRAPHS = ("sh", "ch", "sn")


def picture_of(q):
    return (after(q, "Where is the ") or VOICES.get(after(q, 'Which animal says "', '"?'))
            or USES.get(after(q, "What do we need to ")))


def beginning(word):
    return word[:2] if word[:2] in DIGRAPHS else word[0]


RULES = Rules(sounds, {
    "words-pictures": lambda q: q.is_text(picture_of(q)),
    "rhyme-hear": lambda q: q.like(after(q, "rhymes with "), sounds.rhyme),
    "rhyme-odd": lambda q: q.odd(sounds.rhyme),
    "rhyme-pairs": lambda q: q.pairs_by(sounds.rhyme),
    "clap-syllables": lambda q: q.is_text(str(sounds.syllables(after(q, "Say ", " and clap")))),
    "syllable-words": lambda q: q.where(lambda word: sounds.syllables(word) == CLAPS[after(q, "has ")]),
    "first-sound": lambda q: q.like(after(q, "begins like "), sounds.first_sound),
    "first-sound-odd": lambda q: q.odd(sounds.first_sound),
    "first-sound-pairs": lambda q: q.pairs_by(sounds.first_sound),
    "last-sound": lambda q: q.like(after(q, "same sound as "), sounds.last_sound),
    "blend-sounds": lambda q: q.is_text(after(q, "Listen: ", ". Which").replace(" … ", "")),
    "count-sounds": lambda q: q.is_text(str(sounds.sounds(after(q, "Say ", " very slowly")))),
    "middle-sound": lambda q: q.like(after(q, "in the middle as "), sounds.middle_sound),
    "letters": lambda q: q.letter(after(q, "Which letter does ", " begin"), after(q, "begins with the letter ")
                                  or after(q, "begin with the letter ", "."), lambda word: word[0]),
    "letters-sh-ch": lambda q: q.letter(after(q, "How does ", " begin"), after(q, "begins with ")
                                        or after(q, "begin with ", "."), beginning),
    "capitals": lambda q: q.small_letters(after(q, "small letter of ")),
    "alphabet": lambda q: q.next_letter(after(q, "comes after "), "abcdefghijklmnopqrstuvwxyz"),
    "look-alike": lambda q: q.letter_or_same(after(q, "Which letter does ", " begin"), after(q, "Find the letter ", ".")
                                             or after(q, "Find the word: ", "")),
    "read-words": lambda q: q.is_text(after(q, "is it? ", "")),
    "write-words": lambda q: q.spells(q.drawn["figure"]),
    "first-words": lambda q: q.word_or_gap(after(q, "Find the word: ", ""), SENTENCES),
    "more-words": lambda q: q.word_or_gap(after(q, "Find the word: ", ""), SENTENCES),
    "read-sentences": lambda q: q.is_text(FACTS[after(q, "", " What is it?")]),
    "my-name": lambda q: q.spells(after(q, "This is ", ".")),
    "words-in-sentences": lambda q: q.is_text(str(words_of(after(q, "How many words? ", "")))),
})
