"""Learning: one iteration, and a run that is judged each epoch."""

import numpy as np


def plain_step(net, train, batch_size, optimizer, rng):
    x_train, t_train = train
    # 1. A mini-batch.
    mini_batch = rng.integers(len(x_train), size=batch_size)
    x, labels = x_train[mini_batch], t_train[mini_batch]
    # 2. The gradient of the loss on it.
    gradient = net.gradient(x, labels)
    # 3. One step downhill.
    optimizer.update(net.parameters, gradient)
    # 4. The loss on the same mini-batch after it.
    return net.loss(x, labels)


def learn(net, train, test, iterations, batch_size, optimizer, rng):
    epoch = max(len(train[0]) // batch_size, 1)
    accuracies = []
    for iteration in range(iterations):
        if iteration % epoch == 0:
            accuracies.append((net.accuracy(*train), net.accuracy(*test)))
        plain_step(net, train, batch_size, optimizer, rng)
    # Of the digits that are learnt from, and of those that are not.
    accuracies.append((net.accuracy(*train), net.accuracy(*test)))
    return np.array(accuracies)


def confusion_matrix(net, x, labels):
    confusion = np.zeros((net.shape[2], net.shape[2]), dtype=int)
    np.add.at(confusion, (labels, net.predict(x).argmax(axis=1)), 1)
    return confusion
