import type { CodeListing } from '../base/tools/code-panel.ts';
import { classes, type State } from './state.ts';

export function codeOf({ y, label }: State): CodeListing {
  const t = classes.map((k) => (k === label ? 1 : 0));
  return {
    numpy: `def mean_squared_error(y, t):
    return 0.5 * np.sum((y - t)**2)

def cross_entropy_error(y, t):
    delta = 1e-7   # log(0) would be -inf
    return -np.sum(t * np.log(y + delta))

y = np.array([${y.join(', ')}])
t = np.array([${t.join(', ')}])
mean_squared_error(y, t), cross_entropy_error(y, t)`,
    cpp: `double mean_squared_error(const Eigen::ArrayXd& y, const Eigen::ArrayXd& t) {
  return 0.5 * (y - t).square().sum();
}

double cross_entropy_error(const Eigen::ArrayXd& y, const Eigen::ArrayXd& t) {
  constexpr double delta = 1e-7;  // log(0) would be -inf
  return -(t * (y + delta).log()).sum();
}

const Eigen::ArrayXd y{{${y.join(', ')}}};
const Eigen::ArrayXd t{{${t.join(', ')}}};
mean_squared_error(y, t);
cross_entropy_error(y, t);`,
  };
}
