import type { Dataset, Engine } from './api.ts';
import type { LabelledPoints, RunData, Sample } from './run-types.ts';

export function datasetOf(engine: Engine, content: RunData): Dataset {
  switch (content.kind) {
    case 'images':
      return engine.Dataset.fromIdx(content.images, content.labels);
    case 'toy':
      return engine.Dataset.toy(content.name, { size: content.size, noise: content.noise, seed: content.seed });
    case 'points':
      return engine.Dataset.fromPoints(interleaved(content.x0, content.x1), content.labels, 2);
  }
}

/** [rows, columns], where the data are images. */
export function imageShape(content: RunData): [number, number] | undefined {
  if (content.kind !== 'images') return undefined;
  const view = new DataView(content.images.buffer, content.images.byteOffset);
  return [view.getUint32(8), view.getUint32(12)];
}

export function samplesOf(data: Dataset, indices: Uint32Array): Sample[] {
  const inputs = data.inputs(indices);
  const labels = data.labels(indices);
  return Array.from(labels, (label, i) => ({ inputs: inputs.slice(i * data.inputSize, (i + 1) * data.inputSize), label }));
}

/** The numbers of the first `count` samples, or of all if there are fewer. */
export function firstIndices(data: Dataset, count = data.size): Uint32Array {
  return Uint32Array.from({ length: Math.min(count, data.size) }, (_, index) => index);
}

export function allPoints(data: Dataset): LabelledPoints {
  const all = firstIndices(data);
  return { inputs: data.inputs(all), labels: data.labels(all) };
}

function interleaved(x0: Float32Array, x1: Float32Array): Float32Array {
  if (x0.length !== x1.length) throw new TypeError(`x0 has ${x0.length} values, x1 has ${x1.length}; both need the same number`);
  return Float32Array.from({ length: 2 * x0.length }, (_, i) => (i % 2 === 0 ? x0 : x1)[i >> 1] as number);
}
