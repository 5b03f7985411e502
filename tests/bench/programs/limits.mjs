// The machine's limit, in a page: multiplications and additions in registers, loads from the first and the second cache.
import { timePerCall } from '../timing.mjs';

const vectorBytes = 16;
const operationsEachTime = 112;

/** @param {{ module: string }} place */
export async function open({ module }) {
  const { instance } = await WebAssembly.instantiateStreaming(fetch(module));
  /** @type {any} */
  const { multiply_add, load } = instance.exports;

  /**
   * Gigabytes a second of loads from a buffer of that size.
   * @param {number} bytes
   * @param {number} milliseconds
   */
  function bandwidth(bytes, milliseconds) {
    const vectors = bytes / vectorBytes;
    const times = Math.ceil(1e6 / vectors);
    return (vectors * vectorBytes * times) / warmTime(() => load(vectors, times), milliseconds) / 1e6;
  }

  return {
    /** @param {{ milliseconds: number }} settings */
    limits: ({ milliseconds }) => {
      const times = 100_000;
      return {
        /** Thousand millions of operations a second. */
        arithmetic: (operationsEachTime * times) / warmTime(() => multiply_add(times), milliseconds) / 1e6,
        firstCache: bandwidth(16 * 1024, milliseconds),
        secondCache: bandwidth(256 * 1024, milliseconds),
      };
    },
  };
}

/**
 * Time of one call after the browser has compiled it with its better compiler, for which it takes some calls and a moment.
 * @param {() => unknown} work
 * @param {number} milliseconds
 */
function warmTime(work, milliseconds) {
  timePerCall(work, milliseconds);
  return timePerCall(work, milliseconds);
}
