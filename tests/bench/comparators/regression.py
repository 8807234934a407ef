"""Two logistic regressions on counts. Performance factors analysis (Pavlik, Cen & Koedinger 2009): for each skill its
ease, its successes and its failures. Best-LR (Gervet, Koedinger, Schneider & Mitchell 2020, "When is deep learning the
best approach to knowledge tracing?"): items, skills, and the logarithms of right answers and of attempts, in all, at the
item and at each skill."""
import collections
import math

import numpy
import scipy.sparse
import sklearn.linear_model


def factors_of_performance(learners):
    for attempts in learners.values():
        right, wrong = collections.Counter(), collections.Counter()
        for attempt in attempts:
            row = {}
            for skill in attempt.skills:
                row["skill", skill] = 1.0
                row["right", skill] = float(right[skill])
                row["wrong", skill] = float(wrong[skill])
                (right if attempt.correct else wrong)[skill] += 1
            yield row


def counted(row, name, tries, right):
    row[name + ("tries",)] = math.log1p(tries)
    row[name + ("right",)] = math.log1p(right)


def best_logistic(learners):
    for attempts in learners.values():
        tries, right = collections.Counter(), collections.Counter()
        for attempt in attempts:
            row = {("item", attempt.item): 1.0}
            for skill in attempt.skills:
                row["skill", skill] = 1.0
                counted(row, ("skill", skill), tries["skill", skill], right["skill", skill])
            counted(row, ("item",), tries["item", attempt.item], right["item", attempt.item])
            counted(row, ("all",), tries["all"], right["all"])
            yield row
            for place in [("skill", skill) for skill in attempt.skills] + [("item", attempt.item), "all"]:
                tries[place] += 1
                right[place] += attempt.correct


def matrix(rows, columns, grow):
    values, places, starts = [], [], [0]
    for row in rows:
        for name, value in row.items():
            if grow:
                columns.setdefault(name, len(columns))
            if name in columns and value != 0:
                places.append(columns[name])
                values.append(value)
        starts.append(len(values))
    return scipy.sparse.csr_matrix((values, places, starts), shape=(len(starts) - 1, len(columns)))


def fit_and_predict(features, train, correct, held_out):
    columns = {}
    seen = matrix(features(train), columns, grow=True)
    model = sklearn.linear_model.LogisticRegression(C=1.0, max_iter=3000).fit(seen, correct)
    return model.predict_proba(matrix(features(held_out), columns, grow=False))[:, 1].astype(numpy.float64)
