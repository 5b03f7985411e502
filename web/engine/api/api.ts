// The engine as JavaScript sees it. This file is the public API of the library (dist/lib/downhill.d.ts).
//
// Arrays are copied in and out. Matrices are flat and row-major. Wrong arguments throw RangeError or TypeError with a
// message that names the argument, the value and what is allowed; the engine stays usable after it. What has delete() is
// disposable with `using`; using it after deletion throws.

import type { CalculusFunctions } from './api-calculus.ts';
import type { Dataset, DatasetMakers } from './api-dataset.ts';
import type { ErrataFunctions } from './api-errata.ts';
import type { LossFunctions } from './api-losses.ts';
import type { NetFunctions } from './api-nets.ts';
import type { PlaneFunctions } from './api-planes.ts';
import type { SimpleNetFunctions } from './api-simple-net.ts';
import type { Trainer, TrainerOptions } from './api-trainer.ts';
import type { NetOptions, SavedNetReader, TwoLayerNet } from './api-two-layer-net.ts';

export type * from './api-calculus.ts';
export type * from './api-dataset.ts';
export type * from './api-errata.ts';
export type * from './api-expression.ts';
export type * from './api-losses.ts';
export type * from './api-nets.ts';
export type * from './api-planes.ts';
export type * from './api-simple-net.ts';
export type * from './api-trainer.ts';
export type * from './api-two-layer-net.ts';

export interface Engine extends LossFunctions, CalculusFunctions, NetFunctions, PlaneFunctions {
  readonly version: string;
  readonly TwoLayerNet: (new (options: NetOptions) => TwoLayerNet) & SavedNetReader;
  readonly Dataset: DatasetMakers;
  readonly Trainer: new (net: TwoLayerNet, train: Dataset, options?: TrainerOptions) => Trainer;
  readonly simpleNet: SimpleNetFunctions;
  readonly errata: ErrataFunctions;
}

/** URL where the program that uses this has one: in a browser's types as in Node's. */
type Address = typeof globalThis extends { URL: { prototype: infer Url } } ? Url : never;

/** Where the .wasm is, if not beside the module. */
export interface LoadOptions {
  wasmUrl?: string | Address;
  wasmBinary?: ArrayBuffer | ArrayBufferView;
}
