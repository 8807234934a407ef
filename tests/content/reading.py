"""Reads numbers, sums and number sentences out of the texts that a learner sees."""
import functools
import re
from fractions import Fraction

BOX = "□"
NUMBER = r"(?:\d+\.\d+|\d+(?: \d+/\d+|/\d+)?)"
ATOM = rf"\(*(?:{NUMBER}|{BOX}(?:/\d+)?)(?:/{BOX})?\)*"
SENTENCE = re.compile(rf"{ATOM}(?: ?[+\-×÷=] ?{ATOM})*(?: ?= ?{ATOM})(?: ?[+\-×÷=] ?{ATOM})*")
TOKEN = re.compile(rf"\s*({NUMBER}|[+\-×÷()])")

SMALL = {
    "en": "one two three four five six seven eight nine".split(),
    "es": "uno dos tres cuatro cinco seis siete ocho nueve".split(),
}
TENS = {
    "en": "ten twenty thirty forty fifty sixty seventy eighty ninety".split(),
    "es": "diez veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa".split(),
}
SPANISH_HUNDREDS = ("cien doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos "
                    "novecientos").split()


@functools.lru_cache(maxsize=None)
def plain(text):
    """The text without TeX: □ for a box, 3/4 for a fraction, no signs between groups of three digits."""
    text = text.replace(r"\square", BOX).replace(r"\to", "→")
    text = re.sub(rf"\\frac\{{(\d+|{BOX})\}}\{{(\d+|{BOX})\}}", r" \1/\2", text)
    text = re.sub(r"\\begin\{column\} (\d+) \\\\ (\\times|[+\-]) (\d+) \\\\ \\hline \\end\{column\}", r"\1 \2 \3", text)
    text = re.sub(r"\\longdiv\{(\d+)\}", r" \1", text)
    for command, sign in ((r"\times", "×"), (r"\div", "÷")):
        text = text.replace(command, sign)
    text = re.sub(r"(?<=\d)[,\u00a0](?=\d{3}(?!\d))", "", text)
    return re.sub(r"[ \t]+", " ", text.replace("$", "")).strip()


@functools.lru_cache(maxsize=None)
def whole_numbers(text):
    return [int(digits) for digits in re.findall(r"\d+", plain(text))]


@functools.lru_cache(maxsize=None)
def numbers(text):
    """Of a text in their order: 3, 3/4, 2 3/4 and 0.75 are one number each."""
    return [number(token) for token in re.findall(NUMBER, plain(text))]


@functools.lru_cache(maxsize=None)
def number(token):
    return sum(Fraction(part) for part in token.split())


@functools.lru_cache(maxsize=None)
def evaluate(text):
    """The value of a sum, product, … in plain text; None when it is something else."""
    tokens, at = [], 0
    while at < len(text.rstrip()):
        match = TOKEN.match(text, at)
        if not match:
            return None
        tokens.append(match[1])
        at = match.end()
    try:
        value, rest = expression(tokens)
    except (IndexError, ValueError, ZeroDivisionError):
        return None
    return None if rest else value


def expression(tokens):
    value, tokens = product(tokens)
    while tokens and tokens[0] in "+-":
        right, rest = product(tokens[1:])
        value, tokens = (value + right if tokens[0] == "+" else value - right), rest
    return value, tokens


def product(tokens):
    value, tokens = factor(tokens)
    while tokens and tokens[0] in "×÷":
        right, rest = factor(tokens[1:])
        value, tokens = (value * right if tokens[0] == "×" else value / right), rest
    return value, tokens


def factor(tokens):
    if tokens[0] != "(":
        return number(tokens[0]), tokens[1:]
    value, rest = expression(tokens[1:])
    if rest[0] != ")":
        raise ValueError("a bracket is not closed")
    return value, rest[1:]


def sides(sentence):
    return [evaluate(side.strip()) for side in sentence.split("=")]


def is_true_sentence(text):
    values = sides(plain(text))
    return len(values) > 1 and None not in values and len(set(values)) == 1


def with_boxes(text):
    """Plain, and a box for the letter x: both ask for a number."""
    return re.sub(r"\bx\b", BOX, plain(text))


def false_sentences(text):
    """The number sentences in a text that are not true. Those with a box ask, so they cannot be false."""
    found = [match[0].strip() for match in SENTENCE.finditer(with_boxes(text))]
    return [sentence for sentence in found if BOX not in sentence and None not in sides(sentence)
            and len(set(sides(sentence))) != 1]


@functools.lru_cache(maxsize=None)
def solve(text):
    """What belongs in the box of the number sentence in a text, found by trying; None without exactly one answer."""
    text = re.sub(r"= ?[?؟]", "= " + BOX, with_boxes(text))
    asked = [match[0] for match in SENTENCE.finditer(text) if BOX in match[0]]
    if len(asked) != 1:
        return None
    left, right = asked[0].split("=")

    def gap(value):
        values = [evaluate(side.replace(BOX, str(value)).strip()) for side in (left, right)]
        return None if None in values else values[0] - values[1]

    if gap(2) is not None and gap(1) is not None and gap(3) is not None and gap(3) - gap(2) == gap(2) - gap(1) != 0:
        value = 1 - gap(1) / (gap(2) - gap(1))
        return value if value >= 0 else None
    return next((value for value in range(1, 1000) if gap(value) == 0), None)


def spoken_number(text, language):
    """The number that a text says in words; None when it says none."""
    total, found = 0, False
    for word in re.findall(r"\w+", text.lower()):
        if word in SMALL[language]:
            total += SMALL[language].index(word) + 1
        elif word in TENS[language]:
            total += 10 * (TENS[language].index(word) + 1)
        elif language == "en" and word == "hundred":
            total *= 100
        elif language == "es" and word in SPANISH_HUNDREDS:
            total += 100 * (SPANISH_HUNDREDS.index(word) + 1)
        else:
            continue
        found = True
    return total if found else None
