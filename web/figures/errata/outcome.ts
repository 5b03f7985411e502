import type { Both, Dataset, Engine, ErrataRuns, ErratumId, GradientField, Grid, TrainingMistake, TwoLayerNet } from '../../engine/api/api.ts';
import { percent, written } from '../base/controls/numbers.ts';
import { gridOver } from '../base/plane/field.ts';
import type { FunctionOfTwo } from '../base/plane/function-of-two.ts';
import type { Work } from '../base/work/sliced-work.ts';

/** The rows of the table beside the pictures, as errata.rows of the words names them. */
export type RowName =
  | 'arrows'
  | 'corner'
  | 'at34'
  | 'at02'
  | 'end'
  | 'value'
  | 'startAfter'
  | 'stored'
  | 'lastStored'
  | 'sums'
  | 'loss'
  | 'lossOfRow'
  | 'lossOfColumn'
  | 'picks'
  | 'shapeW2'
  | 'shape'
  | 'entries'
  | 'lastLoss'
  | 'accuracy'
  | 'diverged';

export interface Row {
  readonly name: RowName;
  readonly right: string;
  readonly wrong: string;
}

export interface Probabilities {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
  /** Of each row. */
  readonly sums?: Float64Array;
  /** The column or columns that are picked of each row. */
  readonly picks?: readonly (readonly number[])[];
}

/** What is drawn of both forms; `message` is what Python says to the wrong one. */
export type Picture =
  | ({ readonly kind: 'field'; readonly grid: Grid } & Both<GradientField>)
  | ({ readonly kind: 'path' } & Both<Float64Array>)
  | ({ readonly kind: 'probabilities' } & Both<Probabilities>)
  | ({ readonly kind: 'losses' } & Both<Float32Array>)
  | ({ readonly kind: 'shape'; readonly message: string } & Both<readonly [number, number]>)
  | { readonly kind: 'message'; readonly message: string };

export interface Outcome {
  readonly picture: Picture;
  readonly rows: readonly Row[];
}

const start: readonly [number, number] = [-3, 4];
const walk = { learningRate: 0.1, steps: 20 };
/** Fewer and longer steps, so that the last one is seen. */
const shortWalk = { learningRate: 0.25, steps: 4 };
const chapterGrid: Grid = gridOver({ x: [-2, 2.25], y: [-2, 2.25] }, 18, 18);
/** Integers alone. */
const integerGrid: Grid = gridOver({ x: [-4, 4], y: [-4, 4] }, 9, 9);

/** Three samples, four classes. */
const scores = Float64Array.of(1, 2, 0.5, 0, 3, 0.5, 1, 2, 0, 1, 2.5, 1.5);
const samples = 3;
const classes = 4;
const labels = Uint8Array.of(1, 0, 2);

const netOptions = { inputSize: 784, hiddenSize: 50, outputSize: 10 };

/** Of a mistake that needs no training. */
export function outcomeOf(engine: Engine, f: FunctionOfTwo, mistake: Exclude<ErratumId, TrainingMistake>): Outcome {
  const { errata } = engine;
  const from = () => Float64Array.from(start);
  switch (mistake) {
    case 'quiver': {
      const { right, wrong, wrongArrows } = errata.quiver(f.expression, chapterGrid);
      const rows: Row[] = [
        { name: 'arrows', right: String(arrowsOf(right)), wrong: String(wrongArrows) },
        { name: 'corner', right: pair([right.d0.at(-1), right.d1.at(-1)]), wrong: pair([wrong.d0.at(-1), wrong.d1.at(-1)]) },
      ];
      return { picture: { kind: 'field', grid: chapterGrid, right, wrong }, rows };
    }
    case 'integer-gradient':
      return integerOutcome(engine, f);
    case 'crossed-update': {
      const { right, wrong } = errata.crossedUpdate(f.expression, from(), walk);
      return { picture: { kind: 'path', right, wrong }, rows: endRows(f, right, wrong) };
    }
    case 'overwritten-start': {
      const { right, wrong, startAfterRight, startAfterWrong } = errata.overwrittenStart(f.expression, from(), walk);
      return { picture: { kind: 'path', right, wrong }, rows: [{ name: 'startAfter', right: pair(startAfterRight), wrong: pair(startAfterWrong) }, ...endRows(f, right, wrong)] };
    }
    case 'missing-last-point': {
      const { right, wrong } = errata.missingLastPoint(f.expression, from(), shortWalk);
      const rows: Row[] = [
        { name: 'stored', right: String(right.length / 2), wrong: String(wrong.length / 2) },
        { name: 'lastStored', right: pair(right.slice(-2)), wrong: pair(wrong.slice(-2)) },
      ];
      return { picture: { kind: 'path', right, wrong }, rows };
    }
    case 'softmax-of-batch': {
      const { right, wrong, rightSums, wrongSums } = errata.softmaxOfBatch(scores, samples);
      const of = (values: Float64Array, sums: Float64Array): Probabilities => ({ rows: samples, columns: classes, values, sums });
      return {
        picture: { kind: 'probabilities', right: of(right, rightSums), wrong: of(wrong, wrongSums) },
        rows: [{ name: 'sums', right: list(rightSums), wrong: list(wrongSums) }],
      };
    }
    case 'label-shape': {
      const values = errata.softmaxOfBatch(scores, samples).right;
      const { right, row, column, picks } = errata.labelShape(values, labels);
      const of = (chosen: readonly (readonly number[])[]): Probabilities => ({ rows: samples, columns: classes, values, picks: chosen });
      return {
        picture: { kind: 'probabilities', right: of([...labels].map((label) => [label])), wrong: of([...labels].map(() => [...labels])) },
        rows: [
          { name: 'lossOfRow', right: written(right, 6), wrong: written(row, 6) },
          { name: 'lossOfColumn', right: written(right, 6), wrong: written(column, 6) },
          { name: 'picks', right: String(labels.length), wrong: String(picks) },
        ],
      };
    }
    case 'log-divided': {
      const loss = engine.crossEntropyError(Float64Array.of(0.1, 0.05, 0.6, 0, 0.05, 0.1, 0, 0.1, 0, 0), Float64Array.of(0, 0, 1, 0, 0, 0, 0, 0, 0, 0));
      return message("TypeError: unsupported operand type(s) for /: 'numpy.ufunc' and 'float'", loss);
    }
    case 'network-called':
      return message(
        "TypeError: 'TwoLayerNet' object is not callable",
        onNet(engine, (net, x, label) => net.loss(x, label)),
      );
    case 'gradient-of-wrong-matrix': {
      const { right, wrong } = onNet(engine, errata.gradientOfWrongMatrix);
      const [w2, w1] = [right, wrong].map(([rows, columns]) => `(${rows},${columns})`);
      return {
        picture: { kind: 'shape', right, wrong, message: `ValueError: operands could not be broadcast together with shapes ${w2} ${w1} ${w2}` },
        rows: [
          { name: 'shapeW2', right: shape(right), wrong: shape(right) },
          { name: 'shape', right: shape(right), wrong: shape(wrong) },
        ],
      };
    }
  }
}

/** What `use` makes of a net of the chapter's size and a blank image. */
function onNet<T>(engine: Engine, use: (net: TwoLayerNet, x: Float32Array, labels: Uint8Array) => T): T {
  const net = new engine.TwoLayerNet(netOptions);
  try {
    return use(net, new Float32Array(netOptions.inputSize), Uint8Array.of(0));
  } finally {
    net.delete();
  }
}

/** The options of the two runs: small enough that both are done in a moment. */
const training = { iterations: 1000, hiddenSize: 20, batchSize: 100, learningRate: 0.1, seed: 1 };
/** A few milliseconds, also on a phone. */
const iterationsAtOnce = 4;

export function trainingOutcome({ right, wrong, rightAccuracy, wrongAccuracy, wrongDivergedAt }: ErrataRuns): Outcome {
  const last = (losses: Float32Array) => written(losses.at(-1) ?? Number.NaN, 4);
  const rows: Row[] = [
    { name: 'entries', right: String(right.length), wrong: String(wrong.length) },
    { name: 'lastLoss', right: last(right), wrong: last(wrong) },
    { name: 'accuracy', right: percent(rightAccuracy), wrong: percent(wrongAccuracy) },
    ...(wrongDivergedAt === undefined ? [] : [{ name: 'diverged', right: '–', wrong: String(wrongDivergedAt) } as const]),
  ];
  return { picture: { kind: 'losses', right, wrong }, rows };
}

/** Yields the share that is done. */
export function* train(engine: Engine, mistake: TrainingMistake, data: Dataset): Work<ErrataRuns> {
  const runs = engine.errata.training(mistake, data, training);
  try {
    for (let share = 0; share < 1; ) {
      share = runs.run(iterationsAtOnce);
      yield share;
    }
    return runs.runs();
  } finally {
    runs.delete();
  }
}

function integerOutcome(engine: Engine, f: FunctionOfTwo): Outcome {
  const { columns, rows: height, x0 } = integerGrid;
  const both: Both<GradientField> = { right: emptyField(columns * height), wrong: emptyField(columns * height) };
  for (let k = 0; k < columns * height; k++) {
    const x = Int32Array.of(x0[0] + (k % columns), x0[0] + Math.floor(k / columns));
    const gradients = engine.errata.integerGradient(f.expression, x);
    for (const form of ['right', 'wrong'] as const) [both[form].d0[k], both[form].d1[k]] = gradients[form] as unknown as [number, number];
  }
  const row = (name: RowName, ...at: number[]): Row => {
    const { right, wrong } = engine.errata.integerGradient(f.expression, Int32Array.from(at));
    return { name, right: pair(right), wrong: pair(wrong) };
  };
  return { picture: { kind: 'field', grid: integerGrid, ...both }, rows: [row('at34', 3, 4), row('at02', 0, -2)] };
}

function emptyField(points: number): GradientField {
  return { value: new Float64Array(points), d0: new Float64Array(points), d1: new Float64Array(points) };
}

/** Those that rounding alone does not make. */
function arrowsOf({ d0, d1 }: GradientField): number {
  return d0.filter((u, k) => Math.max(Math.abs(u), Math.abs(d1[k] as number)) > 1e-6).length;
}

function endRows(f: FunctionOfTwo, right: Float64Array, wrong: Float64Array): Row[] {
  const value = (path: Float64Array) => written(f.expression.evaluate(path.slice(-2)), 4);
  return [
    { name: 'end', right: pair(right.slice(-2)), wrong: pair(wrong.slice(-2)) },
    { name: 'value', right: value(right), wrong: value(wrong) },
  ];
}

function message(text: string, loss: number): Outcome {
  return { picture: { kind: 'message', message: text }, rows: [{ name: 'loss', right: written(loss, 6), wrong: '–' }] };
}

function pair(point: ArrayLike<number | undefined>): string {
  return `(${[point[0], point[1]].map((each = Number.NaN) => written(each, 4)).join(', ')})`;
}

function list(values: Float64Array): string {
  return [...values].map((value) => written(value, 3)).join(', ');
}

function shape([rows, columns]: readonly [number, number]): string {
  return `${rows} × ${columns}`;
}
