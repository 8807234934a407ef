"""The JSON Schemas that editors use say the same as the packs: what lint takes they take, and they find planted faults."""

import copy
import json
import pathlib
import sys

import jsonschema
import yaml

ROOT = pathlib.Path(__file__).parents[2] / "content_packs"


def validator(name):
    schema = json.loads((ROOT / "schema" / name).read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def first_error(checker, document):
    error = next(iter(checker.iter_errors(document)), None)
    return error and f"{list(error.absolute_path)}: {error.message[:200]}"


def sources():
    """Every file of the library that has a schema, with the schema's name."""
    for pack in sorted((ROOT / "library").iterdir()):
        yield from ((path, "item.schema.json") for path in sorted(pack.glob("items/*.yaml")))
        yield from ((path, "passage.schema.json") for path in sorted(pack.glob("passages/*.yaml")))
        yield from ((path, f"{path.stem}.schema.json") for path in sorted(pack.glob("*.yaml")))


def faulty_items(item):
    """Copies of an item of several steps, each with one fault that a hand would make."""
    changes = {
        "an unknown field": lambda i: i.update(colour="red"),
        "a step with two tasks": lambda i: i["steps"][0].update(choice={"choices": [{"text": "1"}, {"text": "2"}]}),
        "a step without a task": lambda i: i["steps"][0].pop("number"),
        "an unknown field of a step": lambda i: i["steps"][0].update(hint="x"),
        "an unknown field of a number": lambda i: i["steps"][0]["number"].update(anser="1"),
        "a task beside steps": lambda i: i.update(number={"answer": 1}),
        "hints of a hint that asks nothing": lambda i: i["steps"][0]["hints"][2].update(hints=["1"]),
    }
    for name, change in changes.items():
        changed = copy.deepcopy(item)
        change(changed)
        yield name, changed


def faulty_passages(passage):
    """Copies of a passage, each with one fault that a hand would make."""
    changes = {
        "an unknown field": lambda p: p.update(colour="red"),
        "a fifth level": lambda p: p["levels"][0].update(level=5),
        "a level without a text": lambda p: p["levels"][0].pop("text"),
        "a heading beside a figure": lambda p: p["levels"][0]["text"].append({"heading": {"en": "h"}, "figure": {}}),
        "a word without its meaning": lambda p: p["glossary"]["en"][0].pop("meaning"),
    }
    for name, change in changes.items():
        changed = copy.deepcopy(passage)
        change(changed)
        yield name, changed


def faulty_experiments(document):
    """Copies of experiments, each with one fault that a hand would make."""
    changes = {
        "a third arm": lambda e: e["arms"].append(copy.deepcopy(e["arms"][0])),
        "an arm without items": lambda e: e["arms"][1].update(items=[]),
        "a share of all": lambda e: e.update(second_permille=1000),
        "a question in no language": lambda e: e.update(question="Which?"),
    }
    for name, change in changes.items():
        changed = copy.deepcopy(document)
        change(changed["experiments"][0])
        yield name, changed


def recipe_of_experiments():
    """The experiments.yaml that EXPERIMENTS.md has its readers save."""
    page = (ROOT / "EXPERIMENTS.md").read_text()
    return yaml.safe_load(page.split("Save this as `experiments.yaml`:")[1].split("```")[1].removeprefix("yaml"))


def main():
    checkers = {}
    faults = 0
    files = list(sources())
    for path, name in files:
        checker = checkers.setdefault(name, validator(name))
        if error := first_error(checker, yaml.safe_load(path.read_text())):
            faults += 1
            print(f"{path}: {error}")
    steps = yaml.safe_load((ROOT / "library/try_me/items/12-steps.yaml").read_text())
    for name, item in faulty_items(steps):
        if first_error(checkers["item.schema.json"], item) is None:
            faults += 1
            print(f"not found: {name}")
    rain = yaml.safe_load((ROOT / "library/try_me/passages/01-rain.yaml").read_text())
    for name, passage in faulty_passages(rain):
        if first_error(checkers["passage.schema.json"], passage) is None:
            faults += 1
            print(f"not found: {name}")
    checkers["experiments.schema.json"] = validator("experiments.schema.json")
    recipe = recipe_of_experiments()
    if error := first_error(checkers["experiments.schema.json"], recipe):
        faults += 1
        print(f"EXPERIMENTS.md: {error}")
    for name, document in faulty_experiments(recipe):
        if first_error(checkers["experiments.schema.json"], document) is None:
            faults += 1
            print(f"not found: {name}")
    print(f"{len(files)} files, {faults} faults")
    return 1 if faults or not files else 0


sys.exit(main())
