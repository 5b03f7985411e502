"""Activation functions."""

import numpy as np


def sigmoid(a):
    return 1 / (1 + np.exp(-a))


def softmax(a):
    e = np.exp(a - a.max(axis=-1, keepdims=True))  # of each row
    return e / e.sum(axis=-1, keepdims=True)
