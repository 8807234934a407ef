"""How to answer each item of content_packs/library/fractions from what it shows. `q.n` are the prompt's numbers."""
from fractions import Fraction


def part(q, value, text_en, text_es):
    return q.is_text(q.say(text_en, text_es).format(value))


def missing_above(above, below, parts):
    return Fraction(above, below) * parts


def in_lowest_terms(value):
    """A choice that is written as this fraction and cannot be simplified."""
    return lambda offer: offer.n == [value.numerator, value.denominator]


RULES = {
    "equal-parts-choose": lambda q: part(q, q.n[0], "{} parts of the same size", "{} partes del mismo tamaño"),
    "equal-parts-count": lambda q: q.f[0],
    "unit-part-size-order": lambda q: q.value,
    "name-bar": lambda q: Fraction(q.f[1], q.f[0]),
    "name-circle": lambda q: Fraction(q.f[1], q.f[0]),
    "name-counters": lambda q: Fraction(q.f[1], q.f[0]),
    "line-unit": lambda q: Fraction(q.n[0], q.n[1]),
    "line-beyond-one": lambda q: Fraction(q.n[0], q.n[1]),
    "line-walk": lambda q: Fraction(q.n[0], q.n[1]),
    "compare-same-denominator": lambda q: max(offer.value for offer in q.offers),
    "compare-same-numerator": lambda q: max(offer.value for offer in q.offers if offer.n),
    "compare-order-three": lambda q: q.value,
    "equivalent-missing": lambda q: missing_above(*q.say(q.n, q.n[1:] + q.n[:1])),
    "equivalent-choose": lambda q: Fraction(q.n[0], q.n[1]),
    "equivalent-line": lambda q: Fraction(q.n[2], q.n[3]),
    "simplify-write": lambda q: Fraction(q.n[0], q.n[1]),
    "simplify-choose": lambda q: in_lowest_terms(Fraction(q.n[0], q.n[1])),
    "mixed-to-fraction": lambda q: q.n[0] + Fraction(q.n[1], q.n[2]),
    "fraction-to-mixed": lambda q: Fraction(q.n[0], q.n[1]),
    "mixed-choose": lambda q: q.n[0] + Fraction(q.n[1], q.n[2]),
    "add-like-write": lambda q: q.solve(),
    "add-like-story": lambda q: Fraction(q.n[0], q.n[1]) + Fraction(q.n[2], q.n[3]),
    "subtract-like-write": lambda q: q.solve(),
    "subtract-like-story": lambda q: 1 - Fraction(q.n[0], q.n[1]),
    "add-unlike-write": lambda q: q.solve(),
    "add-unlike-first-step": lambda q: lambda offer: all(offer.n[0] % size == 0 for size in (q.n[1], q.n[3])),
    "fraction-of-number": lambda q: q.n[0] * Fraction(q.n[1], q.n[2]),
    "fraction-of-order": lambda q: lambda offer: Fraction(offer.n[0], offer.n[1]) * offer.n[2],
}
