#!/usr/bin/env python3
"""Checks draws of every item of a first-party pack, in every language, against answers found without its template.

    check_packs.py HORNBOOK_PACK SOURCE [--seeds N]

For each item there is a rule in rules_PACK.py that finds the answer from the numbers and words that the learner sees.
Prints an item's first faults with language and seed; exit code 1 when there is one.
"""
import argparse
import collections
import importlib
import json
import pathlib
import subprocess
import sys

sys.dont_write_bytecode = True
import faults
from instance import Instance

LANGUAGES = ("en", "es")
DIFFERENT_DRAWS_MIN = 3  # of an item's 200
FAULTS_SHOWN_OF_AN_ITEM = 5


def draws_of(program, source, language, seeds):
    command = [program, "generate", source, "--json", "--lang", language, "-n", str(seeds)]
    drawn = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    return [Instance(each, language) for each in drawn]


def faults_between(english, spanish):
    """The same draw in two languages asks the same."""
    if set(english.n) != set(spanish.n):
        yield f"the languages name different numbers: {english.n}, {spanish.n}"
    if english.kind in ("number", "number_line") and english.drawn["answer"] != spanish.drawn["answer"]:
        yield "the languages have different answers"
    if english.drawn["hints"] == spanish.drawn["hints"]:
        yield "no hint is translated"


def all_faults(program, source, rules, seeds):
    different = collections.defaultdict(set)
    by_language = [draws_of(program, source, language, seeds) for language in LANGUAGES]
    for drawn in zip(*by_language):
        item = drawn[0].drawn["item"]
        different[item].add((drawn[0].prompt, drawn[0].drawn["figure"], drawn[0].drawn["answer"]))
        place = f"{item}, seed {drawn[0].drawn['seed']}"
        for instance in drawn:
            if item in rules:
                for fault in faults.faults_of(instance, rules[item]):
                    yield f"{place}, {instance.language}: {fault}"
        for fault in faults_between(*drawn):
            yield f"{place}: {fault}"
    for item in different.keys() ^ rules.keys():
        yield f"{item}: it has no rule, or its rule has no item"
    for item, seen in different.items():
        if len(seen) < DIFFERENT_DRAWS_MIN:
            yield f"{item}: {seeds} seeds give no more than {len(seen)} different draws"
    print(f"{len(different)} items, {sum(len(draws) for draws in by_language)} draws")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("source")
    parser.add_argument("--seeds", type=int, default=200)
    options = parser.parse_args()
    rules = importlib.import_module("rules_" + pathlib.Path(options.source).name).RULES
    found = list(all_faults(options.program, options.source, rules, options.seeds))
    shown = collections.Counter()
    for fault in found:
        item = fault.split(",")[0]
        shown[item] += 1
        if shown[item] <= FAULTS_SHOWN_OF_AN_ITEM:
            print(fault)
    print(f"{len(found)} faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
