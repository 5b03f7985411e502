import type { Scheme } from '../../engine/api/api.ts';
import { numpyFormula } from '../base/exports/numpy.ts';
import type { CodeListing } from '../base/tools/code-panel.ts';
import type { State } from './state.ts';

const quotients: Readonly<Record<Scheme, string>> = {
  central: '(f(x + h) - f(x - h)) / (2 * h)',
  forward: '(f(x + h) - f(x)) / h',
  backward: '(f(x) - f(x - h)) / h',
};

export function codeOf({ f, x, h, scheme }: State): CodeListing {
  return {
    numpy: `def f(x):\n    return ${numpyFormula(f, ['x'])}\n\ndef numerical_diff(f, x):\n    h = ${h}\n    return ${quotients[scheme]}\n\nnumerical_diff(f, ${x})`,
    cpp: `// f(x) = ${f}\ntemplate <typename F>\ndouble numerical_derivative(const F& f, double x, double h) {\n  return ${quotients[scheme]};\n}\n\nnumerical_derivative(f, ${x}, ${h});`,
  };
}
