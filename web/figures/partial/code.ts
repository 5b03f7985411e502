import { numpyFormula } from '../base/exports/numpy.ts';
import type { Point } from '../base/state/reading.ts';
import type { CodeListing } from '../base/tools/code-panel.ts';

export function codeOf(f: string, [x0, x1]: Point): CodeListing {
  return {
    numpy: `def f(x0, x1):
    return ${numpyFormula(f, ['x0', 'x1'])}

def partial_derivatives(f, x0, x1, h=1e-4):
    d0 = (f(x0 + h, x1) - f(x0 - h, x1)) / (2 * h)   # x1 is held still
    d1 = (f(x0, x1 + h) - f(x0, x1 - h)) / (2 * h)   # x0 is held still
    return d0, d1

partial_derivatives(f, ${x0}, ${x1})`,
    cpp: `// f(x0, x1) = ${f}
template <typename F>
std::pair<double, double> partial_derivatives(const F& f, double x0, double x1, double h = 1e-4) {
  const double d0 = (f(x0 + h, x1) - f(x0 - h, x1)) / (2 * h);  // x1 is held still
  const double d1 = (f(x0, x1 + h) - f(x0, x1 - h)) / (2 * h);  // x0 is held still
  return {d0, d1};
}

partial_derivatives(f, ${x0}, ${x1});`,
  };
}
