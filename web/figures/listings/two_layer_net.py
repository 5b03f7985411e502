"""The two-layer net of 4.5.1."""

import numpy as np
from activation import sigmoid, softmax
from loss import cross_entropy_error_of_labels, softmax_cross_entropy_gradient


class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, rng):
        self.shape = input_size, hidden_size, output_size
        weights = hidden_size * (input_size + output_size)
        self.parameters = np.zeros(weights + hidden_size + output_size)
        for W in self.parts()[::2]:
            W[:] = 0.01 * rng.standard_normal(W.shape)

    def parts(self):
        # W1, b1, W2 and b2: views of the array of all parameters.
        inputs, hidden, outputs = self.shape
        ends = np.cumsum([inputs * hidden, hidden, hidden * outputs])
        W1, b1, W2, b2 = np.split(self.parameters, ends)
        return W1.reshape(inputs, hidden), b1, W2.reshape(hidden, outputs), b2

    def predict(self, x):
        W1, b1, W2, b2 = self.parts()
        return softmax(sigmoid(x @ W1 + b1) @ W2 + b2)

    def loss(self, x, labels):
        return cross_entropy_error_of_labels(self.predict(x), labels)

    def accuracy(self, x, labels):
        return np.mean(self.predict(x).argmax(axis=1) == labels)

    def gradient(self, x, labels):
        W1, b1, W2, b2 = self.parts()
        z = sigmoid(x @ W1 + b1)
        y = softmax(z @ W2 + b2)
        # delta2 is dL/da2, delta1 is dL/da1.
        delta2 = softmax_cross_entropy_gradient(y, labels)
        delta1 = delta2 @ W2.T * z * (1 - z)
        of_W1, of_b1 = x.T @ delta1, delta1.sum(axis=0)
        of_W2, of_b2 = z.T @ delta2, delta2.sum(axis=0)
        return np.concatenate([of_W1.ravel(), of_b1, of_W2.ravel(), of_b2])

    def numerical_gradient(self, x, labels, h=1e-4):
        p = self.parameters
        gradient = np.zeros_like(p)
        for k in range(p.size):  # two losses for each parameter
            kept = p[k]
            p[k] = kept + h
            above = self.loss(x, labels)
            p[k] = kept - h
            below = self.loss(x, labels)
            p[k] = kept
            gradient[k] = (above - below) / (2 * h)
        return gradient
