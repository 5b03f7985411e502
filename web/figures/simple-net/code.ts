import { floatLiteral } from '../base/controls/numbers.ts';
import type { CodeListing } from '../base/tools/code-panel.ts';
import { classes, type State } from './state.ts';

/** The net, its loss and its gradient both ways. */
export function codeOf({ w, x, label, h }: State): CodeListing {
  const list = (values: readonly number[]) => values.map(floatLiteral).join(', ');
  const rows = [list(w.slice(0, 3)), list(w.slice(3))];
  const t = classes.map((k) => (k === label ? 1 : 0)).join(', ');
  return {
    numpy: `W = np.array([[${rows[0]}],
              [${rows[1]}]])
x = np.array([${list(x)}])
t = np.array([${t}])
delta = 1e-7

def loss(W):
    a = x @ W
    y = np.exp(a - a.max()) / np.exp(a - a.max()).sum()
    return -np.sum(t * np.log(y + delta)), y

def numerical_gradient(W, h=${h}):
    grad = np.zeros_like(W)
    for i in np.ndindex(W.shape):
        nudge = np.zeros_like(W)
        nudge[i] = h
        grad[i] = (loss(W + nudge)[0] - loss(W - nudge)[0]) / (2 * h)
    return grad

L, y = loss(W)
backprop = np.outer(x, y - t) * np.sum(t * y / (y + delta))  # the sum, nearly 1, comes of delta`,
    cpp: `using Weights = Eigen::Matrix<double, 2, 3>;

const Weights W{{${rows[0]}}, {${rows[1]}}};
const Eigen::RowVector2d x(${list(x)});
const Eigen::RowVector3d t(${t});
const double delta = 1e-7;

Eigen::RowVector3d predict(const Weights& W) {
  const Eigen::RowVector3d a = x * W;
  const Eigen::RowVector3d e = (a.array() - a.maxCoeff()).exp();
  return e / e.sum();
}

double loss(const Weights& W) { return -(t.array() * (predict(W).array() + delta).log()).sum(); }

Weights numerical_gradient(Weights W, double h = ${h}) {
  Weights grad;
  for (Eigen::Index i = 0; i < W.size(); ++i) {
    const double kept = W(i);
    W(i) = kept + h;
    const double above = loss(W);
    W(i) = kept - h;
    const double below = loss(W);
    grad(i) = (above - below) / (2 * h);
    W(i) = kept;
  }
  return grad;
}

const Eigen::RowVector3d y = predict(W);
const double factor = (t.array() * y.array() / (y.array() + delta)).sum();  // nearly 1: comes of delta
const Weights backprop = factor * x.transpose() * (y - t);`,
  };
}
