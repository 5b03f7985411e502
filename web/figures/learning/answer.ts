import type { Engine, TwoLayerNet } from '../../engine/api/api.ts';

/** What a net makes of a digit. */
export interface Answer {
  readonly probabilities: Float32Array;
  /** The class with the largest one. */
  readonly digit: number;
}

/** The class that a net answers with: that of the largest probability. */
export function classOf(probabilities: Float32Array): number {
  return probabilities.indexOf(Math.max(...probabilities));
}

/** `pixels`: 784 bytes. */
export function answerOf(engine: Engine, net: TwoLayerNet, pixels: Uint8Array): Answer {
  const probabilities = net.predict(engine.inputsOfPixels(pixels));
  return { probabilities, digit: classOf(probabilities) };
}
