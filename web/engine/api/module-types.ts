// What native/bindings exports. Each function returns an Error where the engine threw one; `unwrap` in handle.ts throws it.
// Arguments must have been checked: Embind would round, wrap or coerce them.

import type * as api from './api.ts';
import type { Given } from './check.ts';

export type Result<T> = T | Error;

export interface RawObject {
  delete(): void;
}

export interface RawExpression extends RawObject {
  evaluate(x: Float64Array): Result<number>;
  gradient(x: Float64Array): Result<Float64Array>;
  canonical(): Result<string>;
  undefinedAt(x: Float64Array): Result<api.UndefinedValue | undefined>;
}

export interface RawNet extends RawObject {
  inputSize(): Result<number>;
  hiddenSize(): Result<number>;
  outputSize(): Result<number>;
  parameterCount(): Result<number>;
  activation(): Result<api.ActivationName>;
  getParameters(): Result<Float32Array>;
  setParameters(parameters: Float32Array): Result<void>;
  predict(x: Float32Array): Result<Float32Array>;
  forward(x: Float32Array): Result<api.ForwardPass>;
  loss(x: Float32Array, labels: Uint8Array): Result<number>;
  gradient(x: Float32Array, labels: Uint8Array): Result<Float32Array>;
  numericalGradient(x: Float32Array, labels: Uint8Array, options: Given): Result<Float64Array>;
}

export interface RawDataset extends RawObject {
  size(): Result<number>;
  inputSize(): Result<number>;
  classes(): Result<number>;
  hasPixels(): Result<boolean>;
  scale(): Result<number>;
  classLabels(): Result<Uint8Array>;
  inputScales(): Result<Float64Array>;
  values(indices: Uint32Array): Result<Float64Array>;
  inputs(indices: Uint32Array): Result<Float32Array>;
  labels(indices: Uint32Array): Result<Uint8Array>;
  pixels(indices: Uint32Array): Result<Uint8Array>;
  classCounts(): Result<Uint32Array>;
  subset(indices: Uint32Array): Result<RawDataset>;
  split(testFraction: number, seed: number): Result<[RawDataset, RawDataset]>;
}

export interface RawErrataTraining extends RawObject {
  run(iterations: number): Result<number>;
  runs(): Result<api.ErrataRuns>;
}

export interface RawTrainer extends RawObject {
  iteration(): Result<number>;
  divergedAt(): Result<number | undefined>;
  iterationsPerEpoch(): Result<number>;
  phase(): Result<api.Phase>;
  learningRate(): Result<number>;
  setLearningRate(learningRate: number): Result<void>;
  step(): Result<number>;
  stepOn(indices: Uint32Array): Result<number>;
  run(iterations: number): Result<Float32Array>;
  miniBatch(): Result<Uint32Array>;
  drawMiniBatch(): Result<Uint32Array>;
  takeMiniBatch(indices: Uint32Array): Result<void>;
  computeGradient(): Result<Float32Array>;
  lastGradient(): Result<Float32Array>;
  update(): Result<void>;
  record(): Result<number>;
  losses(from: number): Result<Float32Array>;
  snapshot(): Result<Uint8Array>;
  restore(snapshot: Uint8Array, losses: Float32Array): Result<void>;
}

export interface RawPath extends RawObject {
  record(iteration: number, parameters: Float32Array): Result<void>;
  rewind(iteration: number): Result<void>;
  stride(): Result<number>;
  points(): Result<api.PathPoint[]>;
}

export interface EngineModule {
  version(): Result<string>;

  meanSquaredError(y: Float64Array, t: Float64Array): Result<number>;
  crossEntropyError(y: Float64Array, t: Float64Array, rows: number): Result<number>;
  crossEntropyErrorOfLabels(y: Float64Array, labels: Uint8Array): Result<number>;
  squaredErrorTerms(y: Float64Array, t: Float64Array): Result<Float64Array>;
  crossEntropyTerms(y: Float64Array, t: Float64Array): Result<Float64Array>;
  crossEntropyCurve(range: [number, number], count: number): Result<api.Curve>;
  softmax(a: Float64Array, rows: number): Result<Float64Array>;
  activate(activation: string, a: Float64Array): Result<Float64Array>;
  movingAverage(values: Float32Array, window: number): Result<Float32Array>;
  setProbability(y: Float64Array, index: number, value: number): Result<Float64Array>;
  sampleLosses(net: RawNet, data: RawDataset, begin: number, end: number): Result<Float32Array>;
  miniBatchLosses(sampleLosses: Float32Array, options: Given): Result<api.MiniBatchLosses>;
  histogram(values: Float64Array, range: [number, number], bins: number): Result<api.Histogram>;

  expression(source: string, variables: readonly string[]): Result<RawExpression>;
  scalarFields(): Result<api.ScalarField[]>;
  numericalDerivative(f: RawExpression, x: number, h: number, scheme: string): Result<number>;
  numericalGradient(f: RawExpression, x: Float64Array, h: number): Result<Float64Array>;
  gradientField(f: RawExpression, grid: api.Grid, method: string): Result<api.GradientField>;
  gradientDescent(f: RawExpression, start: Float64Array, options: Given): Result<api.Descent>;
  basins(f: RawExpression, grid: api.Grid, minima: Float64Array, options: Given): Result<Uint8Array>;
  slice(f: RawExpression, point: Float64Array, axis: number, range: [number, number], count: number): Result<api.Slice>;
  secant(f: RawExpression, x: number, h: number, scheme: string, range: [number, number]): Result<api.Secant>;
  derivativeErrors(f: RawExpression, x: number, options: Given): Result<api.DerivativeErrors>;
  flowLine(f: RawExpression, start: Float64Array, step: number, points: number): Result<Float64Array>;

  datasetFromIdx(images: Uint8Array, labels: Uint8Array, options: Given): Result<RawDataset>;
  datasetFromValues(values: Float64Array, labels: Uint8Array, inputSize: number, classes: number): Result<RawDataset>;
  datasetFromPoints(inputs: Float32Array, labels: Uint8Array, inputSize: number, classes: number): Result<RawDataset>;
  toyDataset(name: string, options: Given): Result<RawDataset>;
  toyDatasetAbove(f: RawExpression, range: [number, number], options: Given): Result<RawDataset>;

  twoLayerNet(options: Given): Result<RawNet>;
  contributions(net: RawNet, x: Float32Array): Result<api.Contributions>;
  parameterParts(net: RawNet): Result<api.ParameterPart[]>;
  gradientNorms(net: RawNet, gradient: Float32Array): Result<api.GradientNorms>;
  evaluate(net: RawNet, data: RawDataset, begin: number, end: number): Result<api.Evaluation>;
  weightSweep(net: RawNet, x: Float32Array, labels: Uint8Array, options: Given): Result<api.WeightSweep>;
  examine(net: RawNet, data: RawDataset, worst: number, begin: number, end: number): Result<api.Examination>;
  mergeExaminations(a: Given, b: Given, worst: number): Result<api.Examination>;
  difference(a: Float64Array, b: Float64Array): Result<api.Difference>;
  predictOnGrid(net: RawNet, grid: api.Grid): Result<Float32Array>;
  predictOnGridOf(net: RawNet, grid: api.Grid, data: RawDataset): Result<Float32Array>;
  inputsOfPixels(pixels: Uint8Array, scale: number): Result<Float32Array>;
  digitFromDrawing(ink: Uint8Array, width: number, height: number): Result<Uint8Array>;

  trainer(net: RawNet, train: RawDataset, options: Given): Result<RawTrainer>;

  parameterPath(options: Given): Result<RawPath>;
  planeThrough(start: Float32Array, between: Float32Array, now: Float32Array, seed: number): Result<api.Plane>;
  planeOfWeights(net: RawNet, first: number, second: number): Result<api.Plane>;
  planeOfRandomDirections(net: RawNet, seed: number): Result<api.Plane>;
  planeOfPrincipalComponents(points: Float32Array, parameterCount: number, seed: number): Result<api.PrincipalPlane>;
  project(plane: api.Plane, points: Float32Array): Result<Float64Array>;
  lossSurface(net: RawNet, plane: api.Plane, x: Float32Array, labels: Uint8Array, grid: api.Grid): Result<api.LossSurface>;
  runSurfaceOfPoints(net: RawNet, points: Float32Array, x: Float32Array, labels: Uint8Array, options: Given): Result<api.RunSurface>;
  runSurfaceOfPath(net: RawNet, path: RawPath, x: Float32Array, labels: Uint8Array, options: Given): Result<api.RunSurface>;

  randomSimpleNet(seed: number): Result<Float64Array>;
  evaluateSimpleNet(W: Float64Array, x: Float64Array, label: number, h: number): Result<api.SimpleNetEvaluation>;
  nudgeSimpleNet(W: Float64Array, x: Float64Array, label: number, weight: number, h: number): Result<api.Nudge>;

  errataList(): Result<api.Erratum[]>;
  errataQuiver(f: RawExpression, grid: api.Grid): ReturnType<api.ErrataFunctions['quiver']> | Error;
  errataIntegerGradient(f: RawExpression, x: Int32Array, h: number): Result<api.Both<Float64Array>>;
  errataCrossedUpdate(f: RawExpression, start: Float64Array, learningRate: number, steps: number): Result<api.Both<Float64Array>>;
  errataOverwrittenStart(f: RawExpression, start: Float64Array, learningRate: number, steps: number): ReturnType<api.ErrataFunctions['overwrittenStart']> | Error;
  errataMissingLastPoint(f: RawExpression, start: Float64Array, learningRate: number, steps: number): Result<api.Both<Float64Array>>;
  errataSoftmaxOfBatch(a: Float64Array, rows: number): ReturnType<api.ErrataFunctions['softmaxOfBatch']> | Error;
  errataTraining(mistake: string, data: RawDataset, options: Given): Result<RawErrataTraining>;
  errataGradientOfWrongMatrix(net: RawNet, x: Float32Array, labels: Uint8Array): ReturnType<api.ErrataFunctions['gradientOfWrongMatrix']> | Error;
  errataLabelShape(y: Float64Array, labels: Uint8Array): ReturnType<api.ErrataFunctions['labelShape']> | Error;
}

/** What the module lets do with its stack. */
export interface Stack {
  stackSave(): number;
  stackRestore(stack: number): void;
}

export type ModuleFactory = (options: {
  instantiateWasm(imports: WebAssembly.Imports, receive: (instance: WebAssembly.Instance) => void): object;
  locateFile(path: string): string;
}) => Promise<EngineModule & Stack>;
