import { expect, it } from 'vitest';
import { numpyFormula } from '../../../../web/figures/shared/numpy.ts';

it.each([
  ['0.01*x^2+0.1*x', '0.01*x**2+0.1*x'],
  ['sin(x)^2 + e^-x', 'np.sin(x)**2 + np.e**-x'],
  ['asin(x) + pow(x, 2) - max(x, pi)', 'np.arcsin(x) + np.power(x, 2) - np.maximum(x, np.pi)'],
  ['1e-3*x + 2.5e3', '1e-3*x + 2.5e3'],
])("'%s' is '%s' in Python", (source, python) => expect(numpyFormula(source, ['x'])).toBe(python));
