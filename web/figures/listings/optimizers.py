"""Optimisers: how a gradient becomes a step. They change x in place."""

import numpy as np


class SGD:
    def __init__(self, learning_rate=0.01):
        self.learning_rate = learning_rate

    def update(self, x, gradient):
        x -= self.learning_rate * gradient


class Momentum:
    def __init__(self, learning_rate=0.01):
        self.learning_rate = learning_rate
        self.v = 0

    def update(self, x, gradient):
        self.v = 0.9 * self.v - self.learning_rate * gradient
        x += self.v


class Nesterov:
    def __init__(self, learning_rate=0.01):
        self.learning_rate = learning_rate
        self.v = 0

    def update(self, x, gradient):
        self.v = 0.9 * self.v - self.learning_rate * gradient
        x += 0.9 * self.v - self.learning_rate * gradient


class AdaGrad:
    def __init__(self, learning_rate=0.01):
        self.learning_rate = learning_rate
        self.s = 0

    def update(self, x, gradient):
        self.s = self.s + gradient**2
        x -= self.learning_rate * gradient / (np.sqrt(self.s) + 1e-7)


class RMSProp:
    def __init__(self, learning_rate=0.01):
        self.learning_rate = learning_rate
        self.s = 0

    def update(self, x, gradient):
        self.s = 0.99 * self.s + 0.01 * gradient**2
        x -= self.learning_rate * gradient / (np.sqrt(self.s) + 1e-7)


class Adam:
    def __init__(self, learning_rate=0.001):
        self.learning_rate = learning_rate
        self.m = self.s = self.step = 0

    def update(self, x, gradient):
        self.step += 1
        self.m = 0.9 * self.m + 0.1 * gradient
        self.s = 0.999 * self.s + 0.001 * gradient**2
        correction = np.sqrt(1 - 0.999**self.step) / (1 - 0.9**self.step)
        rate = self.learning_rate * correction
        x -= rate * self.m / (np.sqrt(self.s) + 1e-7)
