import type { CodeListing } from '../base/tools/code-panel.ts';
import { gridPoints, type State } from './state.ts';

/** One gradient for each point of the grid. */
export function codeOf({ x0, x1 }: Pick<State, 'x0' | 'x1'>): CodeListing {
  return {
    numpy: `def numerical_gradient(f, x, h=1e-4):
    x = np.array(x, dtype=float)  # a copy: the caller's x is not touched
    grad = np.zeros_like(x)
    for i in range(x.size):
        kept = x[i]
        x[i] = kept + h
        above = f(x)
        x[i] = kept - h
        below = f(x)
        grad[i] = (above - below) / (2 * h)
        x[i] = kept
    return grad

X, Y = np.meshgrid(np.linspace(${x0.join(', ')}, ${gridPoints}), np.linspace(${x1.join(', ')}, ${gridPoints}))
G = np.array([numerical_gradient(f, point) for point in zip(X.flat, Y.flat)])
plt.quiver(X, Y, -G[:, 0], -G[:, 1], angles="xy")`,
    cpp: `std::vector<double> numerical_gradient(const F& f, std::span<const double> x, double h = 1e-4) {
  std::vector<double> point(x.begin(), x.end());  // a copy: the caller's x is not touched
  std::vector<double> grad(x.size());
  for (std::size_t i = 0; i < x.size(); ++i) {
    point[i] = x[i] + h;
    const double above = f(point);
    point[i] = x[i] - h;
    const double below = f(point);
    grad[i] = (above - below) / (2 * h);
    point[i] = x[i];
  }
  return grad;
}

const Grid grid{.x0 = {${x0.join(', ')}}, .x1 = {${x1.join(', ')}}, .columns = ${gridPoints}, .rows = ${gridPoints}};
const GradientField field = gradient_field(f, grid);  // numerical_gradient at each point`,
  };
}
