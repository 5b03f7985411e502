import type { Contributions, Engine, ForwardPass, TwoLayerNet } from '../../engine/api/api.ts';
import { classOf } from '../learning/answer.ts';
import { classes, hiddenSize, side } from './state.ts';

/** One digit on its way through a net. */
export interface Flow extends ForwardPass, Contributions {
  /** 784 × 50 and 50 × 10, and the biases of both layers. */
  readonly W1: Float32Array;
  readonly b1: Float32Array;
  readonly W2: Float32Array;
  readonly b2: Float32Array;
  /** e to the power of each a2, and their sum. */
  readonly powers: readonly number[];
  readonly powerSum: number;
  /** The class of the largest output. */
  readonly answer: number;
}

/** x: the 784 inputs. */
export function flowOf(engine: Engine, net: TwoLayerNet, x: Float32Array): Flow {
  const pass = net.forward(x);
  const parameters = net.getParameters();
  const part = (name: string) => {
    const { begin, rows, columns } = engine.parameterParts(net).find((each) => each.name === name) ?? { begin: 0, rows: 0, columns: 0 };
    return parameters.subarray(begin, begin + rows * columns);
  };
  const exponential = engine.expression('exp(x)', ['x']);
  try {
    const powers = Array.from(pass.a2, (a) => exponential.evaluate(Float64Array.of(a)));
    return {
      ...pass,
      ...engine.contributions(net, x),
      W1: part('W1'),
      b1: part('b1'),
      W2: part('W2'),
      b2: part('b2'),
      powers,
      powerSum: powers.reduce((sum, each) => sum + each, 0),
      answer: classOf(pass.y),
    };
  } finally {
    exponential.delete();
  }
}

/** What one hidden unit does with the digit. */
export interface UnitNumbers {
  /** 28 × 28: its weights, and each of them times its pixel. */
  readonly weights: Float32Array;
  readonly products: Float32Array;
  readonly raising: number;
  readonly lowering: number;
  readonly bias: number;
  /** The sum, and what the activation function makes of it. */
  readonly a: number;
  readonly z: number;
  /** To each output, and z times these. */
  readonly weightsOut: Float32Array;
  readonly contributions: Float32Array;
}

export function unitOf(flow: Flow, unit: number): UnitNumbers {
  const column = (values: Float32Array) => Float32Array.from({ length: side * side }, (_, i) => values[i * hiddenSize + unit] as number);
  const row = (values: Float32Array) => values.slice(unit * classes, (unit + 1) * classes);
  const at = (values: Float32Array) => values[unit] as number;
  return {
    weights: column(flow.W1),
    products: column(flow.toHidden),
    raising: at(flow.raising),
    lowering: at(flow.lowering),
    bias: at(flow.b1),
    a: at(flow.a1),
    z: at(flow.z),
    weightsOut: row(flow.W2),
    contributions: row(flow.toOutput),
  };
}

/** Of the sums over which σ is drawn. */
export const sigmoidRange = [-6, 6] as const;

/** σ at 121 places of its range. */
export function sigmoidCurve(engine: Engine): Float64Array {
  const [lo, hi] = sigmoidRange;
  return engine.activate(
    'sigmoid',
    Float64Array.from({ length: 121 }, (_, i) => lo + ((hi - lo) * i) / 120),
  );
}
