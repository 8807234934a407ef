"""The sounds of English words, written down by hand: what the letters pack is checked against. Vowels are in capitals."""

# Each sound is a word of its own; rhymes, syllables and first sounds follow from it.
SOUNDS = {
    word: sounds.split() for word, sounds in (line.split(":") for line in """
ant:A n t|apple:A p U l|baa:b AR|bag:b A g|ball:b AW l|banana:b U n A n U|bat:b A t|bear:b AIR|bed:b E d|bee:b EE|big:b I g|boat:b OH t
book:b OO k|box:b O k s|bug:b U g|bus:b U s|butterfly:b U t ER f l Y|cap:k A p|cat:k A t|chair:ch AIR|clock:k l O k|coat:k OH t|cow:k OW
cup:k U p|dish:d I sh|dog:d O g|door:d OR|drum:d r U m|duck:d U k|egg:E g|elephant:E l I f U n t|fan:f A n|far:f AR|fish:f I sh|fog:f O g
foot:f OO t|fox:f O k s|frog:f r O g|gate:g AY t|goat:g OH t|hand:h A n d|hat:h A t|hen:h E n|hop:h O p|house:h OW s|jar:j AR|jug:j U g
jump:j U m p|key:k EE|king:k I ng|lamp:l A m p|leg:l E g|lemon:l E m U n|lid:l I d|lion:l Y U n|log:l O g|map:m A p|milk:m I l k
monkey:m U ng k EE|moon:m OO n|mouse:m OW s|mud:m U d|nest:n E s t|net:n E t|nose:n OH z|nut:n U t|octopus:O k t U p U s|pan:p A n
pen:p E n|pig:p I g|pineapple:p Y n A p U l|plum:p l U m|pot:p O t|rabbit:r A b I t|red:r E d|rose:r OH z|rug:r U g|run:r U n|sand:s A n d
see:s EE|shoe:sh OO|snail:s n AY l|sock:s O k|spider:s p Y d ER|spoon:s p OO n|star:s t AR|sun:s U n|table:t AY b U l|tap:t A p|ten:t E n
tent:t E n t|tomato:t U m AR t OH|top:t O p|tree:t r EE|turtle:t ER t U l|umbrella:U m b r E l U|van:v A n|water:w AW t ER
window:w I n d OH|yes:y E s|zebra:z E b r U
""".strip().replace("\n", "|").split("|"))
}


def is_vowel(sound):
    return sound.isupper()


def syllables(word):
    return sum(is_vowel(sound) for sound in SOUNDS[word])


def first_sound(word):
    return SOUNDS[word][0]


def last_sound(word):
    return SOUNDS[word][-1]


def middle_sound(word):
    """The vowel of a word of one syllable."""
    return next(sound for sound in SOUNDS[word] if is_vowel(sound))


def sounds(word):
    return len(SOUNDS[word])


def rhyme(word):
    """From the vowel on; only for words of one syllable."""
    return tuple(SOUNDS[word][SOUNDS[word].index(middle_sound(word)):])
