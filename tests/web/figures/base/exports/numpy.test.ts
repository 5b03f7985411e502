import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { loadEngine } from '../../../../../web/engine/api/downhill.ts';
import { numpyFormula } from '../../../../../web/figures/base/exports/numpy.ts';

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
  const program = `import numpy as np\nx = 1.7\nfor f in (${python.map((formula) => JSON.stringify(formula)).join(',')}):\n    print(repr(float(eval(f))))`;
  const lines = runPython(program);
  it.skipIf(lines === undefined).each(formulas.map((source, i) => [source, i] as const))('%s', (source, i) => {
    using f = engine.expression(source, ['x']);
    expect(Number(lines?.[i])).toBeCloseTo(f.evaluate(Float64Array.of(1.7)), 12);
  });
});

/** What it printed; undefined where there is no NumPy. */
function runPython(program: string): string[] | undefined {
  try {
    return execFileSync('python3', ['-c', program], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
      .trim()
      .split('\n');
  } catch {
    return undefined;
  }
}
