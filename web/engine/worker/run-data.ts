import type { Dataset, Engine } from '../api/api.ts';
import type { IdxPair, ImageRunData, PointRunData, RunData, RunFacts } from '../protocol/run-types.ts';

/** What a run learns from, and what it is judged by if that was given apart. */
export interface RunDatasets {
  readonly train: Dataset;
  readonly test?: Dataset;
}

export function datasetsOf(engine: Engine, content: RunData): RunDatasets {
  switch (content.kind) {
    case 'images':
      return imageSets(engine, content);
    case 'toy':
      return { train: engine.Dataset.toy(content.name, { size: content.size, noise: content.noise, seed: content.seed }) };
    case 'points':
      return { train: engine.Dataset.fromValues(interleaved(content), content.labels, 2) };
  }
}

/** What is known of the data alone. */
export type DataFacts = Pick<RunFacts, 'classNames' | 'imageShape' | 'scale' | 'inputScales'>;

export function factsOfData(content: RunData, { train }: RunDatasets): DataFacts {
  const names = content.kind === 'toy' ? undefined : content.names;
  const labels = train.classLabels;
  return {
    classNames: Array.from({ length: train.classes }, (_, k) => names?.[k] ?? String(labels[k] ?? k)),
    ...(content.kind === 'images' && { imageShape: imageShape(content), scale: train.scale }),
    ...(content.kind === 'points' && { inputScales: Array.from(train.inputScales) }),
  };
}

/** Both sets are told apart by the same classes and scaled alike: by the larger of their scales, unless one is given. */
function imageSets(engine: Engine, content: ImageRunData): RunDatasets {
  const { classes, transpose = false, test } = content;
  const made = ({ images, labels }: IdxPair, scale = content.scale) =>
    engine.Dataset.fromIdx(images, labels, { transpose, ...(classes && { classes: [...classes] }), ...(scale !== undefined && { scale }) });
  const train = made(content);
  if (!test) return { train };
  const judged = made(test);
  if (train.scale === judged.scale) return { train, test: judged };
  const scale = Math.max(train.scale, judged.scale);
  train.delete();
  judged.delete();
  return { train: made(content, scale), test: made(test, scale) };
}

/** [rows, columns] as they are drawn. */
function imageShape({ images, transpose }: ImageRunData): [number, number] {
  const view = new DataView(images.buffer, images.byteOffset);
  const [rows, columns] = [view.getUint32(8), view.getUint32(12)];
  return transpose ? [columns, rows] : [rows, columns];
}

function interleaved({ x0, x1 }: PointRunData): Float64Array {
  if (x0.length !== x1.length) throw new TypeError(`x0 has ${x0.length} values, x1 has ${x1.length}; both need the same number`);
  return Float64Array.from({ length: 2 * x0.length }, (_, i) => (i % 2 === 0 ? x0 : x1)[i >> 1] as number);
}
