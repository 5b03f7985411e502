/** What `ask` gets of a net; undefined where the net answers with NaN: that is to be shown, not to be told as a failure. */
export function ifSound<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch (error) {
    if (error instanceof RangeError && 'kind' in error && error.kind === 'unsound net') return undefined;
    throw error;
  }
}

/** As many numbers that are none. */
export const noNumbers = (count: number): Float32Array => new Float32Array(count).fill(Number.NaN);
