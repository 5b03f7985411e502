import { describe, expect, it } from 'vitest';
import { laneNames, type RaceReply } from '../../../../web/engine/protocol/race-protocol.ts';
import { RaceHub } from '../../../../web/engine/worker/race-hub.ts';
import { RaceSession } from '../../../../web/engine/worker/race-session.ts';
import { clock, engine } from './runs.ts';

const net = { inputSize: 6, hiddenSize: 4, outputSize: 3, seed: 2 };
const inputs = Float32Array.from({ length: 5 * net.inputSize }, (_, i) => (i % 7) / 7);
const labels = Uint8Array.of(0, 1, 2, 1, 0);
const setup = { net, inputs, labels };
const parameterCount = 6 * 4 + 4 + 4 * 3 + 3;

function raced(turns: number): RaceSession {
  const session = new RaceSession(engine, setup, clock());
  for (let i = 0; i < turns; i++) session.work(8);
  return session;
}

/** Until each lane has a whole gradient. */
function finished(): RaceSession {
  const session = raced(0);
  while (laneNames.some((name) => session.progress().lanes[name].gradients === 0)) session.work(8);
  return session;
}

describe('a race', () => {
  it('begins with nothing done, and nothing to compare', () => {
    const { lanes, agreement } = raced(0).progress();
    for (const name of laneNames) expect(lanes[name]).toEqual({ gradients: 0, parameters: 0, milliseconds: 0, rate: 0 });
    expect(agreement).toBeUndefined();
  });

  it('gives each lane its turn, and counts what it has done', () => {
    const session = raced(3);
    const before = session.progress().lanes;
    expect(before.naive.parameters).toBeGreaterThan(0);
    expect(before.naive.parameters).toBeLessThan(parameterCount);
    expect(before.backprop.gradients).toBeGreaterThan(0);
    for (let i = 0; i < 3; i++) session.work(8);
    const after = session.progress().lanes;
    for (const name of laneNames) {
      expect(after[name].gradients * parameterCount + after[name].parameters).toBeGreaterThan(before[name].gradients * parameterCount + before[name].parameters);
      expect(after[name].milliseconds).toBeGreaterThan(before[name].milliseconds);
    }
  });

  it('measures gradients per second of the time of each lane alone', () => {
    const { lanes } = raced(9).progress();
    for (const name of laneNames) {
      const { gradients, parameters, milliseconds, rate } = lanes[name];
      expect(rate).toBeCloseTo((gradients + parameters / parameterCount) / (milliseconds / 1000), 9);
    }
  });

  it('compares only the parameters that all lanes have', () => {
    const { lanes, agreement } = raced(3).progress();
    expect(agreement?.count).toBe(Math.min(lanes.naive.parameters, lanes.incremental.gradients ? parameterCount : lanes.incremental.parameters));
  });

  it('finds the largest difference of the three gradients, less than 1e-6', () => {
    const { agreement } = finished().progress();
    const same = new engine.TwoLayerNet(net);
    const naive = same.numericalGradient(inputs, labels, { method: 'naive' });
    const incremental = same.numericalGradient(inputs, labels, { method: 'incremental' });
    const backprop = same.gradient(inputs, labels);
    const distances = Array.from(naive, (a, i) => {
      const [b, c] = [incremental[i] as number, backprop[i] as number];
      return Math.max(a, b, c) - Math.min(a, b, c);
    });
    expect(agreement?.count).toBe(parameterCount);
    expect(agreement?.largest).toBe(Math.max(...distances));
    expect(agreement?.largest).toBeLessThan(1e-6);
    expect(distances[agreement?.at ?? -1]).toBe(agreement?.largest);
    same.delete();
  });

  it('shows the gradient of W2 and where the naive lane differs from it', () => {
    const { picture } = finished().progress({ picture: true });
    const same = new engine.TwoLayerNet(net);
    const backprop = same.gradient(inputs, labels).slice(28, 40);
    const naive = same.numericalGradient(inputs, labels, { method: 'naive' }).slice(28, 40);
    expect(picture?.gradient).toEqual(backprop);
    expect(picture?.difference).toEqual(naive.map((value, i) => Math.abs(value - (backprop[i] as number))));
    same.delete();
  });

  it('goes on in another worker as if it had never left', () => {
    const stayed = raced(5);
    const { save } = stayed.progress({ save: true });
    const moved = new RaceSession(engine, setup, clock(), structuredClone(save));
    expect(moved.progress({ picture: true })).toEqual(stayed.progress({ picture: true }));
    while (moved.progress().lanes.naive.gradients === 0) moved.work(8);
    expect(moved.progress({ picture: true }).picture).toEqual(finished().progress({ picture: true }).picture);
  });
});

describe('the races of a worker', () => {
  function hubOf(replies: RaceReply[], waiting: (() => void)[]): RaceHub {
    return new RaceHub(engine, { post: (reply) => replies.push(reply), yieldThen: (callback) => waiting.push(callback), now: clock() });
  }

  it('work between the messages from start to pause', () => {
    const waiting: (() => void)[] = [];
    const hub = hubOf([], waiting);
    hub.receive({ type: 'race', run: 1, setup });
    expect(waiting).toHaveLength(0);
    hub.receive({ type: 'race-start', run: 1 });
    waiting.shift()?.();
    expect(waiting).toHaveLength(1);
    hub.receive({ type: 'race-pause', run: 1 });
    waiting.shift()?.();
    expect(waiting).toHaveLength(0);
  });

  it('answer a pull with what is done', () => {
    const replies: RaceReply[] = [];
    const waiting: (() => void)[] = [];
    const hub = hubOf(replies, waiting);
    hub.receive({ type: 'race', run: 1, setup });
    hub.receive({ type: 'race-start', run: 1 });
    waiting.shift()?.();
    hub.receive({ type: 'race-pull', run: 1, picture: false, save: false });
    const [reply] = replies;
    expect(reply?.type === 'race-progress' && reply.progress.lanes.naive.parameters).toBeGreaterThan(0);
  });

  it('tell what is wrong with a batch that the net cannot take', () => {
    const replies: RaceReply[] = [];
    const waiting: (() => void)[] = [];
    const hub = hubOf(replies, waiting);
    hub.receive({ type: 'race', run: 1, setup: { ...setup, labels: Uint8Array.of(0, 9) } });
    hub.receive({ type: 'race-start', run: 1 });
    waiting.shift()?.();
    expect(replies).toMatchObject([{ type: 'failed', run: 1 }]);
    expect(waiting).toHaveLength(0);
  });
});
