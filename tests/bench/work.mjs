// What an iteration has to do at least, from which follows how fast a machine can do it at most.
import { batchSize, hiddenSize, inputSize, outputSize } from './settings.mjs';

const bytesOfFloat = 4;

/**
 * Two passes forward (one for the gradient, one for the loss after the update) and one back. With the inputs only what is not 0 counts; exp and
 * log are left out.
 * @param {number} density the share of the pixels that are not 0
 */
export function workOfIteration(density) {
  const entries = density * batchSize * inputSize;
  const pass = entries * hiddenSize;
  const second = batchSize * hiddenSize * outputSize;
  return {
    /** Multiplications and additions: x·W1 twice and the update of W1; z·W2 twice, zᵀ·δ and δ·W2ᵀ. */
    operations: 2 * (3 * pass + 4 * second),
    /** Read: a row of W1 for each entry going forward, a row of δ going back. */
    bytes: 3 * pass * bytesOfFloat,
  };
}

/**
 * Iterations a second that the machine could do at most, and what holds them back.
 * @param {number} density
 * @param {{ arithmetic: number, firstCache: number, secondCache: number }} limits 10⁹ operations and 10⁹ bytes a second
 */
export function limitOf(density, { arithmetic, firstCache, secondCache }) {
  const { operations, bytes } = workOfIteration(density);
  return { arithmetic: (arithmetic * 1e9) / operations, firstCache: (firstCache * 1e9) / bytes, secondCache: (secondCache * 1e9) / bytes };
}
