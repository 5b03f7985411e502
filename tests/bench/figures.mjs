// Numbers that follow from the results of a run.
import { numericalIterations } from './plan.mjs';
import { logLogSlope, median, medianRatio } from './statistics.mjs';
import { limitOf } from './work.mjs';

/** @typedef {import('./measure.mjs').Results} Results */

/** @param {Results} results */
export function figuresOf({ samples, data, bytes, fullNumericalRun }) {
  const of = (/** @type {string} */ id) => samples[id] ?? [];
  const middle = (/** @type {string} */ id) => median(of(id));
  const iteration = of('chromium.iteration');
  const limits = limitOf(data.density, { arithmetic: middle('limits.arithmetic'), firstCache: middle('limits.firstCache'), secondCache: middle('limits.secondCache') });
  return {
    middle,
    has: (/** @type {string} */ id) => id in samples,
    /** Iterations a second. */
    rate: (/** @type {string} */ host, name = 'iteration') => 1000 / middle(`${host}.${name}`),
    /** How many times as fast as that host this engine trains in Chromium: the median of the rounds. */
    timesAsFast: (/** @type {string} */ host, name = 'iteration') => medianRatio(of(`${host}.${name}`), iteration),
    /** Seconds of 10,000 iterations by the numerical gradient, from fewer. */
    numericalRun: (/** @type {string} */ host) => (middle(`${host}.numericalRun`) * 10_000) / numericalIterations,
    fullNumericalRun,
    limits,
    /** The share of each limit that training reaches in Chromium. */
    shareOf: (/** @type {keyof typeof limits} */ which) => 1000 / median(iteration) / limits[which],
    /** @param {string} what @returns {{ points: [number, number][], slope: number }} size and milliseconds of an iteration */
    growth: (what) => {
      const points = Object.keys(samples).flatMap((id) => {
        const [name, size] = id.split('-');
        return name === `chromium.${what}` ? [/** @type {[number, number]} */ ([Number(size), middle(id)])] : [];
      });
      return { points, slope: logLogSlope(points) };
    },
    brotli: bytes.brotli ?? Number.NaN,
  };
}
