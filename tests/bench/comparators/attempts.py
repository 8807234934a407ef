"""A log of attempts by learner, and how well probabilities fit its outcomes."""
import collections
import csv

import numpy

Attempt = collections.namedtuple("Attempt", "item skills correct seconds")
HELD_OUT_EVERY = 5


def read_log(path):
    """learner -> attempts, in the order of the file, which is that of time."""
    learners = {}
    with open(path, newline="", encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            attempt = Attempt(row["item"], tuple(row["skill"].split("~")), int(row["correct"]), int(row["timestamp"]))
            learners.setdefault(row["learner"], []).append(attempt)
    return learners


def split(learners):
    """Every fifth learner is held out: the others, and those."""
    names = list(learners)
    held_out = set(names[::HELD_OUT_EVERY])
    return ({name: learners[name] for name in names if name not in held_out},
            {name: learners[name] for name in names if name in held_out})


def outcomes(learners):
    return numpy.array([attempt.correct for attempts in learners.values() for attempt in attempts])


def area_under_curve(correct, probability):
    """The chance that a right answer was thought likelier than a wrong one (Mann & Whitney 1947), ties counting half."""
    _, place, count = numpy.unique(probability, return_inverse=True, return_counts=True)
    ranks = (numpy.cumsum(count) - (count - 1) / 2)[place]
    right = int(correct.sum())
    wrong = len(correct) - right
    return (ranks[correct == 1].sum() - right * (right + 1) / 2) / (right * wrong)


def log_loss(correct, probability):
    """Nats an answer."""
    certain = numpy.clip(probability, 1e-6, 1 - 1e-6)
    return -numpy.mean(numpy.where(correct == 1, numpy.log(certain), numpy.log(1 - certain)))


def calibration_error(correct, probability, bins=15):
    """Expected calibration error: bins of equal width (Naeini, Cooper & Hauskrecht 2015)."""
    place = numpy.minimum((probability * bins).astype(int), bins - 1)
    gaps = numpy.bincount(place, weights=correct - probability, minlength=bins)
    return numpy.abs(gaps).sum() / len(correct)
