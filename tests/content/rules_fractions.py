"""How to answer each item of content_packs/library/fractions from what it shows, in all of its languages.

`q.n` are the prompt's whole numbers, `q.numbers` its numbers (a fraction is one), `q.f` those of the figure's description.
"""
import math
from fractions import Fraction


def part(q, value):
    return q.is_text(q.say("{} parts of the same size", "{} partes del mismo tamaño", "Sehemu {} zenye ukubwa sawa",
                           "एक ही माप के {} भाग", "عدد الأجزاء {}، ولها الحجم نفسه").format(value))


def shaded(numbers):
    """Of a picture's description: languages differ in which number comes first, but the shaded parts are fewer."""
    return Fraction(min(numbers), max(numbers))


def in_lowest_terms(value):
    """A choice that is written as this fraction and cannot be simplified."""
    return lambda offer: offer.n == [value.numerator, value.denominator]


def greatest(q):
    return max(offer.value for offer in q.offers if offer.n)


def sign(q):
    left, right = q.numbers[:2]
    return q.is_text("$<$" if left < right else "$>$" if left > right else "$=$")


def name_of_the_greater(q):
    return q.is_text(q.names[0] if q.numbers[0] > q.numbers[1] else q.names[1])


def between_wholes(value):
    return lambda offer: offer.n == [math.floor(value), math.floor(value) + 1]


def written_fraction(q):
    """The prompt's fraction, and its other number."""
    return next(x for x in q.numbers if x.denominator > 1), next(x for x in q.numbers if x.denominator == 1)


def scaled(q):
    """What a fraction makes of a number in the prompt."""
    fraction, number = written_fraction(q)
    return fraction * number


def word_of_fraction(place):
    words = {
        1: ["one third", "un tercio", "theluthi moja", "एक तिहाई", "ثُلث"],
        2: ["two thirds", "dos tercios", "theluthi mbili", "दो तिहाई", "ثُلثان"],
        3: ["one fourth", "un cuarto", "robo moja", "एक चौथाई", "رُبع"],
        4: ["three fourths", "tres cuartos", "robo tatu", "तीन चौथाई", "ثلاثة أرباع"],
        5: ["one fifth", "un quinto", "moja ya tano", "एक बटा पाँच", "خُمس"],
        6: ["two fifths", "dos quintos", "mbili ya tano", "दो बटा पाँच", "خُمسان"],
        7: ["three fifths", "tres quintos", "tatu ya tano", "तीन बटा पाँच", "ثلاثة أخماس"],
        8: ["four fifths", "cuatro quintos", "nne ya tano", "चार बटा पाँच", "أربعة أخماس"],
    }
    values = "1/3 2/3 1/4 3/4 1/5 2/5 3/5 4/5".split()
    return next(Fraction(values[at - 1]) for at, spelt in words.items() if place.text in spelt)


def larger_or_smaller(q):
    factor = q.numbers[-1]
    return q.is_text(q.say("Larger", "Mayor", "Kubwa zaidi", "बड़ा", "أكبر") if factor > 1
                     else q.say("Smaller", "Menor", "Ndogo zaidi", "छोटा", "أصغر"))


def more_or_less_than_one(q):
    return q.is_text(q.say("More than 1", "Más que 1", "Zaidi ya 1", "1 से ज़्यादा", "أكبر من 1") if sum(q.numbers[:2]) > 1
                     else q.say("Less than 1", "Menos que 1", "Chini ya 1", "1 से कम", "أصغر من 1"))


def between_one_and_two(q):
    assert 1 < sum(q.numbers) < 2
    return q.says("Between", "Entre", "Kati", "बीच", "بين")


def product(numbers):
    return math.prod(numbers, start=Fraction(1))


LESS = ("less", "menos", "chini", "से कम", "أصغر")
EXACTLY = ("exactly", "exacto", "kamili", "ठीक", "يساوي")
MORE = ("more", "más", "zaidi", "से ज़्यादा", "أكبر")
SHRINKS = ("shrinks", "achica", "inapungua", "घटता", "يصغر")
STAYS = ("stays", "queda", "inabaki", "वही", "يبقى")
GROWS = ("grows", "crece", "inaongezeka", "बढ़ता", "يكبر")


def by_size(size, less, equal, more):
    """The bins of a sort that compares with a number."""
    return {less: lambda offer: offer.value < size, equal: lambda offer: offer.value == size,
            more: lambda offer: offer.value > size}


RULES = {
    "equal-parts-choose": lambda q: part(q, q.n[0]),
    "equal-parts-count": lambda q: q.f[0],
    "unit-part-size-order": lambda q: q.value,
    "name-bar": lambda q: shaded(q.f),
    "name-circle": lambda q: shaded(q.f),
    "name-counters": lambda q: shaded(q.f),
    "name-share": lambda q: Fraction(1, q.n[-1]),
    "name-rest": lambda q: 1 - shaded(q.f),
    "name-words": lambda q: word_of_fraction,
    "unit-count": lambda q: q.numbers[1] / q.numbers[0],
    "unit-match": lambda q: q.worth,
    "unit-all-ways": lambda q: q.numbers[0],
    "unit-to-whole": lambda q: q.numbers[1] / q.numbers[0],
    "line-parts-size": lambda q: Fraction(1, q.n[2]),
    "line-parts-marks": lambda q: Fraction(1, q.n[2] + 1),
    "line-parts-unit": lambda q: q.numbers[0],
    "line-parts-match": lambda q: lambda place: Fraction(1, place.n[0]),
    "line-unit": lambda q: q.numbers[0],
    "line-beyond-one": lambda q: q.numbers[0],
    "line-walk": lambda q: next(x for x in q.numbers if x.denominator > 1),
    "same-point-bar": lambda q: lambda offer: shaded(offer.n) == shaded(q.f),
    "same-point-half": lambda q: q.numbers[0],
    "same-point-why": lambda q: q.says("more of them", "hay más", "nyingi zaidi", "ज़्यादा हैं", "عدد الأجزاء"),
    "same-point-match": lambda q: q.worth,
    "whole-parts": lambda q: q.numbers[1] / q.numbers[0],
    "whole-read": lambda q: q.numbers[0],
    "whole-all-names": lambda q: q.numbers[0],
    "whole-on-line": lambda q: q.numbers[0],
    "compare-same-denominator": greatest,
    "compare-same-numerator": greatest,
    "compare-order-three": lambda q: q.value,
    "compare-sign": sign,
    "same-whole-who": lambda q: q.is_text(q.names[0]),
    "same-whole-needed": lambda q: lambda offer: offer.text not in q.prompt,
    "same-whole-amount": lambda q: q.numbers[1] * q.numbers[3] - q.numbers[0] * q.numbers[2],
    "equivalent-missing": scaled,
    "equivalent-choose": lambda q: q.numbers[0],
    "equivalent-line": lambda q: q.numbers[1],
    "why-cut-parts": [lambda q: q.item.n[1] * q.item.n[2], lambda q: q.item.n[0] * q.item.n[2]],
    "why-missing-below": lambda q: q.solve(),
    "why-times-one": lambda q: lambda offer: offer.n == [q.n[2], q.n[2], 1],
    "simplify-write": lambda q: q.numbers[0],
    "simplify-choose": lambda q: in_lowest_terms(q.numbers[0]),
    "simplify-common-factor": lambda q: math.gcd(*q.n),
    "simplify-all": lambda q: lambda offer: math.gcd(*offer.n) == 1,
    "half-all": lambda q: lambda offer: offer.value > q.numbers[0],
    "half-between": greatest,
    "half-order": lambda q: q.value,
    "half-to-one": greatest,
    "half-sort": by_size(Fraction(1, 2), LESS, EXACTLY, MORE),
    "common-compare-steps": [lambda q: q.item.numbers[0] * q.item.n[3], sign],
    "common-compare-two": greatest,
    "common-order": lambda q: q.value,
    "common-race": name_of_the_greater,
    "join-meaning": lambda q: q.says("joined", "juntan", "zinaunganishwa", "मिलाए", "نضمّ"),
    "join-shade-more": lambda q: shaded(q.f) + Fraction(q.n[0], max(q.f)),
    "join-missing": lambda q: q.solve(),
    "join-to-one": lambda q: q.solve(),
    "decompose-all": lambda q: q.numbers[0],
    "decompose-missing": lambda q: q.solve(),
    "decompose-mixed": lambda q: q.numbers[0],
    "mixed-to-fraction": lambda q: q.numbers[0],
    "fraction-to-mixed": lambda q: q.numbers[0],
    "mixed-choose": lambda q: q.numbers[0],
    "mixed-add": lambda q: q.solve(),
    "mixed-add-steps": [lambda q: q.solve(), lambda q: q.numbers[0], lambda q: q.solve()],
    "mixed-subtract": lambda q: q.solve(),
    "mixed-subtract-steps": [lambda q: (q.numbers[0] - q.numbers[1]) / q.numbers[2], lambda q: q.item.sum],
    "add-like-write": lambda q: q.solve(),
    "add-like-story": lambda q: q.numbers[0] + q.numbers[1],
    "add-like-match": lambda q: q.worth,
    "subtract-like-write": lambda q: q.solve(),
    "subtract-like-story": lambda q: 1 - q.numbers[0],
    "subtract-like-check": lambda q: lambda offer: offer.n == q.n[4:] + q.n[2:4] + q.n[:2] and q.is_true(offer),
    "story-like-total": lambda q: q.numbers[0] + q.numbers[1],
    "story-like-left": lambda q: 1 - q.numbers[0] - q.numbers[1],
    "story-like-operation": lambda q: lambda offer: offer.n == q.n and offer.value == q.numbers[0] - q.numbers[1],
    "story-like-compare": lambda q: q.numbers[0] - q.numbers[1],
    "multiple-unit-write": lambda q: q.solve(),
    "multiple-unit-line": lambda q: q.numbers[1] * q.numbers[2],
    "multiple-unit-match": lambda q: q.worth,
    "times-whole-write": lambda q: q.solve(),
    "times-whole-regroup": lambda q: q.solve(),
    "times-whole-same": lambda q: q.sum,
    "times-story-repeat": lambda q: product(q.numbers),
    "times-story-between": lambda q: between_wholes(product(q.numbers)),
    "times-story-unit": lambda q: product(q.numbers),
    "tenths-to-hundredths": lambda q: q.solve(),
    "tenths-add": lambda q: q.solve(),
    "tenths-all": lambda q: q.numbers[0],
    "decimal-write": lambda q: q.numbers[0],
    "decimal-small": lambda q: q.numbers[0],
    "decimal-line": lambda q: q.numbers[0],
    "decimal-match": lambda q: q.worth,
    "decimal-add-write": lambda q: q.sum,
    "decimal-compare-choose": greatest,
    "decimal-compare-order": lambda q: q.value,
    "decimal-compare-all": lambda q: lambda offer: offer.value >= q.numbers[0],
    "common-all": lambda q: lambda offer: offer.n[0] % q.n[1] == 0 == offer.n[0] % q.n[3],
    "common-least": lambda q: math.lcm(q.n[1], q.n[3]),
    "common-rewrite": lambda q: q.worth,
    "add-unlike-write": lambda q: q.solve(),
    "add-unlike-first-step": lambda q: lambda offer: all(offer.n[0] % size == 0 for size in (q.n[1], q.n[3])),
    "add-unlike-steps": [lambda q: math.lcm(*q.n[-2:]), lambda q: q.solve(), lambda q: q.solve(), lambda q: q.item.sum],
    "subtract-unlike-write": lambda q: q.solve(),
    "subtract-unlike-two": lambda q: q.solve(),
    "subtract-unlike-error": lambda q: q.says("before", "sin hacer", "kabla", "बिना", "قبل"),
    "mixed-unlike-steps": [lambda q: q.solve(), lambda q: q.item.sum],
    "mixed-unlike-subtract": lambda q: q.solve(),
    "mixed-unlike-carry": lambda q: q.sum,
    "estimate-one": more_or_less_than_one,
    "estimate-impossible": lambda q: lambda offer: offer.n[:2] == [1, 2] and q.numbers[2] < q.numbers[0],
    "estimate-near": lambda q: math.floor(q.sum + Fraction(1, 2)),
    "story-unlike-total": lambda q: q.numbers[0] + q.numbers[1],
    "story-unlike-left": lambda q: q.numbers[0] - q.numbers[1],
    "story-unlike-sensible": between_one_and_two,
    "division-share": lambda q: q.numbers[0] / q.numbers[1],
    "division-between": lambda q: between_wholes(q.numbers[0] / q.numbers[1]),
    "division-match": lambda q: q.worth,
    "fraction-of-number": scaled,
    "fraction-of-order": lambda q: lambda offer: product(offer.numbers),
    "fraction-of-reverse": lambda q: q.numbers[1] / q.numbers[0],
    "multiply-write": lambda q: q.solve(),
    "multiply-picture": lambda q: Fraction(1, q.n[0] * q.n[1]),
    "multiply-steps": [lambda q: q.solve(), lambda q: q.solve(), lambda q: q.item.sum],
    "area-write": lambda q: product(q.numbers),
    "area-tiles": lambda q: product(q.numbers),
    "area-same": lambda q: lambda offer: product(offer.numbers) == q.numbers[0],
    "scaling-choose": larger_or_smaller,
    "scaling-all": lambda q: lambda offer: offer.value < q.numbers[0],
    "scaling-order": lambda q: q.value,
    "scaling-sort": lambda q: by_size(q.n[0], SHRINKS, STAYS, GROWS),
    "multiply-story-part": lambda q: q.numbers[0] * q.numbers[1],
    "multiply-story-mixed": [lambda q: q.item.numbers[0], lambda q: product(q.item.numbers)],
    "multiply-story-choose": lambda q: q.says("of a jug", "de una jarra", "ya jagi", "जग का", "من إبريق"),
    "unit-by-whole-write": lambda q: q.solve(),
    "unit-by-whole-check": lambda q: lambda offer: offer.n == [q.n[2], 1, q.n[4], 1, q.n[1]] and q.is_true(offer),
    "unit-by-whole-order": lambda q: q.value,
    "whole-by-unit-write": lambda q: q.solve(),
    "whole-by-unit-larger": lambda q: q.says("fit", "caben", "zinaingia", "समाते", "يدخل"),
    "whole-by-unit-match": lambda q: q.worth,
    "division-story-fit": lambda q: q.numbers[0] / q.numbers[1],
    "division-story-share": lambda q: q.numbers[0] / q.numbers[1],
    "division-story-operation": lambda q: q.numbers[0] / q.numbers[1],
}
