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
 * The mini-batches, to be gathered from the images one by one.
 * @param {Read} read
 */
export async function readBatches(read) {
  const [images, labels, { parameters, indices }] = await Promise.all([read(names.images), read(names.labels), readStart(read)]);
  const chosen = (/** @type {number} */ batch) => indices.subarray(batch * batchSize, (batch + 1) * batchSize);
  return {
    parameters,
    batches: Array.from({ length: batches }, (_, batch) => ({
      labels: Uint8Array.from(chosen(batch), (index) => labels[labelsHeader + index] ?? 0),
      /**
       * batchSize × inputSize, pixels divided by 255.
       * @param {Float32Array} into
       */
      gather: (into) => {
        let to = 0;
        for (const index of chosen(batch)) {
          const from = imagesHeader + index * inputSize;
          for (let pixel = 0; pixel < inputSize; pixel++) into[to++] = /** @type {number} */ (images[from + pixel]) / 255;
        }
        return into;
      },
    })),
  };
}
