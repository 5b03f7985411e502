import type { CodeListing } from '../shared/code-panel.ts';
import { classes, type State } from './state.ts';

/** The net, its loss and its gradient both ways. */
export function codeOf({ w, x, label, h }: State): CodeListing {
  const rows = [w.slice(0, 3), w.slice(3)].map((row) => row.join(', '));
  const t = classes.map((k) => (k === label ? 1 : 0)).join(', ');
  return {
    numpy: `W = np.array([[${rows[0]}],
              [${rows[1]}]])
x = np.array([${x.join(', ')}])
t = np.array([${t}])

def loss(W):
    a = x @ W
    y = np.exp(a - a.max()) / np.exp(a - a.max()).sum()
    return -np.sum(t * np.log(y + 1e-7)), y

def numerical_gradient(W, h=${h}):
    grad = np.zeros_like(W)
    for i in np.ndindex(W.shape):
        nudge = np.zeros_like(W)
        nudge[i] = h
        grad[i] = (loss(W + nudge)[0] - loss(W - nudge)[0]) / (2 * h)
    return grad

L, y = loss(W)
backprop = np.outer(x, y - t)`,
    cpp: `using Weights = Eigen::Matrix<double, 2, 3>;

const Weights W{{${rows[0]}}, {${rows[1]}}};
const Eigen::RowVector2d x(${x.join(', ')});
const Eigen::RowVector3d t(${t});

Eigen::RowVector3d predict(const Weights& W) {
  const Eigen::RowVector3d a = x * W;
  const Eigen::RowVector3d e = (a.array() - a.maxCoeff()).exp();
  return e / e.sum();
}

double loss(const Weights& W) { return -(t.array() * (predict(W).array() + 1e-7).log()).sum(); }

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

const Weights backprop = x.transpose() * (predict(W) - t);`,
  };
}
