"""Gradient-boosted trees (Friedman 2001; scikit-learn's histogram kind) over 34 features of one learner's past: 250
trees. Rates of items and skills are those of other learners: in training, of the other four parts of the log."""
import collections
import math

import numpy
import sklearn.ensemble

import elo
import tracing

TREES = 250
PARTS = 5
ITEM_WEIGHT, SKILL_WEIGHT = 5, 20  # answers that the prior of a rate counts for


def logit(probability):
    return math.log(probability / (1 - probability))


class Rates:
    """Right answers and answers by item and skill."""

    def __init__(self, learners):
        self.items, self.skills = collections.Counter(), collections.Counter()
        self.right_items, self.right_skills = collections.Counter(), collections.Counter()
        self.right = self.answers = 0
        for attempts in learners:
            for attempt in attempts:
                self.right += attempt.correct
                self.answers += 1
                self.items[attempt.item] += 1
                self.right_items[attempt.item] += attempt.correct
                self.skills.update(attempt.skills)
                if attempt.correct:
                    self.right_skills.update(attempt.skills)
        self.base = self.right / max(1, self.answers)

    def skill(self, skill):
        return (self.right_skills[skill] + SKILL_WEIGHT * self.base) / (self.skills[skill] + SKILL_WEIGHT)

    def item(self, item, prior):
        return (self.right_items[item] + ITEM_WEIGHT * prior) / (self.items[item] + ITEM_WEIGHT)


class SkillPast:
    def __init__(self, known):
        self.tries = self.right = 0
        self.lately = [0.5, 0.5]
        self.surprise = 0.0
        self.known = known
        self.seconds = None
        self.last = [0.5, 0.5, 0.5]

    def take(self, correct, surprise, seconds, parameters):
        self.tries += 1
        self.right += correct
        for at, step in enumerate((0.15, 0.4)):
            self.lately[at] += step * (correct - self.lately[at])
        self.surprise += 0.25 * (surprise - self.surprise)
        self.known = tracing.after(self.known, correct, parameters)
        self.seconds = seconds
        self.last = [correct] + self.last[:2]


class Past:
    """What a learner has shown so far."""

    def __init__(self, rates, tracings):
        self.rates, self.tracings = rates, tracings
        self.tries = self.right = 0
        self.lately = [0.5, 0.5, 0.5]
        self.surprises = [0.0, 0.0]
        self.ability = 0.0
        self.last = [0.5, 0.5, 0.5]
        self.seconds = None
        self.skills, self.items = {}, {}

    def skill(self, skill):
        start = self.tracings.get(skill, tracing.START)[0]
        return self.skills.setdefault(skill, SkillPast(start))

    def lag(self, then, now):
        return math.log1p(max(0, now - then)) if then is not None else -1.0

    def about_item(self, attempt):
        rates = self.rates
        of_skills = [rates.skill(skill) for skill in attempt.skills]
        mean = sum(of_skills) / len(of_skills)
        self.item_logit = logit(rates.item(attempt.item, mean))
        return [self.item_logit, math.log1p(rates.items[attempt.item]), logit(mean), min(of_skills),
                math.log1p(min(rates.skills[skill] for skill in attempt.skills)), len(attempt.skills)], mean

    def about_skills(self, attempt, rate):
        pasts = [self.skill(skill) for skill in attempt.skills]

        def mean(value):
            return sum(map(value, pasts)) / len(pasts)

        return [math.log1p(mean(lambda p: p.tries)), math.log1p(mean(lambda p: p.right)),
                math.log1p(mean(lambda p: p.tries - p.right)), mean(lambda p: (p.right + 2 * rate) / (p.tries + 2)),
                mean(lambda p: p.lately[0]), mean(lambda p: p.lately[1]), mean(lambda p: p.surprise),
                mean(lambda p: p.known), min(p.known for p in pasts)] + [
                    mean(lambda p, at=at: p.last[at]) for at in range(3)] + [
                        mean(lambda p: self.lag(p.seconds, attempt.seconds))]

    def features(self, attempt, elo_logit):
        item, rate = self.about_item(attempt)
        tries, last = self.items.get(attempt.item, (0, 0.5))
        learner = [math.log1p(self.tries), (self.right + 2 * self.rates.base) / (self.tries + 2), *self.lately,
                   *self.surprises, self.ability]
        return item + learner + self.about_skills(attempt, rate) + [
            *self.last, self.lag(self.seconds, attempt.seconds), elo_logit, tries, last]

    def take(self, attempt):
        correct = attempt.correct
        surprise = correct - elo.logistic(self.ability + self.item_logit)
        for at, step in enumerate((0.05, 0.15, 0.4)):
            self.lately[at] += step * (correct - self.lately[at])
        for at, step in enumerate((0.05, 0.2)):
            self.surprises[at] += step * (surprise - self.surprises[at])
        self.ability += 0.4 * surprise / (1 + 0.05 * self.tries)
        for skill in attempt.skills:
            self.skill(skill).take(correct, surprise, attempt.seconds, self.tracings.get(skill, tracing.START))
        self.tries += 1
        self.right += correct
        self.items[attempt.item] = (self.items.get(attempt.item, (0, 0))[0] + 1, correct)
        self.last = [correct] + self.last[:2]
        self.seconds = attempt.seconds


def rows_of(learners, rates, tracings, ratings):
    for attempts in learners:
        past = Past(rates, tracings)
        for attempt, elo_logit in zip(attempts, elo.logits(ratings, attempts)):
            yield past.features(attempt, elo_logit)
            past.take(attempt)


def training_rows(train, tracings):
    """Each part's rates and ratings are those of the others; with the outcomes."""
    rows, correct = [], []
    learners = list(train.items())
    for part in range(PARTS):
        others = dict(learner for at, learner in enumerate(learners) if at % PARTS != part)
        own = [attempts for _, attempts in learners[part::PARTS]]
        rows += rows_of(own, Rates(others.values()), tracings, elo.fit(others))
        correct += [attempt.correct for attempts in own for attempt in attempts]
    return rows, correct


def fit_and_predict(train, held_out, tracings):
    rows, correct = training_rows(train, tracings)
    trees = sklearn.ensemble.HistGradientBoostingClassifier(
        max_iter=TREES, learning_rate=0.06, max_leaf_nodes=31, l2_regularization=1.0, early_stopping=False)
    trees.fit(numpy.array(rows, dtype=numpy.float32), correct)
    unseen = list(rows_of(held_out.values(), Rates(train.values()), tracings, elo.fit(train)))
    return trees.predict_proba(numpy.array(unseen, dtype=numpy.float32))[:, 1]
