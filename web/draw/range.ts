import type { Range } from './view.ts';

// What part of an axis is shown.

/** From the lowest to the highest finite value; 0 … 1 where there is none. */
export function rangeOf(...lists: readonly ArrayLike<number>[]): Range {
  return finiteRange(lists, Number.NEGATIVE_INFINITY) ?? [0, 1];
}

/** For a log scale: the whole decades around all finite values above 0, at least one. */
export function decadesOf(...lists: readonly ArrayLike<number>[]): Range {
  const [lo, hi] = finiteRange(lists, 0) ?? [0.1, 1];
  const first = Math.max(-323, Math.floor(Math.log10(lo)));
  const last = Math.min(308, Math.max(first + 1, Math.ceil(Math.log10(hi))));
  return [Number(`1e${first}`), Number(`1e${last}`)];
}

/** From 0, or from the lower end where that is below 0, to a little more than the upper end. */
export function fromZero([lo, hi]: Range): Range {
  const bottom = Math.min(0, lo);
  return [bottom, bottom + 1.05 * (hi - bottom || 1)];
}

/** `share` of the range more at both ends, at least `least`; 1 where both are 0. */
export function withMargin([lo, hi]: Range, share: number, least = 0): Range {
  const margin = Math.max(least, share * (hi - lo)) || 1;
  return [lo - margin, hi + margin];
}

/** Of the values above a bound. */
function finiteRange(lists: readonly ArrayLike<number>[], bound: number): Range | undefined {
  let [lo, hi] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const values of lists) {
    for (let i = 0; i < values.length; i++) {
      const value = values[i] as number;
      if (!(value > bound && value < Number.POSITIVE_INFINITY)) continue;
      if (value < lo) lo = value;
      if (value > hi) hi = value;
    }
  }
  return lo <= hi ? [lo, hi] : undefined;
}
