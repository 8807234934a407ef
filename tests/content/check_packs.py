#!/usr/bin/env python3
"""Checks draws of every item of a first-party pack, in every language, against answers found without its template.

    check_packs.py HORNBOOK_PACK SOURCE [--seeds N]

For each item there is a rule in rules_PACK.py that finds the answer from the numbers and words that the learner sees.
Prints an item's first faults with language and seed; exit code 1 when there is one.
"""
import argparse
import collections
import concurrent.futures
import importlib
import json
import pathlib
import re
import subprocess
import sys

sys.dont_write_bytecode = True
import faults
from instance import Instance

DIFFERENT_DRAWS_MIN = 3  # of an item's 200
FAULTS_SHOWN_OF_AN_ITEM = 5


def languages_of(source):
    listed = re.search(r"^languages: \[(.*)\]$", (source / "pack.yaml").read_text(), re.MULTILINE)[1]
    return listed.split(", ")


def draws_of(program, source, language, seeds):
    command = [program, "generate", source, "--json", "--lang", language, "-n", str(seeds)]
    drawn = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    return [Instance(each, language) for each in drawn]


def draws_by_language(program, source, seeds):
    """A program for each language at the same time."""
    with concurrent.futures.ThreadPoolExecutor() as pool:
        return list(pool.map(lambda language: draws_of(program, source, language, seeds), languages_of(source)))


def faults_between(one, other):
    """The same draw in two languages asks the same."""
    if set(one.n) != set(other.n):
        yield f"{one.language} and {other.language} name different numbers: {one.n}, {other.n}"
    for step, its_other in zip(one.steps, other.steps):
        yield from faults_between(step, its_other)
    if one.steps:
        return
    if one.kind == "number" and faults.number_answered(one.drawn) != faults.number_answered(other.drawn):
        yield f"{one.language} and {other.language} have different answers"
    if one.kind in ("number_line", "expression") and one.drawn["answer"] != other.drawn["answer"]:
        yield f"{one.language} and {other.language} have different answers"
    if one.drawn["hints"] == other.drawn["hints"]:
        yield f"no hint is translated to {other.language}"


def all_faults(program, source, rules, seeds, different_draws_min):
    different = collections.defaultdict(set)
    by_language = draws_by_language(program, source, seeds)
    for drawn in zip(*by_language):
        item = drawn[0].drawn["item"]
        different[item].add((drawn[0].prompt, drawn[0].drawn["figure"], str(drawn[0].drawn.get("answer", ""))))
        place = f"{item}, seed {drawn[0].drawn['seed']}"
        for instance in drawn:
            if item in rules:
                for fault in faults.faults_of(instance, rules[item]):
                    yield f"{place}, {instance.language}: {fault}"
        for other in drawn[1:]:
            for fault in faults_between(drawn[0], other):
                yield f"{place}: {fault}"
    for item in different.keys() ^ rules.keys():
        yield f"{item}: it has no rule, or its rule has no item"
    for item, seen in different.items():
        if len(seen) < different_draws_min:
            yield f"{item}: {seeds} seeds give no more than {len(seen)} different draws"
    print(f"{len(different)} items, {sum(len(draws) for draws in by_language)} draws")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("source")
    parser.add_argument("--seeds", type=int, default=200)
    options = parser.parse_args()
    rules = importlib.import_module("rules_" + pathlib.Path(options.source).name)
    different_draws_min = getattr(rules, "DIFFERENT_DRAWS_MIN", DIFFERENT_DRAWS_MIN)
    source = pathlib.Path(options.source)
    found = list(all_faults(options.program, source, rules.RULES, options.seeds, different_draws_min))
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
