import type { ErratumId } from '../../engine/api/api.ts';

export interface Lines {
  /** NumPy, as in the post. */
  readonly wrong: string;
  readonly right: string;
  /** The right form in C++. */
  readonly cpp: string;
}

/** The few lines that make each mistake; no comment tells which form is right. */
export const lines: Readonly<Record<ErratumId, Lines>> = {
  'label-shape': {
    wrong: 't = t.reshape(N, 1)\ny[np.arange(N), t]',
    right: 't = t.reshape(N)\ny[np.arange(N), t]',
    cpp: 'double sum = 0;\nfor (Eigen::Index i = 0; i < y.rows(); ++i) sum -= std::log(y(i, labels[i]) + 1e-7);\nreturn sum / static_cast<double>(y.rows());',
  },
  quiver: {
    wrong: 'grad = numerical_gradient(\n    f, np.array([X, Y]))',
    right: 'grad = [numerical_gradient(f, p)\n        for p in zip(X.flat, Y.flat)]',
    cpp: 'const Grid grid{.x0 = {-2, 2.25}, .x1 = {-2, 2.25}, .columns = 18, .rows = 18};\nconst GradientField field = gradient_field(f, grid);  // one gradient for each point',
  },
  'integer-gradient': {
    wrong: 'x = np.array([3, 4])\nx[i] = kept + h',
    right: 'x = np.array([3, 4], dtype=float)\nx[i] = kept + h',
    cpp: 'std::vector<double> point(x.begin(), x.end());  // whatever x holds\npoint[i] = x[i] + h;',
  },
  'crossed-update': {
    wrong: 'x[1] = x[0] - lr * grad[1]',
    right: 'x[1] = x[1] - lr * grad[1]',
    cpp: 'x -= learning_rate * grad;  // each coordinate from itself',
  },
  'overwritten-start': {
    wrong: 'x = init_x\nx -= lr * grad',
    right: 'x = init_x.copy()\nx -= lr * grad',
    cpp: 'Eigen::VectorXd x = start;  // a value: it is copied\nx -= learning_rate * grad;',
  },
  'missing-last-point': {
    wrong: 'for i in range(steps):\n    path.append(x.copy())\n    x -= lr * numerical_gradient(f, x)',
    right: 'path = [x.copy()]\nfor i in range(steps):\n    x -= lr * numerical_gradient(f, x)\n    path.append(x.copy())',
    cpp: 'std::vector<Eigen::VectorXd> path{x};\nfor (int step = 1; step <= steps; ++step) {\n  x -= learning_rate * numerical_gradient(f, x);\n  path.push_back(x);\n}',
  },
  'softmax-of-batch': {
    wrong: 'e = np.exp(a - np.max(a))\ny = e / np.sum(e)',
    right: 'e = np.exp(a - a.max(axis=1, keepdims=True))\ny = e / e.sum(axis=1, keepdims=True)',
    cpp: 'y = (a.colwise() - a.rowwise().maxCoeff()).array().exp();\ny.array().colwise() /= y.rowwise().sum().array().eval();',
  },
  'log-divided': {
    wrong: 'return -np.sum(t * np.log/(y + delta)) / len(y)',
    right: 'return -np.sum(t * np.log(y + delta)) / len(y)',
    cpp: 'return -(t.array() * (y.array() + delta).log()).sum() / static_cast<double>(y.rows());',
  },
  'summed-loss': {
    wrong: 'return -np.sum(t * np.log(y + delta))',
    right: 'return -np.sum(t * np.log(y + delta)) / len(y)',
    cpp: 'return -(t.array() * (y.array() + delta).log()).sum() / static_cast<double>(y.rows());',
  },
  'unit-weights': {
    wrong: 'W1 = np.random.randn(784, hidden_size)',
    right: 'W1 = 0.01 * np.random.randn(784, hidden_size)',
    cpp: 'std::normal_distribution<float> normal(0, 0.01f);\nW1 = W1.unaryExpr([&](float) { return normal(generator); });',
  },
  'gradient-of-wrong-matrix': {
    wrong: "grads['W2'] = numerical_gradient(\n    loss_W, params['W1'])",
    right: "grads['W2'] = numerical_gradient(\n    loss_W, params['W2'])",
    cpp: 'gradient.W2.noalias() = hidden.transpose() * (y - t);  // of the shape of W2',
  },
  'network-called': {
    wrong: 'loss = network(x_batch, t_batch)',
    right: 'loss = network.loss(x_batch, t_batch)',
    cpp: 'const double loss = net.loss(x, labels);',
  },
  'loss-inside-loop': {
    wrong: "for key in ('W1', 'b1', 'W2', 'b2'):\n    params[key] -= lr * grads[key]\n    losses.append(network.loss(x, t))",
    right: "for key in ('W1', 'b1', 'W2', 'b2'):\n    params[key] -= lr * grads[key]\nlosses.append(network.loss(x, t))",
    cpp: 'parameters -= learning_rate * gradient;  // all four at once\nlosses.push_back(net.loss(x, labels));',
  },
};
