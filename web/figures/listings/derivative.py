"""The numerical derivative of a function of one variable."""


def numerical_derivative(f, x, h=1e-4, scheme="central"):
    if scheme == "forward":
        return (f(x + h) - f(x)) / h
    if scheme == "backward":
        return (f(x) - f(x - h)) / h
    return (f(x + h) - f(x - h)) / (2 * h)
