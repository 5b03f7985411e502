// What the engine has to show in Chromium on one core.
import { figuresOf } from './figures.mjs';
import { backends } from './hosts-of-run.mjs';
import { markdownTable, shown } from './numbers.mjs';

/**
 * @param {import('./measure.mjs').Results} results
 * @returns {string}
 */
export function goalsTable(results) {
  const figures = figuresOf(results);
  const tensorflow = (/** @type {string} */ name) => Math.min(...backends.map((backend) => figures.timesAsFast(`tensorflow-${backend}`, name)));
  const numpy = Math.min(...Object.keys(results.versions).flatMap((name) => (name.startsWith('numpy-openblas-float64') ? [figures.timesAsFast(name)] : [])));
  const numerical = (figures.fullNumericalRun ?? figures.numericalRun('chromium')) / 60;
  /** @type {[what: string, measured: number, least: number, stretch: number, unit: string][]} */
  const goals = [
    ["iterations/s by backprop ÷ those of TensorFlow.js's fastest backend", tensorflow('iteration'), 30, 45, ''],
    ['the same, its mini-batches being ready as tensors and no loss computed after the update', tensorflow('bareIteration'), 30, 45, ''],
    ['÷ NumPy with OpenBLAS', numpy, 3, 4, ''],
    [`10,000 iterations on ${results.data.count.toLocaleString('en')} images`, figures.middle('chromium.tenThousand'), 2.5, 2, ' s'],
    ['one full numerical gradient', figures.middle('chromium.numericalGradient'), 15, 10, ' ms'],
    [`10,000 iterations by the numerical gradient${figures.fullNumericalRun ? '' : ' (from 100)'}`, numerical, 3, 2, ' min'],
    ['WebAssembly ÷ native SSE2 of the same source', figures.timesAsFast('native'), 0.6, 0.8, ''],
    ['.wasm, brotli', figures.brotli / 1000, 180, 140, ' KB'],
  ];
  return markdownTable([
    ['what', 'measured', 'at least', 'stretch', 'met'],
    ...goals.map(([what, measured, least, stretch, unit]) => {
      const under = stretch < least;
      const reached = (/** @type {number} */ goal) => (under ? measured < goal : measured >= goal);
      const bound = (/** @type {number} */ goal) => `${under ? 'under ' : ''}${goal}${unit}`;
      const met = Number.isFinite(measured) ? (reached(stretch) ? 'stretch' : reached(least) ? 'yes' : 'no') : 'not measured';
      return [what, `${shown(measured)}${unit}`, bound(least), bound(stretch), met];
    }),
  ]);
}
