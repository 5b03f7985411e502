import type { OptimizerName } from '../../engine/api/api.ts';
import { floatLiteral } from '../base/controls/numbers.ts';
import type { CodeListing } from '../base/tools/code-panel.ts';
import type { State } from './state.ts';

interface Rule {
  /** What it keeps from step to step. */
  readonly state: readonly string[];
  /** The update, with η for the learning rate. */
  readonly numpy: readonly string[];
  readonly cpp: readonly string[];
}

const squares = { numpy: 'x = x - η * grad / (np.sqrt(s) + 1e-7)', cpp: 'x -= η * grad / (s.sqrt() + 1e-7);' };

const rules: Readonly<Record<OptimizerName, Rule>> = {
  sgd: { state: [], numpy: ['x = x - η * grad'], cpp: ['x -= η * grad;'] },
  momentum: { state: ['v'], numpy: ['v = 0.9 * v - η * grad', 'x = x + v'], cpp: ['v = 0.9 * v - η * grad;', 'x += v;'] },
  nesterov: { state: ['v'], numpy: ['v = 0.9 * v - η * grad', 'x = x + 0.9 * v - η * grad'], cpp: ['v = 0.9 * v - η * grad;', 'x += 0.9 * v - η * grad;'] },
  adagrad: { state: ['s'], numpy: ['s = s + grad**2', squares.numpy], cpp: ['s += grad.square();', squares.cpp] },
  rmsprop: { state: ['s'], numpy: ['s = 0.99 * s + 0.01 * grad**2', squares.numpy], cpp: ['s = 0.99 * s + 0.01 * grad.square();', squares.cpp] },
  adam: {
    state: ['m', 's'],
    numpy: ['m = 0.9 * m + 0.1 * grad', 's = 0.999 * s + 0.001 * grad**2', 'rate = η * np.sqrt(1 - 0.999**step) / (1 - 0.9**step)', 'x = x - rate * m / (np.sqrt(s) + 1e-7)'],
    cpp: [
      'm = 0.9 * m + 0.1 * grad;',
      's = 0.999 * s + 0.001 * grad.square();',
      'const double rate = η * std::sqrt(1 - std::pow(0.999, step)) / (1 - std::pow(0.9, step));',
      'x -= rate * m / (s.sqrt() + 1e-7);',
    ],
  },
};

/** Of the first run. While the reader steps, the line that made the last point is the current one: the start at 0, else the end of the update. */
export function codeOf({ start, steps, runs }: Pick<State, 'start' | 'steps' | 'runs'>, at: number): CodeListing {
  const { optimizer = 'sgd', learningRate = 0.1 } = runs[0] ?? {};
  const rule = rules[optimizer];
  const filled = (line: string) => line.replaceAll('η', String(learningRate));
  const numpy = [
    `x = np.array([${start.map(floatLiteral).join(', ')}])`,
    ...rule.state.map((name) => `${name} = np.zeros_like(x)`),
    'path = [x]',
    `for step in range(1, ${steps + 1}):`,
    '    grad = numerical_gradient(f, x)',
    ...rule.numpy.map((line) => `    ${filled(line)}`),
    '    path.append(x)  # x is a new array each time: the start is kept',
  ];
  const cpp = [
    `Eigen::Array2d x(${start.map(floatLiteral).join(', ')});`,
    ...rule.state.map((name) => `Eigen::Array2d ${name} = Eigen::Array2d::Zero();`),
    'std::vector<Eigen::Array2d> path{x};',
    `for (int step = 1; step <= ${steps}; ++step) {`,
    '  const Eigen::Array2d grad = numerical_gradient(f, x);',
    ...rule.cpp.map((line) => `  ${filled(line)}`),
    '  path.push_back(x);',
    '}',
  ];
  const update = rule.state.length + 3 + rule.numpy.length;
  const current = at === 0 ? 0 : update;
  return { numpy: numpy.join('\n'), cpp: cpp.join('\n'), current: { numpy: current, cpp: current } };
}
