/**
 * Milliseconds that one call takes: the mean over as many calls as fill `milliseconds`, after a first one that is not counted.
 * Blocks of some hundred milliseconds make up for the coarse clock of a browser.
 * @param {() => unknown} work
 * @param {number} milliseconds
 */
export function timePerCall(work, milliseconds) {
  work();
  const start = performance.now();
  let calls = 0;
  let elapsed = 0;
  do {
    work();
    calls++;
    elapsed = performance.now() - start;
  } while (elapsed < milliseconds);
  return elapsed / calls;
}

/**
 * The same for work that runs on after it has been called, on a graphics processor: `finish` waits for it, once at the end.
 * @param {() => void} work
 * @param {() => Promise<unknown>} finish
 * @param {number} milliseconds
 */
export async function timePerQueuedCall(work, finish, milliseconds) {
  const some = await timeOf(5);
  const calls = Math.max(5, Math.round((5 * milliseconds) / some));
  return (await timeOf(calls)) / calls;

  /** @param {number} times */
  async function timeOf(times) {
    const start = performance.now();
    for (let i = 0; i < times; i++) work();
    await finish();
    return performance.now() - start;
  }
}
