"""What can be wrong with one instance of an item."""
import functools
import re
from fractions import Fraction

import reading

# "1 shells", "1 shaded parts"; "1 is", "1 menos" are fine.
NOT_COUNTED = "is less plus times es más menos entonces as its has this us".split()
ONE_OF_MANY = re.compile(r"(?<![\d/+\-×÷=.,])(?<![\d/+\-×÷=] )\b1 (?:(?:shaded|white|full|empty|small|equal|more) )?"
                         rf"(?!(?:{'|'.join(NOT_COUNTED)})\b)[a-záéíóúñ]+s\b")
NEGATIVE = re.compile(r"(?:^|[^\d)□ ]) ?-\d|= ?-")
HOLE = re.compile(r"[{}]|\bnull\b|\bnan\b")


def texts_of(drawn):
    yield "prompt", drawn["prompt"]
    for number, hint in enumerate(drawn["hints"], 1):
        yield f"hint {number}", hint
    for choice in drawn["choices"]:
        yield "choice", choice
    for wrong in drawn["wrong"]:
        yield "feedback", wrong["feedback"]
    for name in ("explanation", "not_yet", "figure"):
        if drawn[name] is not None:
            yield name, drawn[name]


@functools.lru_cache(maxsize=None)
def faults_of_text(text, is_choice):
    said = reading.plain(text)
    found = []
    if not said:
        found.append("is empty")
    if HOLE.search(said):
        found.append(f"has a hole that was not filled: {said}")
    if NEGATIVE.search(said):
        found.append(f"has a negative number: {said}")
    if ONE_OF_MANY.search(said):
        found.append(f"counts one as many: {said}")
    if not is_choice:
        found += [f"says {sentence}" for sentence in reading.false_sentences(text)]
    return found


def faults_of_answer(instance, expected):
    """`expected` is a number, a condition on a choice, or what tiles are ordered by."""
    answer = instance.drawn["answer"]
    if instance.kind == "order":
        ordered = sorted(instance.offers, key=expected)
        if answer != ", ".join(offer.text for offer in ordered):
            yield f"the order is {answer}"
        if len({expected(offer) for offer in ordered}) != len(ordered):
            yield "two tiles have the same value"
    elif instance.kind == "choice":
        holds = expected if callable(expected) else lambda offer: offer.value == expected
        right = [offer.text for offer in instance.offers if holds(offer)]
        if right != [answer]:
            yield f"the answer is {answer}, but right are {right}"
    elif expected is None or reading.number(answer) != Fraction(expected):
        yield f"the answer is {answer}, but it should be {expected}"


def faults_of_task(instance):
    drawn = instance.drawn
    if len(set(drawn["choices"])) != len(drawn["choices"]):
        yield "two choices look the same"
    if len(drawn["hints"]) != 3 or len(set(drawn["hints"])) != 3:
        yield "there are not three different hints"
    for wrong in drawn["wrong"]:
        if wrong["credit_permille"] >= 1000:
            yield f"the wrong answer {wrong['answer']} is taken as right"
        if wrong["answer"].startswith("-"):
            yield f"a learner cannot mean {wrong['answer']}"
    if instance.kind == "number":
        told = re.findall(reading.NUMBER, reading.plain(drawn["hints"][2]))
        if reading.number(drawn["answer"]) not in [reading.number(token) for token in told]:
            yield f"the last hint does not give {drawn['answer']}: {drawn['hints'][2]}"


def faults_of(instance, rule):
    yield from faults_of_task(instance)
    for name, text in texts_of(instance.drawn):
        for fault in faults_of_text(text, name == "choice"):
            yield f"{name} {fault}"
    try:
        yield from faults_of_answer(instance, rule(instance))
    except (ArithmeticError, IndexError, TypeError, ValueError) as error:
        yield f"its rule cannot read the prompt: {error!r}"
