"""Accuracy and loss of a net while one of its parameters is turned."""

import numpy as np


def weight_sweep(net, x, labels, parameter, lowest, highest, count):
    kept = net.parameters[parameter]
    points = []
    for weight in np.linspace(lowest, highest, count):
        net.parameters[parameter] = weight  # all others stay
        accuracy = net.accuracy(x, labels)  # counts right answers
        loss = net.loss(x, labels)  # hears every touch
        points.append((weight, accuracy, loss))
    net.parameters[parameter] = kept
    return np.array(points)
