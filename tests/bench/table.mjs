// The one table of a run, and the sentences that belong to it.
import { figuresOf } from './figures.mjs';
import { goalsTable } from './goals.mjs';
import { backends } from './hosts-of-run.mjs';
import { markdownTable, megabytes, shown } from './numbers.mjs';
import { naiveCount, numericalIterations } from './plan.mjs';

/** @typedef {import('./measure.mjs').Results} Results */

const engines = ['chromium', 'firefox', 'node', 'native'];

/** @param {Results} results */
export function reportOf(results) {
  const { machine, data, rounds, date } = results;
  return [
    `${data.name}, 784-50-10, batch 100, rate 0.1; the median of ${rounds} rounds in which all programs took turns. ${machine.cpu}, one thread each, load ${shown(machine.load)} ` +
      `at the start; ${machine.chromium}, ${machine.firefox}, Node ${machine.node}; ${date.slice(0, 10)}. In brackets: how many times as fast this engine trains in Chromium.`,
    mainTable(results),
    notes(results),
    goalsTable(results),
  ].join('\n\n');
}

/** @param {Results} results */
function mainTable(results) {
  const figures = figuresOf(results);
  const { bytes } = results;
  const each = (/** @type {(host: string) => string} */ cell) => engines.map(cell);
  const times = (/** @type {string} */ name, scale = 1) => each((host) => shown(figures.middle(`${host}.${name}`) * scale));
  const rate = (/** @type {string} */ host, name = 'iteration') => `${shown(figures.rate(host, name))} (${shown(figures.timesAsFast(host, name))}×)`;
  const grows = (/** @type {string} */ what) => {
    const { points, slope } = figures.growth(what);
    return [`${points.map(([, y]) => shown(1000 * y)).join(', ')}: slope ${slope.toFixed(2)}`];
  };
  const sizes = (/** @type {string} */ what) =>
    figures
      .growth(what)
      .points.map(([x]) => shown(x))
      .join(' / ');
  const peers = Object.keys(results.versions).filter((name) => name !== 'node');
  return markdownTable([
    ['', 'Chromium', 'Firefox', 'Node', 'native'],
    ['this engine, iterations/s', ...each((host) => (host === 'chromium' ? shown(figures.rate(host)) : rate(host)))],
    ...peers.map((name) => [`${titleOf(name)}, iterations/s`, ...(name.startsWith('numpy') ? ['', '', '', rate(name)] : [rate(name)])]),
    ...backends.map((backend) => [`TensorFlow.js ${backend}, ready tensors, no loss, iterations/s`, rate(`tensorflow-${backend}`, 'bareIteration')]),
    ['10,000 iterations, s', shown(figures.middle('chromium.tenThousand'))],
    ['full numerical gradient, ms', ...times('numericalGradient')],
    [`the same in the naive form, s (from ${naiveCount} of 39,760 parameters)`, ...times('naiveGradient', 1 / 1000)],
    ['naive ÷ incremental', ...each((host) => shown(figures.middle(`${host}.naiveGradient`) / figures.middle(`${host}.numericalGradient`)))],
    [`10,000 iterations by the numerical gradient, s (from ${numericalIterations})`, ...each((host) => shown(figures.numericalRun(host)))],
    ...(figures.fullNumericalRun ? [['the same, all of them, s', shown(figures.fullNumericalRun)]] : []),
    ['accuracy over 10,000 images, ms', ...times('accuracy')],
    ['gradient field of an expression, 100 × 100, ms', ...times('field')],
    ['loss and its gradient on 21 × 21 points of a plane, batch 100, ms', ...times('surface')],
    ['a snapshot, % of a 60th of a second', ...times('snapshot', 6)],
    [`batch of ${sizes('batchSize')}: µs an iteration`, ...grows('batchSize')],
    [`${sizes('hiddenSize')} hidden units: µs an iteration`, ...grows('hiddenSize')],
    [`drawn from ${sizes('samples')} images: µs an iteration`, ...grows('samples')],
    ["WebAssembly memory; Node's whole process", megabytes(bytes.chromiumWasm), megabytes(bytes.firefoxWasm), `${megabytes(bytes.nodeWasm)}; ${megabytes(bytes.nodeProcess)}`],
    ['this core, 10⁹ multiplications and additions a second', shown(figures.middle('limits.arithmetic'))],
    ['loads from the first / the second cache, 10⁹ bytes a second', `${shown(figures.middle('limits.firstCache'))} / ${shown(figures.middle('limits.secondCache'))}`],
    ['of that, training reaches: arithmetic, loads', ['arithmetic', 'firstCache', 'secondCache'].map((which) => percent(figures.shareOf(/** @type {any} */ (which)))).join(', ')],
  ]);
}

/** @param {number} share */
const percent = (share) => `${Math.round(100 * share)} %`;

/** @param {string} name */
function titleOf(name) {
  const [what, first, second] = name.split('-');
  if (what === 'tensorflow') return `TensorFlow.js ${first}`;
  if (what === 'convnetjs') return 'ConvNetJS';
  return `the book's NumPy, ${first === 'openblas' ? 'OpenBLAS' : 'reference BLAS'}, ${second}`;
}

/** @param {Results} results */
function notes({ versions, check, data }) {
  const losses = Object.values(check);
  const { renderer } = /** @type {{ renderer?: string }} */ (versions['tensorflow-webgl'] ?? {});
  return [
    `All programs begin with the same parameters and come to the same loss on the same mini-batches (${Math.min(...losses).toFixed(6)} to ${Math.max(...losses).toFixed(6)}).`,
    'An iteration gathers its mini-batch from the images, goes against the gradient and computes the loss again after the update, as the chapter does;',
    'in the rows "ready tensors, no loss" TensorFlow.js is spared the first and the last. Each round counts the quickest of ten blocks.',
    'TensorFlow.js is 4.22.0 (wasm with SIMD), ConvNetJS 0.3.0.',
    renderer ? `WebGL here is ${renderer}.` : '',
    `${percent(data.density)} of the pixels are not 0; the limits count the work with these alone.`,
  ]
    .filter(Boolean)
    .join(' ');
}
