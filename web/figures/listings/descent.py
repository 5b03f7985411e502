"""The gradient method."""

import numpy as np
from gradient import numerical_gradient


def gradient_descent(f, start, optimizer, steps=100):
    x = np.array(start, dtype=float)  # a copy: the caller's start stays
    path = [x.copy()]
    for _ in range(steps):
        gradient = numerical_gradient(f, x)
        optimizer.update(x, gradient)
        path.append(x.copy())
    return np.array(path)
