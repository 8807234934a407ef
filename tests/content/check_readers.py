#!/usr/bin/env python3
"""Checks the science readers: every level of every passage, and every question against every level.

    check_readers.py HORNBOOK_PACK SOURCE [--seeds N]

Then plants faults of each sort, and each of them must be found.
"""
import argparse
import copy
import json
import pathlib
import re
import subprocess
import sys

import yaml

sys.dont_write_bytecode = True
import readability
from rules_science_readers import ANSWERS, MATCHES, ORDERS

LANGUAGES = ("en", "es")
PASSAGES_MIN, QUESTIONS_MIN = 12, 6
WORDS = {1: (60, 90), 2: (110, 150), 3: (170, 220), 4: (250, 320)}
GLOSSARY_WORDS = range(4, 7)
WORDS_OF_A_MEANING_MAX = 16


def paragraphs_of(level, language):
    """Without tables, which sum up what was said."""
    return [part[language] for part in level["text"] if language in part and not part[language].startswith("|")]


def faults_of_levels(passage):
    for language in LANGUAGES:
        before = None
        for level in passage["levels"]:
            place = f"level {level['level']}, {language}"
            text = " ".join(paragraphs_of(level, language))
            fewest, most = WORDS[level["level"]]
            if not fewest <= len(readability.words_of(text)) <= most:
                yield f"{place}: {len(readability.words_of(text))} words"
            hard = readability.difficulty(text, language)
            if before is not None and hard <= before:
                yield f"{place}: no harder than the level below ({hard:.1f}, {before:.1f})"
            before = hard
            figures = [part["figure"] for part in level["text"] if "figure" in part]
            if not figures or not all(figure["description"][language] for figure in figures):
                yield f"{place}: a picture or its description is missing"
    if [level["level"] for level in passage["levels"]] != list(WORDS):
        yield "a level is missing"
    if len({len(paragraphs_of(level, "en")) for level in passage["levels"]}) != 1:
        yield "levels have different numbers of paragraphs"


def faults_of_glossary(passage):
    for language in LANGUAGES:
        entries = passage["glossary"][language]
        if len(entries) not in GLOSSARY_WORDS:
            yield f"glossary, {language}: {len(entries)} words"
        whole = " ".join(" ".join(paragraphs_of(level, language)) for level in passage["levels"])
        for entry in entries:
            forms = [entry["word"], *entry.get("forms", [])]
            if not any(re.search(rf"\b{re.escape(form)}\b", whole, re.IGNORECASE) for form in forms):
                yield f"glossary, {language}: \"{entry['word']}\" is not in the text"
            if len(entry["meaning"].split()) > WORDS_OF_A_MEANING_MAX:
                yield f"glossary, {language}: the meaning of \"{entry['word']}\" is too long"


def places_of(item, level, language):
    paragraphs = paragraphs_of(level, language)
    return [paragraphs[item["paragraph"] - 1]] if "paragraph" in item else paragraphs


def faults_of_choice(item, passage):
    right_en, fact_en, right_es, fact_es = ANSWERS[item["id"]]
    for language, right, fact in (("en", right_en, fact_en), ("es", right_es, fact_es)):
        fitting = [choice for choice in item["choice"]["choices"] if re.search(right, choice["text"][language], re.IGNORECASE)]
        if not any(choice.get("correct") for choice in fitting) or len(fitting) != 1:
            yield f"{language}: \"{right}\" is said by {[choice['text'][language] for choice in fitting]}"
        for level in passage["levels"]:
            if not any(re.search(fact, place, re.IGNORECASE) for place in places_of(item, level, language)):
                yield f"{language}, level {level['level']}: nobody can know it, \"{fact}\" is missing"
            if item["id"].endswith("-evidence"):
                for choice in item["choice"]["choices"]:
                    if choice["text"][language].rstrip(".").lower() not in " ".join(paragraphs_of(level, language)).lower():
                        yield f"{language}, level {level['level']}: \"{choice['text'][language]}\" is not in the text"
    for choice in item["choice"]["choices"]:
        if not choice.get("correct") and "feedback" not in choice:
            yield f"nothing is said of \"{choice['text']['en']}\""


def faults_of_order(item):
    tiles = sorted(item["order"]["tiles"], key=lambda tile: tile["value"])
    for language, steps in zip(LANGUAGES, ORDERS[item["id"]]):
        texts = [tile["text"][language] for tile in tiles]
        if len(texts) != len(steps) or not all(step in text for step, text in zip(steps, texts)):
            yield f"{language}: the order is {texts}"


def faults_of_match(item):
    for language, pairs in zip(LANGUAGES, MATCHES[item["id"]]):
        found = {pair["to"]["text"][language]: pair["tile"]["text"][language] for pair in item["match"]["pairs"]}
        if found != pairs:
            yield f"{language}: the pairs are {found}"


def faults_of_item(item, passage):
    if "choice" in item:
        yield from faults_of_choice(item, passage)
    elif "order" in item:
        yield from faults_of_order(item)
    elif "match" in item:
        yield from faults_of_match(item)
    if "open_response" not in item and len(item.get("hints", [])) != 3:
        yield "there are not three hints"


def all_faults(passages, items):
    """Passages by id, items in their order."""
    for name, passage in passages.items():
        yield from (f"{name}: {fault}" for fault in (*faults_of_levels(passage), *faults_of_glossary(passage)))
        own = [item for item in items if item["passage"] == name]
        if len(own) < QUESTIONS_MIN or not any("order" in item or "match" in item for item in own):
            yield f"{name}: too few questions, or none to put in order"
    for item in items:
        yield from (f"{item['id']}: {fault}" for fault in faults_of_item(item, passages[item["passage"]]))
    asked = {item["id"] for item in items if "open_response" not in item}
    for name in asked ^ (ANSWERS.keys() | ORDERS.keys() | MATCHES.keys()):
        yield f"{name}: it has no key, or its key has no item"


def planted(passages, items):
    """Copies of the pack with one fault each, such as a hand would make."""
    def change(name, act):
        changed = copy.deepcopy((passages, items))
        act(*changed)
        return name, changed

    def item(items, name):
        return next(each for each in items if each["id"] == name)

    def drop_sentence(passages, _):
        text = passages["moon"]["levels"][2]["text"]
        part = next(part for part in text if "shines because" in part.get("en", ""))
        part["en"] = part["en"].replace("The moon shines because the sun lights it.", "It is bright.")

    def swap_right(_, items):
        choices = item(items, "soil-cause")["choice"]["choices"]
        choices[0].pop("correct")
        choices[1]["correct"] = True

    def swap_levels(passages, _):
        levels = passages["wind"]["levels"]
        levels[2]["text"], levels[3]["text"] = levels[3]["text"], levels[2]["text"]

    def swap_tiles(_, items):
        tiles = item(items, "bees-order")["order"]["tiles"]
        tiles[0]["value"], tiles[1]["value"] = tiles[1]["value"], tiles[0]["value"]

    def swap_pairs(_, items):
        pairs = item(items, "bones-match")["match"]["pairs"]
        pairs[0]["tile"], pairs[1]["tile"] = pairs[1]["tile"], pairs[0]["tile"]

    def strange_word(passages, _):
        passages["seeds"]["glossary"]["es"][0] = {"word": "astrolabio", "meaning": "un instrumento"}

    def other_quotation(_, items):
        item(items, "sound-evidence")["choice"]["choices"][1]["text"]["en"] = "Nobody said this"

    def other_paragraph(_, items):
        item(items, "magnets-literal")["paragraph"] = 4

    for act in (drop_sentence, swap_right, swap_levels, swap_tiles, swap_pairs, strange_word, other_quotation, other_paragraph):
        yield change(act.__name__, act)


def faults_of_draws(program, source, seeds):
    """What the program makes of each item is what its source says, in either language and whatever the order of the choices."""
    for language in LANGUAGES:
        command = [program, "generate", source, "--json", "--lang", language, "-n", str(seeds)]
        drawn = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
        for each in drawn:
            at = LANGUAGES.index(language)
            if each["kind"] == "choice" and not re.search(ANSWERS[each["item"]][2 * at], each["answer"], re.IGNORECASE):
                yield f"{each['item']}, {language}, seed {each['seed']}: the answer is {each['answer']}"
            if any(wrong["credit_permille"] >= 1000 for wrong in each["wrong"]):
                yield f"{each['item']}, {language}, seed {each['seed']}: a wrong answer is taken as right"
        print(f"{language}: {len(drawn)} draws")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("source", type=pathlib.Path)
    parser.add_argument("--seeds", type=int, default=200)
    options = parser.parse_args()
    load = lambda path: yaml.safe_load(path.read_text())
    passages = {passage["id"]: passage for passage in map(load, sorted(options.source.glob("passages/*.yaml")))}
    items = [load(path) for path in sorted(options.source.glob("items/*.yaml"))]
    found = list(all_faults(passages, items))
    if len(passages) < PASSAGES_MIN:
        found.append(f"there are only {len(passages)} passages")
    for name, (changed_passages, changed_items) in planted(passages, items):
        if not list(all_faults(changed_passages, changed_items)):
            found.append(f"the planted fault {name} is not found")
    found += faults_of_draws(options.program, options.source, options.seeds)
    print("\n".join(found[:60]))
    print(f"{len(passages)} passages, {len(items)} questions, {len(found)} faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
