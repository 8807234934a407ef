"""Bayesian knowledge tracing (Corbett & Anderson 1995), each skill's four parameters fitted by expectation maximisation
(Baum & Welch). An attempt at several skills counts for each of them; its probability is their mean."""
import numpy

ROUNDS = 25
START = (0.3, 0.15, 0.2, 0.1)  # known at first, learned at each opportunity, guess, slip
CERTAIN = 1 - 1e-9  # as sure as a long run of right answers makes, so that nothing is divided by 0
BOUNDS = ((0.01, 0.99), (0.001, 0.6), (0.01, 0.5), (0.01, 0.5))


def sequences_of(learners):
    """skill -> the learners' outcomes in it, in order."""
    sequences = {}
    for attempts in learners.values():
        own = {}
        for attempt in attempts:
            for skill in attempt.skills:
                own.setdefault(skill, []).append(attempt.correct)
        for skill, outcomes in own.items():
            sequences.setdefault(skill, []).append(outcomes)
    return sequences


def padded(sequences):
    length = max(map(len, sequences))
    table = numpy.full((len(sequences), length), -1)
    for row, outcomes in enumerate(sequences):
        table[row, : len(outcomes)] = outcomes
    return table


def likelihoods(table, guess, slip):
    """Of each outcome when the skill is known, and when it is not; 1 where the sequence has ended."""
    known = numpy.where(table == 1, 1 - slip, numpy.where(table == 0, slip, 1.0))
    unknown = numpy.where(table == 1, guess, numpy.where(table == 0, 1 - guess, 1.0))
    return known, unknown


def smoothed(table, parameters):
    """P(known) at each place given the whole sequence, and the expected counts of learning and of not yet knowing."""
    start, learn, guess, slip = parameters
    known_like, unknown_like = likelihoods(table, guess, slip)
    count, length = table.shape
    forward = numpy.zeros((length, count))
    before = numpy.full(count, start)
    for at in range(length):
        joint = before * known_like[:, at]
        forward[at] = joint / (joint + (1 - before) * unknown_like[:, at])
        before = numpy.minimum(CERTAIN, forward[at] + (1 - forward[at]) * learn)
    posterior = forward.copy()
    learned = unlearned = 0.0
    for at in range(length - 2, -1, -1):
        goes_on = table[:, at + 1] >= 0
        predicted = numpy.minimum(CERTAIN, forward[at] + (1 - forward[at]) * learn)
        ratio_known = posterior[at + 1] / predicted
        ratio_unknown = (1 - posterior[at + 1]) / (1 - predicted)
        stays_unknown = (1 - forward[at]) * (1 - learn) * ratio_unknown
        learns = (1 - forward[at]) * learn * ratio_known
        posterior[at] = numpy.where(goes_on, forward[at] * ratio_known, forward[at])
        learned += learns[goes_on].sum()
        unlearned += (learns + stays_unknown)[goes_on].sum()
    return posterior.T, learned, unlearned


def fit_skill(sequences):
    table = padded(sequences)
    parameters = START
    for _ in range(ROUNDS):
        known, learned, unlearned = smoothed(table, parameters)
        right, seen = table == 1, table >= 0
        estimates = (known[:, 0].mean(), learned / max(unlearned, 1e-9),
                     (1 - known)[right].sum() / max((1 - known)[seen].sum(), 1e-9),
                     known[seen & ~right].sum() / max(known[seen].sum(), 1e-9))
        parameters = tuple(float(numpy.clip(value, *bounds)) for value, bounds in zip(estimates, BOUNDS))
    return parameters


def fit(learners):
    return {skill: fit_skill(sequences) for skill, sequences in sequences_of(learners).items()}


def after(known, correct, parameters):
    """P(known) after the outcome."""
    _, learn, guess, slip = parameters
    like_known, like_unknown = (1 - slip, guess) if correct else (slip, 1 - guess)
    posterior = known * like_known / (known * like_known + (1 - known) * like_unknown)
    return posterior + (1 - posterior) * learn


def predict(model, learners):
    probabilities = []
    for attempts in learners.values():
        known = {}
        for attempt in attempts:
            chances = []
            for skill in attempt.skills:
                start, _, guess, slip = parameters = model.get(skill, START)
                before = known.get(skill, start)
                chances.append(before * (1 - slip) + (1 - before) * guess)
                known[skill] = after(before, attempt.correct, parameters)
            probabilities.append(sum(chances) / len(chances))
    return numpy.array(probabilities)
