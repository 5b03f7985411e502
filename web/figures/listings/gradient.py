"""The numerical gradient, at a point and over a grid."""

import numpy as np


def numerical_gradient(f, x, h=1e-4):
    x = np.array(x, dtype=float)  # a copy: the caller's x stays as it is
    gradient = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        kept = x[i]
        x[i] = kept + h
        above = f(x)
        x[i] = kept - h
        below = f(x)
        gradient[i] = (above - below) / (2 * h)
        x[i] = kept
    return gradient


def gradient_field(f, x0, x1, points):
    X, Y = np.meshgrid(np.linspace(*x0, points), np.linspace(*x1, points))
    # One gradient for each point of the grid.
    gradients = [numerical_gradient(f, point) for point in zip(X.flat, Y.flat)]
    d0, d1 = np.transpose(gradients)
    return X, Y, d0.reshape(X.shape), d1.reshape(X.shape)
