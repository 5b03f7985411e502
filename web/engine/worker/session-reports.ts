import { ifSound, noNumbers } from '../api/if-sound.ts';
import { allPoints, firstIndices, samplesOf } from '../data/samples.ts';
import type { PathReply, PathRequest, Progress, SurfaceSetup, Want } from '../protocol/protocol.ts';
import type { Answer, CellExamples, ConfusionCell, RunFacts, TestExamination } from '../protocol/run-types.ts';
import type { Learner } from './learner.ts';
import type { DataFacts } from './run-data.ts';

// What a training tells the page, and the worker of the surfaces.

const shownTests = 16;
const shownOfCell = 10;
const surfaceBatch = 100;

/** Data that are not images are points of the plane. */
export function factsOf(session: Learner, known: DataFacts): RunFacts {
  const { net, trainer, data, iteration } = session;
  const { inputs, labels } = setupOf(session);
  return {
    trainSize: data.train.size,
    testSize: data.test.size,
    inputSize: net.inputSize,
    hiddenSize: net.hiddenSize,
    classes: net.outputSize,
    parameterCount: net.parameterCount,
    iterationsPerEpoch: trainer.iterationsPerEpoch,
    loss: ifSound(() => net.loss(inputs, labels)),
    iteration,
    ...known,
    ...(!known.imageShape && { points: { train: allPoints(data.train), test: allPoints(data.test) } }),
  };
}

export function progressOf(session: Learner, want: Want): Progress {
  const { net, trainer, history } = session;
  const { decision, reading } = want;
  const save = want.save ? session.save() : undefined;
  return {
    iteration: session.iteration,
    furthest: history.furthest,
    playing: session.playing,
    busy: session.busy,
    divergedAt: session.divergedAt,
    stuck: session.stuck,
    learningRate: trainer.learningRate,
    rate: session.rate,
    ...history.takeNew(),
    ...(want.weights && { weights: net.getParameters().slice(0, net.inputSize * net.hiddenSize) }),
    ...(want.answers && { answers: answersOf(session) }),
    ...(want.parameters && { parameters: net.getParameters() }),
    ...(want.examination && { examination: examinationOf(session) }),
    ...(want.cell && { cell: examplesOf(session, want.cell) }),
    ...(reading && { reading: readingOf(session, reading) }),
    ...(decision && { decision: ifSound(() => session.engine.predictOnGrid(net, decision, session.data.train)) ?? noNumbers(decision.rows * decision.columns * net.outputSize) }),
    ...(save && { save }),
  };
}

export function pathOf(session: Learner, { run, version, since }: PathRequest): Extract<PathReply, { type: 'path' }> {
  const { net, history, iteration } = session;
  const { path } = history;
  // A run that was rewound has its later points still; the picture shows only those up to where it is.
  const anew = version !== path.version || since > iteration;
  const points = path.all.filter((point) => point.iteration > (anew ? -1 : since) && point.iteration <= iteration);
  return {
    type: 'path',
    run,
    version: path.version,
    anew,
    points: points.map((point) => ({ iteration: point.iteration, parameters: point.value })),
    now: { iteration, parameters: net.getParameters() },
    ...(version < 0 && { setup: setupOf(session) }),
  };
}

function setupOf({ net, data, settings }: Learner): SurfaceSetup {
  const batch = firstIndices(data.train, surfaceBatch);
  return {
    inputSize: net.inputSize,
    hiddenSize: net.hiddenSize,
    outputSize: net.outputSize,
    activation: settings.activation,
    inputs: data.train.inputs(batch),
    labels: data.train.labels(batch),
  };
}

function answersOf({ net, data }: Learner): Answer[] {
  const shown = firstIndices(data.test, shownTests);
  const classes = net.outputSize;
  const probabilities = ifSound(() => net.predict(data.test.inputs(shown))) ?? noNumbers(shown.length * classes);
  return samplesOf(data.test, shown).map((sample, i) => ({ ...sample, probabilities: probabilities.slice(i * classes, (i + 1) * classes) }));
}

function readingOf({ engine, net }: Learner, { ink, side }: NonNullable<Want['reading']>): Float32Array {
  const inputs = engine.inputsOfPixels(engine.digitFromDrawing(ink, side, side));
  return ifSound(() => net.predict(inputs)) ?? noNumbers(net.outputSize);
}

function examinationOf({ engine, net, data }: Learner): TestExamination {
  const examination = engine.examine(net, data.test);
  const mistaken = samplesOf(
    data.test,
    Uint32Array.from(examination.worst, ({ index }) => index),
  );
  return { ...examination, mistaken };
}

function examplesOf({ engine, net, data: { test } }: Learner, { label, answer }: ConfusionCell): CellExamples {
  const mistakes = engine.examine(net, test, { worst: test.size }).worst.filter((mistake) => mistake.label === label);
  const wrong = new Set(mistakes.map(({ index }) => index));
  const all = firstIndices(test);
  const labels = test.labels(all);
  const indices =
    label === answer ? all.filter((index) => labels[index] === label && !wrong.has(index)) : mistakes.filter(({ predicted }) => predicted === answer).map(({ index }) => index);
  return { label, answer, samples: samplesOf(test, Uint32Array.from(indices).subarray(0, shownOfCell)) };
}
