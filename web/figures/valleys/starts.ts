import type { Point } from '../base/state/reading.ts';

/** Those that roll down when the page opens: three to each valley, from high ground, and none so steep that its first step is a leap. */
export const dozen: readonly Point[] = [
  [0.2, 3.8],
  [0.1, 1.1],
  [0.9, -0.1],
  [-0.5, 3.8],
  [-0.4, 0.6],
  [-3.8, 0.1],
  [-1, -0.6],
  [-2.2, -0.3],
  [-0.3, -3.4],
  [0.3, -0.9],
  [0.4, -3.4],
  [4, -0.2],
];

/** Comes after them, on the ridge between two valleys: there the reader is shown where to press. */
export const onRidge: Point = [0, -2.6];
