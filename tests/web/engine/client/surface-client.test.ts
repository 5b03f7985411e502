import { beforeEach, describe, expect, it } from 'vitest';
import { RunLine } from '../../../../web/engine/client/run-line.ts';
import { SurfaceClient } from '../../../../web/engine/client/surface-client.ts';
import { TrainingClient } from '../../../../web/engine/client/training-client.ts';
import type { Surface, WorkerReply, WorkerRequest } from '../../../../web/engine/protocol/protocol.ts';
import type { RunFacts } from '../../../../web/engine/protocol/run-types.ts';
import { FakeFrames, FakeWorker } from './fake-worker.ts';

const options = {
  data: { kind: 'toy', name: 'xor', size: 10, noise: 0, seed: 1 },
  testFraction: 0.2,
  hiddenSize: 2,
  activation: 'tanh',
  weightInitStd: 0.1,
  xavier: false,
  batchSize: 2,
  learningRate: 0.1,
  optimizer: 'sgd',
  gradient: 'backprop',
  sampling: 'with-replacement',
  seed: 1,
} as const;
const surface = { iteration: 3 } as Surface;

let trainers: FakeWorker<WorkerRequest, WorkerReply>[];
let drawers: FakeWorker<WorkerRequest, WorkerReply>[];
let training: TrainingClient;
let drawing: SurfaceClient;
let frames: FakeFrames;
let told: unknown[];

beforeEach(() => {
  trainers = [];
  drawers = [];
  told = [];
  frames = new FakeFrames();
  const line = new RunLine(() => {
    const worker = new FakeWorker<WorkerRequest, WorkerReply>();
    trainers.push(worker);
    return worker;
  });
  const surfaces = new RunLine(() => {
    const worker = new FakeWorker<WorkerRequest, WorkerReply>();
    drawers.push(worker);
    return worker;
  });
  training = new TrainingClient({ ready: () => {}, progress: () => {}, failed: () => {}, lost: () => {} }, line, new FakeFrames());
  drawing = new SurfaceClient(training, { surface: (given) => told.push(given), failed: (failure) => told.push(failure), lost: () => told.push('lost') }, surfaces, frames);
});

/** Creates a run that stands; its number. */
function stand(): number {
  training.create(options);
  const create = trainers.at(-1)?.received.findLast(({ type }) => type === 'create');
  if (create?.type !== 'create') throw new Error('no run was created');
  trainers.at(-1)?.reply({ type: 'ready', run: create.run, facts: {} as RunFacts });
  return create.run;
}

const types = () =>
  drawers
    .at(-1)
    ?.take()
    .map(({ type }) => type);

it('no surface worker is started before the first request, nor before a run stands', () => {
  expect(drawing.request(3, 3)).toBe(false);
  stand();
  expect(drawers).toEqual([]);
});

describe('requests', () => {
  it('connect the two workers once', () => {
    const run = stand();
    drawing.request(3, 3);
    expect(types()).toEqual(['training-port', 'surface']);
    drawers[0]?.reply({ type: 'surface', run, surface });
    drawing.request(3, 3);
    expect(types()).toEqual(['surface']);
    expect(trainers[0]?.received.filter(({ type }) => type === 'surface-port').length).toBe(1);
  });

  it('are answered one at a time', () => {
    const run = stand();
    expect(drawing.request(3, 3)).toBe(true);
    expect(drawing.request(3, 3)).toBe(false);
    drawers[0]?.reply({ type: 'surface', run, surface });
    expect(told).toEqual([surface]);
    expect(drawing.request(3, 3)).toBe(true);
  });

  it('that fail are told, and can be made again', () => {
    const run = stand();
    drawing.request(0, 3);
    const failure = { name: 'RangeError', message: 'columns is 0' };
    drawers[0]?.reply({ type: 'failed', run, failure });
    expect(told).toEqual([failure]);
    expect(drawing.request(3, 3)).toBe(true);
  });
});

it('of a run that is gone nothing is told, and the next request is sent', () => {
  const run = stand();
  drawing.request(3, 3);
  drawers[0]?.reply({ type: 'no-surface', run });
  expect(told).toEqual([]);
  expect(drawing.request(3, 3)).toBe(true);
});

describe('a surface worker that does not answer', () => {
  const passSeconds = (seconds: number) => {
    for (let k = 0; k <= seconds * 10; k++) frames.pass(100);
  };

  it('for 8 seconds of shown frames is given up, and the next request starts another', () => {
    stand();
    drawing.request(3, 3);
    passSeconds(7.8);
    expect(told).toEqual([]);
    passSeconds(0.3);
    expect(told).toEqual(['lost']);
    expect(drawers[0]?.terminated).toBe(true);
    expect(drawing.request(3, 3)).toBe(true);
    expect(drawers.length).toBe(2);
  });

  it('is waited for as long as the machine sleeps', () => {
    stand();
    drawing.request(3, 3);
    frames.pass(100);
    frames.pass(3_600_000);
    expect(told).toEqual([]);
  });

  it('asks for no frame once it has answered, nor before it is asked', () => {
    const run = stand();
    expect(frames.waiting).toBe(0);
    drawing.request(3, 3);
    expect(frames.waiting).toBe(1);
    drawers[0]?.reply({ type: 'surface', run, surface });
    expect(frames.waiting).toBe(0);
  });
});

it('another run is drawn at once, and what was asked for the one before is not', () => {
  const first = stand();
  drawing.request(3, 3);
  const second = stand();
  types();
  expect(drawing.request(3, 3)).toBe(true);
  expect(drawers[0]?.take()).toContainEqual({ type: 'drop', run: first });
  drawers[0]?.reply({ type: 'surface', run: first, surface });
  expect(told).toEqual([]);
  drawers[0]?.reply({ type: 'surface', run: second, surface });
  expect(told).toEqual([surface]);
});

it('a surface worker that is lost is told, and the next request starts another', () => {
  stand();
  drawing.request(3, 3);
  drawers[0]?.crash('out of memory');
  expect(told).toEqual(['lost']);
  expect(drawing.request(3, 3)).toBe(true);
  expect(types()).toEqual(['training-port', 'surface']);
  expect(drawers.length).toBe(2);
});

it('another training worker is connected to the same surface worker', () => {
  stand();
  drawing.request(3, 3);
  trainers[0]?.crash('out of memory');
  expect(drawing.request(3, 3)).toBe(false);
  training.restart();
  const create = trainers[1]?.received.findLast(({ type }) => type === 'create');
  trainers[1]?.reply({ type: 'ready', run: create?.type === 'create' ? create.run : 0, facts: {} as RunFacts });
  types();
  drawing.request(3, 3);
  expect(types()).toEqual(expect.arrayContaining(['training-port', 'surface']));
  expect(trainers[1]?.received.filter(({ type }) => type === 'surface-port').length).toBe(1);
});

it('the surface worker ends with the last that uses it', () => {
  stand();
  drawing.request(3, 3);
  drawing.dispose();
  expect(drawers[0]?.terminated).toBe(true);
});
