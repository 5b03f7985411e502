/** Iterations after as many squared seconds; from `full` on there is no limit. */
const gathering = 40;
const full = 1000;

/**
 * Up to which iteration a run may have come that has learnt for so long since `from`: it begins slowly enough to be seen and gathers pace. After a second it is at 40,
 * after five at 1,000; from there on it learns as fast as it can.
 */
export function iterationsAfter(from: number, milliseconds: number): number {
  const seconds = Math.sqrt(from / gathering) + milliseconds / 1000;
  const limit = Math.floor(gathering * seconds ** 2);
  return limit < full ? Math.max(from, limit) : Number.POSITIVE_INFINITY;
}
