import type { Dataset } from '../api/api.ts';
import type { LabelledPoints, Sample } from '../protocol/run-types.ts';

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
  return { inputs: data.values(all), labels: data.labels(all) };
}
