// What all programs train: the net of the chapter.
export const inputSize = 784;
export const hiddenSize = 50;
export const outputSize = 10;
export const batchSize = 100;
export const learningRate = 0.1;

/** Mini-batches that are drawn beforehand, by this engine with seed 1. The peers go through them again and again. */
export const batches = 50;

/**
 * The parts of the parameters, as TwoLayerNet has them: W1, b1, W2, b2.
 * @param {Float32Array} parameters
 */
export function partsOf(parameters) {
  let begin = 0;
  return [inputSize * hiddenSize, hiddenSize, hiddenSize * outputSize, outputSize].map((length) => {
    begin += length;
    return parameters.subarray(begin - length, begin);
  });
}
