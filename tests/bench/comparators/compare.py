#!/usr/bin/python3
"""The response model beside what is usual, on logs of simulated learners, every fifth of whom is held out:
`hornbook-model stream` is fitted on the others and then asked answer by answer, as are knowledge tracing, performance
factors analysis, Elo rating, Best-LR and gradient-boosted trees. Prints a table. Needs Debian's own Python, which has
its scikit-learn.

usage: compare.py BIN [--learners N] [--seed S] [--family NAME]
"""
import argparse
import csv
import pathlib
import subprocess
import tempfile

import numpy

import attempts as log
import elo
import regression
import tracing
import trees

FAMILIES = ("bkt", "additive", "memory", "misconception")


def simulated_log(model, folder, family, options):
    path = folder / f"{family}.csv"
    subprocess.run([model, "simulate", "--learners", str(options.learners), "--seed", str(options.seed), "--family", family,
                    "--log", str(path)], check=True)
    return log.read_log(path)


def streamed(model, folder, train, held_out):
    """What `stream` answers: it sees an outcome only after it has given its probability."""
    path = folder / "train.csv"
    with open(path, "w", newline="", encoding="utf-8") as out:
        rows = csv.writer(out)
        rows.writerow(("learner", "item", "skill", "correct", "timestamp"))
        for name, attempts in train.items():
            rows.writerows((name, each.item, "~".join(each.skills), each.correct, each.seconds) for each in attempts)
    program = subprocess.Popen([model, "stream", str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    probabilities = []
    for name, attempts in held_out.items():
        for each in attempts:
            program.stdin.write(f"{name},{each.item},{'~'.join(each.skills)},{each.seconds}\n")
            program.stdin.flush()
            probabilities.append(float(program.stdout.readline()))
            program.stdin.write(f"{each.correct}\n")
    program.stdin.close()
    if program.wait() != 0:
        raise RuntimeError("hornbook-model stream failed")
    return numpy.array(probabilities)


def predictions(model, folder, train, held_out):
    correct = log.outcomes(train)
    tracings = tracing.fit(train)
    yield "knowledge tracing (EM)", tracing.predict(tracings, held_out)
    yield "performance factors", regression.fit_and_predict(regression.factors_of_performance, train, correct, held_out)
    yield "Elo", elo.predict(elo.fit(train), held_out)
    yield "Best-LR", regression.fit_and_predict(regression.best_logistic, train, correct, held_out)
    yield "boosted trees", trees.fit_and_predict(train, held_out, tracings)
    yield "Hornbook", streamed(model, folder, train, held_out)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bin", type=pathlib.Path, help="the folder of hornbook-model")
    parser.add_argument("--learners", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--family", choices=FAMILIES, action="append")
    options = parser.parse_args()
    model = str(options.bin / "hornbook-model")
    for family in options.family or FAMILIES:
        with tempfile.TemporaryDirectory() as folder:
            train, held_out = log.split(simulated_log(model, pathlib.Path(folder), family, options))
            correct = log.outcomes(held_out)
            for name, probability in predictions(model, pathlib.Path(folder), train, held_out):
                print(f"prediction, {family}: {name:24} AUC {log.area_under_curve(correct, probability):.4f}, "
                      f"log-loss {log.log_loss(correct, probability):.4f}, "
                      f"ECE {log.calibration_error(correct, probability):.4f} ({len(correct)} answers)", flush=True)


if __name__ == "__main__":
    main()
