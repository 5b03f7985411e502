"""A data set in two parts: one to learn from, and one to be tested with."""

import numpy as np


def split(x, labels, test_fraction, rng):
    tests = int(np.clip(np.floor(test_fraction * len(x) + 0.5), 1, len(x) - 1))
    order = rng.permutation(len(x))
    test, train = order[:tests], order[tests:]
    return (x[train], labels[train]), (x[test], labels[test])


def class_counts(labels, classes=10):
    return np.bincount(labels, minlength=classes)
