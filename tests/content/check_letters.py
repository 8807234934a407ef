#!/usr/bin/env python3
"""Checks draws of every item of a letters pack against answers found from the sounds of the words.

    check_letters.py HORNBOOK_PACK SOURCE [--seeds N]

Then plants faults: in a draw of every item another answer is called right, and each of these must be found.
"""
import argparse
import collections
import importlib
import json
import pathlib
import re
import subprocess
import sys

sys.dont_write_bytecode = True
from letters import faults_of

LANGUAGES = {"first_letters": "en", "primeras_letras": "es"}
FAULTS_SHOWN_MAX = 40


def draws_of(program, source, language, seeds):
    command = [program, "generate", source, "--json", "--lang", language, "-n", str(seeds)]
    drawn = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    return json.loads(re.sub(r"\[([^\[\]]*)\]\(say: \)", r"\1", drawn))  # pictures that say nothing have names too


def other_answer(drawn):
    """An answer of the same kind that is not right."""
    if drawn["kind"] == "match":
        (first, tile), (second, other), *rest = [pair.split(": ") for pair in drawn["answer"].split("; ")]
        return "; ".join(": ".join(pair) for pair in [(first, other), (second, tile), *rest])
    if drawn["kind"] in ("order", "multiple_answer"):
        return ", ".join(reversed(drawn["answer"].split(", "))) if drawn["kind"] == "order" else drawn["answer"].split(", ")[0]
    return next(wrong["answer"] for wrong in drawn["wrong"])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("source")
    parser.add_argument("--seeds", type=int, default=200)
    options = parser.parse_args()
    name = pathlib.Path(options.source).name
    rules = importlib.import_module("rules_" + name).RULES
    drawn = draws_of(options.program, options.source, LANGUAGES[name], options.seeds)
    found = [f"{each['item']}, seed {each['seed']}: {fault}" for each in drawn for fault in faults_of(each, rules)]

    by_item = collections.defaultdict(list)
    for each in drawn:
        by_item[each["item"]].append(each)
    for item, draws in by_item.items():
        if not list(faults_of(draws[0] | {"answer": other_answer(draws[0])}, rules)):
            found.append(f"{item}: a wrong answer that was planted is not found")
    for skill in rules.by_skill:
        if not any(rules.skill_of(item) == skill for item in by_item):
            found.append(f"{skill}: the rule has no item")
    for fault in found[:FAULTS_SHOWN_MAX]:
        print(fault)
    print(f"{len(by_item)} items, {len(drawn)} draws, {len(found)} faults")
    return 1 if found or not drawn else 0


if __name__ == "__main__":
    sys.exit(main())
