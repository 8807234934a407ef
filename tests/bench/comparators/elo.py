"""Elo rating of learners, skills and items (Pelánek 2016, "Applications of the Elo rating system in adaptive educational
systems"), with his step a / (1 + b n)."""
import math

import numpy

STEP, SHRINK = 1.0, 0.05
SKILL_SHARE = 0.5  # of the surprise that is put down to the skills


class Rating:
    __slots__ = ("value", "answers")

    def __init__(self, value=0.0, answers=0):
        self.value, self.answers = value, answers

    def move(self, surprise):
        self.value += STEP / (1 + SHRINK * self.answers) * surprise
        self.answers += 1


def logistic(value):
    return 1 / (1 + math.exp(-value))


class Learner:
    def __init__(self):
        self.ability = Rating()
        self.skills = {}

    def logit(self, attempt, items):
        mean = sum(self.skills.get(skill, Rating()).value for skill in attempt.skills) / len(attempt.skills)
        return self.ability.value + mean - items.get(attempt.item, Rating()).value

    def take(self, attempt, surprise):
        self.ability.move(surprise)
        for skill in attempt.skills:
            self.skills.setdefault(skill, Rating()).move(SKILL_SHARE * surprise)


def fit(learners):
    """Ratings of the items: learners in the order of the log, each a new one."""
    items = {}
    for attempts in learners.values():
        learner = Learner()
        for attempt in attempts:
            surprise = attempt.correct - logistic(learner.logit(attempt, items))
            learner.take(attempt, surprise)
            items.setdefault(attempt.item, Rating()).move(-surprise)
    return items


def logits(items, attempts):
    """Before each attempt of one learner; items stay as they are."""
    learner = Learner()
    for attempt in attempts:
        logit = learner.logit(attempt, items)
        yield logit
        learner.take(attempt, attempt.correct - logistic(logit))


def predict(items, learners):
    return numpy.array([logistic(logit) for attempts in learners.values() for logit in logits(items, attempts)])
