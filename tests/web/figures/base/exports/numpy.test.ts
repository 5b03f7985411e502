import { describe, expect, it } from 'vitest';
import { loadEngine } from '../../../../../web/engine/api/downhill.ts';
import { numpyFormula, numpyFunction } from '../../../../../web/figures/base/exports/numpy.ts';
import { inPython as run } from '../../../../python.ts';

const engine = await loadEngine();

function inPython(source: string, variables = ['x']): string {
  using f = engine.expression(source, variables);
  return numpyFormula(f.canonical, variables);
}

describe('a formula as Python writes it', () => {
  it.each([
    ['0.01*x^2+0.1*x', '0.01*x**2+0.1*x'],
    ['sin(x)^2 + e^-x', 'np.sin(x)**2 + np.e**-x'],
    ['asin(x) + pow(x, 2) - max(x, pi)', 'np.arcsin(x) + np.float_power(x, 2) - np.maximum(x, np.pi)'],
    ['1e-3*x + 2.5e3', '1e-3*x + 2.5e3'],
    ['f(x) = 2x² − |x|', '2*x**2 - np.abs(x)'],
    ['√x + ∛(x+1) + ln(x)', 'np.sqrt(x) + np.cbrt(x+1) + np.log(x)'],
    ['np.sin(x) + math.pi·X', 'np.sin(x) + np.pi*x'],
    ['sin²(x) + arsinh(x) + log₂(x)', 'np.sin(x)**2 + np.arcsinh(x) + np.log2(x)'],
    ['max(1, x, min(2, x, 3))', 'np.maximum(np.maximum(1, x), np.minimum(np.minimum(2, x), 3))'],
    ['007x', '7*x'],
  ])("'%s' is '%s'", (source, python) => expect(inPython(source)).toBe(python));

  it('with two variables', () => expect(inPython('x₀² + x[1]**2/20', ['x0', 'x1'])).toBe('x0**2 + x1**2/20'));
});

describe('a function as Python writes it', () => {
  it('of one variable', () => expect(numpyFunction('sin(x)^2', ['x'])).toBe('lambda x: np.sin(x)**2'));
  it('of two, which are entries of one array', () => expect(numpyFunction('x0^2+max(x1,x0)', ['x0', 'x1'])).toBe('lambda x: x[0]**2+np.maximum(x[1], x[0])'));
});

describe('Python gives the same values', () => {
  const formulas = [
    '2x² − |x|',
    '√x + ∛(x+1) + ln(x)',
    'sin²(x) + arsinh(x) − log₂(x)·lg(x)',
    'max(1, x, min(2, x, 3)) + pow(2, -1)',
    '-x^2 + 2^-x^2',
    '1/(2x) + atanh(x/4) + acosh(x)',
  ];
  const python = formulas.map((source) => inPython(source));
  const values = run(`x = 1.7\n[${python.join(', ')}]`) as number[];
  it.each(formulas.map((source, i) => [source, i] as const))('%s', (source, i) => {
    using f = engine.expression(source, ['x']);
    expect(values[i]).toBeCloseTo(f.evaluate(Float64Array.of(1.7)), 12);
  });
});
