"""Loss functions: y is what the net answers, t the target."""

import numpy as np


def mean_squared_error(y, t):
    return 0.5 * np.sum((y - t) ** 2)


def cross_entropy_error(y, t):
    y, t = np.atleast_2d(y), np.atleast_2d(t)
    n = len(y)
    delta = 1e-7  # log(0) would be -inf
    return -np.sum(t * np.log(y + delta)) / n


def cross_entropy_error_of_labels(y, t):
    y, t = np.atleast_2d(y), np.atleast_1d(t)
    n = len(y)
    delta = 1e-7
    return -np.sum(np.log(y[np.arange(n), t] + delta)) / n


def softmax_cross_entropy_gradient(y, labels):
    right = y[np.arange(len(y)), labels]
    factor = right / (right + 1e-7)  # nearly 1: it comes of delta
    t = np.eye(y.shape[1])[labels]
    return factor[:, np.newaxis] * (y - t) / len(y)
