import type { CodeListing } from '../base/tools/code-panel.ts';

export const code: CodeListing = {
  numpy: `# Numerical: two losses for each of 39,760 parameters.
h = 1e-4
for i in range(p.size):
    keep = p[i]
    p[i] = keep + h
    above = net.loss(x, t)
    p[i] = keep - h
    below = net.loss(x, t)
    p[i] = keep
    grad[i] = (above - below) / (2 * h)

# Backpropagation: all of them at once.
delta2 = (y - t) / batch_size
delta1 = (delta2 @ W2.T) * z * (1 - z)
grad_W1, grad_b1 = x.T @ delta1, delta1.sum(axis=0)
grad_W2, grad_b2 = z.T @ delta2, delta2.sum(axis=0)`,
  cpp: `const TwoLayerNet<double> net({.input_size = 784, .hidden_size = 50, .output_size = 10, .seed = 1});

const auto naive = net.numerical_gradient(x, labels);               // two losses for each parameter
const auto incremental = incremental_numerical_gradient(net, x, labels);  // only what each nudge changes
const auto backprop = net.gradient(x, labels);                      // the chain rule, once`,
};
