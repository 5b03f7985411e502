/**
 * The middle value; of an even number of values the mean of the two in the middle. NaN of nothing.
 * @param {readonly number[]} values
 */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/**
 * The median of aᵢ ÷ bᵢ, each pair from one round: what slows a whole round down does not change it.
 * @param {readonly number[]} a
 * @param {readonly number[]} b as many
 */
export const medianRatio = (a, b) => median(a.map((value, i) => value / (b[i] ?? Number.NaN)));

/**
 * The slope of the least-squares line through (log x, log y): the exponent p where y grows as xᵖ.
 * @param {readonly (readonly [number, number])[]} points at least two different x, all greater than 0
 */
export function logLogSlope(points) {
  const logs = points.map(([x, y]) => /** @type {const} */ ([Math.log(x), Math.log(y)]));
  const meanX = logs.reduce((sum, [x]) => sum + x, 0) / logs.length;
  const meanY = logs.reduce((sum, [, y]) => sum + y, 0) / logs.length;
  const covariance = logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return covariance / logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
}
