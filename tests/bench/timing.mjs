// Each time is that of the quickest of about ten blocks: what other programs take from a block is not the measured program's.

const blocks = 10;

/**
 * Milliseconds that one call takes, over `milliseconds` in all, after a first call that is not counted.
 * A block of tens of milliseconds makes up for the coarse clock of a browser.
 * @param {() => unknown} work
 * @param {number} milliseconds 0: one call
 */
export function timePerCall(work, milliseconds) {
  work();
  const begin = performance.now();
  let quickest = Number.POSITIVE_INFINITY;
  do {
    const start = performance.now();
    let calls = 0;
    let elapsed = 0;
    do {
      work();
      calls++;
      elapsed = performance.now() - start;
    } while (elapsed < milliseconds / blocks);
    quickest = Math.min(quickest, elapsed / calls);
  } while (performance.now() - begin < milliseconds);
  return quickest;
}

/**
 * The same for work that may run on after it has been called, on a graphics processor: `finish` waits for it, once in each block.
 * @param {() => void} work
 * @param {() => Promise<unknown>} finish
 * @param {number} milliseconds
 */
export async function timePerQueuedCall(work, finish, milliseconds) {
  const calls = Math.max(2, Math.round(milliseconds / blocks / (await timeOf(4))));
  const begin = performance.now();
  let quickest = Number.POSITIVE_INFINITY;
  do quickest = Math.min(quickest, await timeOf(calls));
  while (performance.now() - begin < milliseconds);
  return quickest;

  /** @param {number} times */
  async function timeOf(times) {
    const start = performance.now();
    for (let i = 0; i < times; i++) work();
    await finish();
    return (performance.now() - start) / times;
  }
}
