import { describe, expect, it } from 'vitest';
import type { Engine } from '../../../../web/engine/api/api.ts';
import type { PathReply, RunReply } from '../../../../web/engine/protocol/protocol.ts';
import type { RunData, RunSettings } from '../../../../web/engine/protocol/run-types.ts';
import { RunHub } from '../../../../web/engine/worker/run-hub.ts';
import { idx, smallImages, smallLabels } from '../idx-bytes.ts';
import { circle, settings } from '../settings.ts';
import { begin, clock, engine, lossesOf, stepped } from './runs.ts';

/** A hub whose slices come when a test says so. */
function hubOf(using: Engine = engine) {
  const replies: RunReply<'training'>[] = [];
  const waiting: (() => void)[] = [];
  const hub = new RunHub(using, { post: (reply) => replies.push(reply as RunReply<'training'>), yieldThen: (callback) => waiting.push(callback), now: clock() });
  return {
    hub,
    take: () => replies.splice(0),
    /** One slice; false if nothing is to be done. */
    slice(): boolean {
      const next = waiting.shift();
      next?.();
      return next !== undefined;
    },
    sendData: (data: number, content: RunData) => hub.receive({ type: 'data', data, content }),
    create: (run: number, changes: Partial<RunSettings> = {}, data = 1) => hub.receive({ type: 'create', kind: 'training', run, data, settings: { ...settings, ...changes } }),
    pull(run: number) {
      hub.receive({ type: 'pull', run, want: {} });
      const reply = replies.pop();
      if (reply?.type !== 'progress') throw new Error('the pull was not answered');
      return reply.progress;
    },
  };
}

function withRun() {
  const made = hubOf();
  made.sendData(1, circle);
  made.create(1);
  return made;
}

describe('a run', () => {
  it('is ready with what the figure must know of it', () => {
    expect(withRun().take()).toMatchObject([
      { type: 'ready', run: 1, facts: { trainSize: 160, testSize: 40, inputSize: 2, hiddenSize: 6, classes: 2, parameterCount: 32, iterationsPerEpoch: 16, iteration: 0 } },
    ]);
  });

  it('of points comes with the points, one of images with their shape', () => {
    const { take, sendData, create } = withRun();
    sendData(2, {
      kind: 'images',
      images: idx(
        [3, 2, 3],
        Array.from({ length: 18 }, (_, i) => i),
      ),
      labels: smallLabels,
    });
    create(2, { batchSize: 1 }, 2);
    const [points, images] = take().map((reply) => (reply.type === 'ready' ? reply.facts : undefined));
    expect(points?.points?.train.labels.length).toBe(160);
    expect(points?.points?.test.inputs.length).toBe(80);
    expect(points).not.toHaveProperty('imageShape');
    expect(images).toMatchObject({ imageShape: [2, 3], inputSize: 6 });
    expect(images).not.toHaveProperty('points');
  });

  it('takes the reader’s own points', () => {
    const { take, sendData, create } = hubOf();
    sendData(1, { kind: 'points', x0: Float64Array.of(1, 2, 3, 4), x1: Float64Array.of(5, 6, 7, 8), labels: Uint8Array.of(0, 1, 2, 1) });
    create(1, { batchSize: 1, testFraction: 0.25 });
    const [reply] = take();
    if (reply?.type !== 'ready') throw new Error('the points were refused');
    expect(reply.facts).toMatchObject({ trainSize: 3, testSize: 1, classes: 3 });
    const points = [...(reply.facts.points?.train.inputs ?? []), ...(reply.facts.points?.test.inputs ?? [])];
    expect(points.filter((_, i) => i % 2 === 0).sort()).toEqual([1, 2, 3, 4]);
  });

  it('of the reader’s points shows them as they were given, and learns from them as they are spread', () => {
    const { take, sendData, create, hub } = hubOf();
    const x0 = Float64Array.of(35.68952, 35.68957, 35.69021, 35.68871, 35.68901, 35.68823);
    const x1 = Float64Array.of(139.69171, 139.69143, 139.69204, 139.69255, 139.6931, 139.69288);
    sendData(1, { kind: 'points', x0, x1, labels: Uint8Array.of(0, 0, 0, 1, 1, 1), names: ['east', 'west'] });
    create(1, { batchSize: 1 });
    const [reply] = take();
    if (reply?.type !== 'ready') throw new Error('the points were refused');
    const { points, classNames, inputScales } = reply.facts;
    expect(classNames).toEqual(['east', 'west']);
    const all = [...(points?.train.inputs ?? []), ...(points?.test.inputs ?? [])];
    for (const value of x0) expect(all.some((found) => Math.abs(found - value) < 1e-9)).toBe(true);
    expect(inputScales?.[0]).toBeCloseTo(35.689, 3);
    hub.receive({ type: 'pull', run: 1, want: { decision: { x0: [35.688, 35.691], x1: [139.691, 139.694], columns: 2, rows: 2 } } });
    const [pulled] = take();
    // A net that got these numbers as they are would be saturated, and say the same everywhere.
    const decision = pulled?.type === 'progress' ? [...(pulled.progress.decision ?? [])] : [];
    expect(Math.max(...decision) - Math.min(...decision)).toBeGreaterThan(0.05);
  });

  const pair = (labels: readonly number[], largest: number) => ({
    images: idx(
      [labels.length, 2, 3],
      Array.from({ length: 6 * labels.length }, (_, i) => (i === 0 ? largest : i % 2)),
    ),
    labels: idx([labels.length], labels),
  });

  it('of images that come with others to test on learns from the first and is judged by the others', () => {
    const { take, sendData, create } = hubOf();
    sendData(1, { kind: 'images', ...pair([3, 8, 3, 8, 3], 16), test: pair([8, 3], 200), classes: [3, 8] });
    create(1, { batchSize: 1 });
    expect(take()).toMatchObject([{ type: 'ready', facts: { trainSize: 5, testSize: 2, classes: 2, classNames: ['3', '8'], scale: 255, imageShape: [2, 3] } }]);
  });

  it('of images is told by which pixel they are scaled, and turns them', () => {
    const { take, sendData, create } = hubOf();
    sendData(1, { kind: 'images', ...pair([0, 1, 0, 1, 0], 16), transpose: true });
    sendData(2, { kind: 'images', ...pair([0, 1, 0, 1, 0], 16), scale: 20, names: ['a', 'b'] });
    create(1, { batchSize: 1 }, 1);
    create(2, { batchSize: 1 }, 2);
    expect(take()).toMatchObject([{ facts: { scale: 16, imageShape: [3, 2] } }, { facts: { scale: 20, imageShape: [2, 3], classNames: ['a', 'b'] } }]);
  });

  it('begins with the parameters that it is given, also when it goes back to its beginning', () => {
    const first = stepped(begin(), 30);
    const parameters = first.net.getParameters();
    const second = begin({ parameters });
    expect(second.net.getParameters()).toEqual(parameters);
    stepped(second, 20);
    second.rewind(0);
    while (second.busy) second.work(8);
    expect(second.net.getParameters()).toEqual(parameters);
  });

  it('asks for slices only while there is work', () => {
    const { hub, slice, pull } = withRun();
    while (slice());
    hub.receive({ type: 'step', run: 1, iterations: 5 });
    while (slice());
    expect(pull(1)).toMatchObject({ iteration: 5, busy: false });
  });

  it('gives the losses of its seed', () => {
    const { hub, slice, pull } = withRun();
    hub.receive({ type: 'step', run: 1, iterations: 50 });
    while (slice());
    expect(pull(1).losses).toEqual(lossesOf(stepped(begin(), 50)));
  });
});

describe('a run that leaves', () => {
  it('is packed, and gone', () => {
    const { hub, slice, take } = withRun();
    hub.receive({ type: 'step', run: 1, iterations: 5 });
    while (slice());
    take();
    hub.receive({ type: 'leave', run: 1 });
    hub.receive({ type: 'pull', run: 1, want: {} });
    expect(take()).toMatchObject([{ type: 'left', run: 1, packed: { iteration: 5 } }]);
  });

  it('comes into another worker with what it had', () => {
    const { hub, slice, take } = withRun();
    hub.receive({ type: 'step', run: 1, iterations: 5 });
    while (slice());
    hub.receive({ type: 'leave', run: 1 });
    const left = take().at(-1);
    if (left?.type !== 'left') throw new Error('the run did not leave');
    const other = hubOf();
    other.sendData(1, circle);
    other.hub.receive({ type: 'create', kind: 'training', run: 2, data: 1, settings, origin: { packed: left.packed } });
    expect(other.take()).toMatchObject([{ type: 'ready', run: 2, facts: { iteration: 5 } }]);
    other.hub.receive({ type: 'step', run: 2, iterations: 5 });
    while (other.slice());
    expect(other.pull(2).losses).toEqual(lossesOf(stepped(begin(), 10)).slice(5));
  });

  it('stays while it is at work, and says so', () => {
    const { hub, take, slice, pull } = withRun();
    while (slice());
    take();
    hub.receive({ type: 'step', run: 1, iterations: 5 });
    hub.receive({ type: 'leave', run: 1 });
    expect(take()).toMatchObject([{ type: 'failed', run: 1, request: 'leave' }]);
    while (slice());
    expect(pull(1).iteration).toBe(5);
  });
});

describe('messages between two slices', () => {
  it('act before the next one', () => {
    const { hub, slice, pull } = withRun();
    hub.receive({ type: 'play', run: 1 });
    for (let k = 0; k < 20; k++) slice();
    const { iteration } = pull(1);
    expect(iteration).toBeGreaterThan(0);
    hub.receive({ type: 'pause', run: 1 });
    while (slice());
    expect(pull(1)).toMatchObject({ iteration, playing: false });
  });

  it('drop a run while it plays', () => {
    const { hub, slice, take } = withRun();
    hub.receive({ type: 'play', run: 1 });
    slice();
    hub.receive({ type: 'drop', run: 1 });
    take();
    while (slice());
    hub.receive({ type: 'pull', run: 1, want: {} });
    expect(take()).toEqual([]);
  });
});

it('two runs take turns', () => {
  const { hub, slice, create, pull } = withRun();
  create(2, { seed: 2 });
  hub.receive({ type: 'play', run: 1 });
  hub.receive({ type: 'play', run: 2 });
  for (let k = 0; k < 40; k++) slice();
  expect(pull(1).iteration).toBeGreaterThan(10);
  expect(pull(2).iteration).toBeGreaterThan(10);
});

describe('what is refused', () => {
  const bad: [string, Partial<RunSettings>][] = [
    ['no hidden unit', { hiddenSize: 0 }],
    ['a learning rate that is no number', { learningRate: Number.NaN }],
    ['a batch of none', { batchSize: 0 }],
    ['a test part of everything', { testFraction: 1 }],
    ['an unknown optimiser', { optimizer: 'sdg' as 'sgd' }],
  ];

  it.each(bad)('%s is told in words, and leaves the run before as it was', (_, changes) => {
    const { hub, slice, create, take, pull } = withRun();
    hub.receive({ type: 'step', run: 1, iterations: 10 });
    while (slice());
    take();
    create(2, changes);
    const [reply] = take();
    expect(reply).toMatchObject({ type: 'failed', run: 2, request: 'create' });
    if (reply?.type === 'failed') expect(reply.failure.message.length).toBeGreaterThan(10);
    hub.receive({ type: 'step', run: 1, iterations: 10 });
    while (slice());
    expect(pull(1).losses).toEqual(lossesOf(stepped(begin(), 20)));
  });

  it('data that cannot be read are told to the run that is to use them', () => {
    const { sendData, create, take } = hubOf();
    sendData(1, { kind: 'images', images: smallLabels, labels: smallImages });
    create(1);
    expect(take()).toMatchObject([{ type: 'failed', run: 1, request: 'create' }]);
  });

  it('points of two lengths are told', () => {
    const { sendData, create, take } = hubOf();
    sendData(1, { kind: 'points', x0: new Float64Array(3), x1: new Float64Array(2), labels: new Uint8Array(3) });
    create(1);
    expect(take()).toMatchObject([{ type: 'failed', failure: { name: 'TypeError' } }]);
  });

  it('a request that a run refuses is told, and the run is as before', () => {
    const { hub, take, pull } = withRun();
    take();
    hub.receive({ type: 'learning-rate', run: 1, value: Number.NaN });
    hub.receive({ type: 'rewind', run: 1, iteration: 3 });
    expect(take()).toMatchObject([
      { type: 'failed', run: 1, request: 'learning-rate', failure: { name: 'RangeError' } },
      { type: 'failed', run: 1, request: 'rewind', failure: { name: 'RangeError' } },
    ]);
    expect(pull(1).learningRate).toBe(0.1);
  });
});

it('a module that aborts is told as the end of the worker', () => {
  const aborting = Object.create(engine, {
    evaluate: {
      value: () => {
        throw new WebAssembly.RuntimeError('unreachable');
      },
    },
  }) as Engine;
  const { sendData, create, slice, take } = hubOf(aborting);
  sendData(1, circle);
  create(1);
  take();
  while (slice());
  expect(take()).toEqual([{ type: 'aborted', failure: { name: 'RuntimeError', message: 'unreachable' } }]);
});

describe('the path for the surface worker', () => {
  function asked(made: ReturnType<typeof withRun>) {
    const replies: PathReply[] = [];
    const port = { postMessage: (reply: PathReply) => replies.push(reply), onmessage: null as ((event: MessageEvent) => void) | null };
    made.hub.receive({ type: 'surface-port', port: port as unknown as MessagePort });
    return (run: number, version: number, since: number) => {
      port.onmessage?.({ data: { type: 'path', run, version, since } } as MessageEvent);
      const reply = replies.pop();
      if (!reply) throw new Error('no answer');
      return reply;
    };
  }
  const iterations = (reply: PathReply) => (reply.type === 'path' ? reply.points.map(({ iteration }) => iteration) : []);

  it('comes with the net and a batch the first time, and then only with what is new', () => {
    const made = withRun();
    const ask = asked(made);
    made.hub.receive({ type: 'step', run: 1, iterations: 3 });
    while (made.slice());
    const first = ask(1, -1, -1);
    if (first.type !== 'path') throw new Error('no path');
    expect(iterations(first)).toEqual([0, 1, 2, 3]);
    expect(first.setup).toMatchObject({ inputSize: 2, hiddenSize: 6, outputSize: 2, activation: 'tanh' });
    expect(first.setup?.labels.length).toBe(100);
    made.hub.receive({ type: 'step', run: 1, iterations: 2 });
    while (made.slice());
    const second = ask(1, first.version, 3);
    expect(second).toMatchObject({ anew: false, now: { iteration: 5 } });
    expect(iterations(second)).toEqual([4, 5]);
    expect(second).not.toHaveProperty('setup');
  });

  it('comes anew after points were dropped, and up to where a rewound run is', () => {
    const made = withRun();
    const ask = asked(made);
    made.hub.receive({ type: 'step', run: 1, iterations: 90 });
    while (made.slice());
    const first = ask(1, -1, -1);
    made.hub.receive({ type: 'step', run: 1, iterations: 110 });
    while (made.slice());
    const grown = ask(1, first.type === 'path' ? first.version : 0, 90);
    expect(grown).toMatchObject({ anew: true, now: { iteration: 200 } });
    expect(iterations(grown).length).toBeLessThanOrEqual(96);
    made.hub.receive({ type: 'rewind', run: 1, iteration: 60 });
    while (made.slice());
    const back = ask(1, grown.type === 'path' ? grown.version : 0, 200);
    expect(back).toMatchObject({ anew: true, now: { iteration: 60 } });
    expect(iterations(back).at(-1)).toBeLessThanOrEqual(60);
  });

  it('of a run that is gone is refused', () => {
    expect(asked(withRun())(7, -1, -1)).toMatchObject({ type: 'no-path', run: 7 });
  });
});
