// The files that every program reads, whether it runs in a page or in Node.
import { batches, batchSize, inputSize } from './settings.mjs';

export const names = { images: 'images.idx', labels: 'labels.idx', parameters: 'parameters.f32', batches: 'batches.u32' };
const imagesHeader = 16;
const labelsHeader = 8;

/** @typedef {(name: string) => Promise<Uint8Array<ArrayBuffer>>} Read */

/** @param {Read} read */
export async function readStart(read) {
  const [parameters, indices] = await Promise.all([read(names.parameters), read(names.batches)]);
  return { parameters: new Float32Array(parameters.slice().buffer), indices: new Uint32Array(indices.slice().buffer) };
}

/**
 * The mini-batches as numbers, pixels divided by 255.
 * @param {Read} read
 */
export async function readBatches(read) {
  const [images, labels, { parameters, indices }] = await Promise.all([read(names.images), read(names.labels), readStart(read)]);
  const drawn = Array.from({ length: batches }, (_, batch) => {
    const chosen = indices.subarray(batch * batchSize, (batch + 1) * batchSize);
    const inputs = new Float32Array(batchSize * inputSize);
    for (const [row, index] of chosen.entries())
      for (let pixel = 0; pixel < inputSize; pixel++) inputs[row * inputSize + pixel] = (images[imagesHeader + index * inputSize + pixel] ?? 0) / 255;
    return { inputs, labels: Uint8Array.from(chosen, (index) => labels[labelsHeader + index] ?? 0) };
  });
  return { parameters, drawn };
}
