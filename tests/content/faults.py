"""What can be wrong with one instance of an item."""
import functools
import re
from fractions import Fraction

import reading

# "1 shells", "1 shaded parts"; "1 is", "1 menos" are fine.
NOT_COUNTED = "is changes divides less plus times es más menos entonces as its has this us".split()
ONE_OF_MANY = re.compile(r"(?<![\d/+\-×÷=.,])(?<![\d/+\-×÷=] )\b1 (?:(?:shaded|white|full|empty|small|equal|more) )?"
                         rf"(?!(?:{'|'.join(NOT_COUNTED)})\b)[a-záéíóúñ]+s\b")
NEGATIVE = re.compile(r"(?:^|[^\d)□ ]) ?-\d|= ?-")
HOLE = re.compile(r"[{}]|\bnull\b|\bnan\b")


def said_by(hint):
    """A hint that asks is a question of its own."""
    return hint["prompt"] if isinstance(hint, dict) else hint


def texts_of(drawn):
    yield "prompt", drawn["prompt"]
    for number, hint in enumerate(drawn["hints"], 1):
        yield f"hint {number}", said_by(hint)
    for choice in drawn["choices"]:
        yield "choice", choice
    for wrong in drawn["wrong"]:
        if wrong["feedback"] or drawn["kind"] != "multiple_answer":  # nothing is said of what was left out
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


def number_answered(drawn):
    """Without its unit."""
    return reading.number(re.match(reading.NUMBER, drawn["answer"])[0])


def faults_of_answer(instance, expected):
    """`expected` is a number, a condition on a choice, or what tiles are ordered by."""
    answer = instance.drawn["answer"]
    if instance.kind == "order":
        ordered = sorted(instance.offers, key=expected)
        if answer != ", ".join(offer.text for offer in ordered):
            yield f"the order is {answer}"
        if len({expected(offer) for offer in ordered}) != len(ordered):
            yield "two tiles have the same value"
    elif instance.kind in ("choice", "multiple_answer"):
        holds = expected if callable(expected) else lambda offer: offer.value == expected
        right = [offer.text for offer in instance.offers if holds(offer)]
        if ", ".join(right) != answer or not right or (instance.kind == "choice" and len(right) != 1):
            yield f"the answer is {answer}, but right are {right}"
    elif instance.kind == "match":
        yield from faults_of_pairs(instance, expected)
    elif instance.kind == "sort":
        yield from faults_of_bins(instance, expected)
    elif instance.kind == "expression":
        if reading.evaluate(reading.plain(answer)) != expected:
            yield f"the answer is {answer}, but it should be {expected}"
    elif expected is None or number_answered(instance.drawn) != Fraction(expected):
        yield f"the answer is {answer}, but it should be {expected}"


def faults_of_pairs(instance, worth):
    """`worth` is the value that a tile must have where it lies, or the words of tiles by the words of their places."""
    for pair in re.split(r"; (?=.*?: )", instance.drawn["answer"]):
        place, _, tile = pair.rpartition(": ")
        fits = belongs_to(instance, place, worth)
        fitting = [offer.text for offer in instance.offers if fits(offer)]
        if fitting != [tile]:
            yield f"to {place} belongs {tile}, but {fitting} fit"


def faults_of_bins(instance, conditions):
    """`conditions` on tiles by the words of their bins."""
    bins = dict(part.split(": ", 1) for part in instance.drawn["answer"].split("; "))
    for words, condition in conditions.items():
        inside = next((tiles for name, tiles in bins.items() if instance.say(*words) in name), "")
        fitting = ", ".join(offer.text for offer in instance.offers if condition(offer))
        if fitting != inside:
            yield f"in {instance.say(*words)} belong {inside}, but {fitting} fit"


def belongs_to(instance, place, worth):
    if isinstance(worth, dict):
        words = next((tile for at, tile in worth.items() if instance.say(*at) in place), None)
        return instance.says(*words) if words else lambda offer: False
    wanted = worth(instance.place(place))
    return lambda offer: wanted is not None and offer.value == wanted


def faults_of_scaffold(hint):
    """A scaffold asks for a sum that it writes down."""
    asked = reading.evaluate(reading.plain(hint["prompt"].split("$")[1]))
    if reading.number(hint["answer"]) != asked:
        yield f"a scaffold's answer is {hint['answer']}, but it should be {asked}"


def faults_of_task(instance):
    drawn = instance.drawn
    if len(set(drawn["choices"])) != len(drawn["choices"]):
        yield "two choices look the same"
    said = [said_by(hint) for hint in drawn["hints"]]
    if len(said) != 3 or len(set(said)) != 3:
        yield "there are not three different hints"
    for hint in drawn["hints"]:
        if isinstance(hint, dict):
            yield from faults_of_scaffold(hint)
    for wrong in drawn["wrong"]:
        if wrong["credit_permille"] >= 1000:
            yield f"the wrong answer {wrong['answer']} is taken as right"
        if wrong["answer"].startswith("-"):
            yield f"a learner cannot mean {wrong['answer']}"
    if instance.kind == "number":
        told = re.findall(reading.NUMBER, reading.plain(said[2]))
        if number_answered(drawn) not in [reading.number(token) for token in told]:
            yield f"the last hint does not give {drawn['answer']}: {said[2]}"


def faults_of_texts(texts):
    for name, text in texts:
        for fault in faults_of_text(text, name == "choice"):
            yield f"{name} {fault}"


def faults_of_steps(instance, rules):
    """`rules` is a list: one for each step."""
    yield from faults_of_texts([("prompt", instance.prompt)])
    if all(step.drawn["worked"] for step in instance.steps):
        yield "no step is left to do"
    if len(rules) != len(instance.steps):
        yield f"there are {len(instance.steps)} steps and {len(rules)} rules"
    for number, (step, rule) in enumerate(zip(instance.steps, rules), 1):
        for fault in faults_of(step, rule):
            yield f"step {number}: {fault}"


def faults_of(instance, rule):
    if instance.steps:
        yield from faults_of_steps(instance, rule)
        return
    yield from faults_of_task(instance)
    yield from faults_of_texts(texts_of(instance.drawn))
    try:
        yield from faults_of_answer(instance, rule(instance) if callable(rule) else rule)
    except (ArithmeticError, IndexError, TypeError, ValueError) as error:
        yield f"its rule cannot read the prompt: {error!r}"
