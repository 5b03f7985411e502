import { describe, expect, it } from 'vitest';
import type { Engine } from '../../../../web/engine/api/api.ts';
import type { RunReply } from '../../../../web/engine/protocol/protocol.ts';
import { laneNames } from '../../../../web/engine/protocol/race-types.ts';
import { RaceSession } from '../../../../web/engine/worker/race-session.ts';
import { RunHub } from '../../../../web/engine/worker/run-hub.ts';
import { circle, settings } from '../settings.ts';
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
    for (let i = 0; i < 12; i++) session.work(8);
    const after = session.progress().lanes;
    for (const name of laneNames) {
      expect(after[name].gradients * parameterCount + after[name].parameters).toBeGreaterThan(before[name].gradients * parameterCount + before[name].parameters);
      expect(after[name].milliseconds).toBeGreaterThan(before[name].milliseconds);
    }
  });

  it('gives each lane the same time, also where a gradient takes longer than a turn', () => {
    let time = 0;
    class SlowNet extends engine.TwoLayerNet {
      override numericalGradient(...[x, of, options]: Parameters<InstanceType<Engine['TwoLayerNet']>['numericalGradient']>) {
        time += options?.method === 'incremental' ? 40 : 1;
        return super.numericalGradient(x, of, options);
      }
      override gradient(x: Float32Array, of: Uint8Array) {
        time++;
        return super.gradient(x, of);
      }
    }
    const session = new RaceSession(Object.create(engine, { TwoLayerNet: { value: SlowNet } }), setup, () => time);
    for (let i = 0; i < 300; i++) session.work(8);
    const { naive, incremental, backprop } = session.progress().lanes;
    const times = [naive.milliseconds, incremental.milliseconds, backprop.milliseconds];
    expect(Math.min(...times)).toBeGreaterThan(200);
    expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(40);
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
    const moved = new RaceSession(engine, setup, clock(), { packed: structuredClone(stayed.pack()) });
    expect(moved.progress({ picture: true })).toEqual(stayed.progress({ picture: true }));
    while (moved.progress().lanes.naive.gradients === 0) moved.work(8);
    expect(moved.progress({ picture: true }).picture).toEqual(finished().progress({ picture: true }).picture);
  });

  it('saves what it has done, which its going on does not change', () => {
    const session = raced(5);
    const { save } = session.progress({ save: true });
    const then = structuredClone(save);
    for (let i = 0; i < 30; i++) session.work(8);
    expect(save).toEqual(then);
  });
});

describe('the races of a worker', () => {
  function hubOf() {
    const replies: RunReply<'race'>[] = [];
    const waiting: (() => void)[] = [];
    const hub = new RunHub(engine, { post: (reply) => replies.push(reply as RunReply<'race'>), yieldThen: (callback) => waiting.push(callback), now: clock() });
    return { hub, replies, waiting };
  }

  it('work between the messages while they play', () => {
    const { hub, waiting } = hubOf();
    hub.receive({ type: 'create', kind: 'race', run: 1, setup });
    expect(waiting).toHaveLength(0);
    hub.receive({ type: 'play', run: 1 });
    waiting.shift()?.();
    expect(waiting).toHaveLength(1);
    hub.receive({ type: 'pause', run: 1 });
    waiting.shift()?.();
    expect(waiting).toHaveLength(0);
  });

  it('answer a pull with what is done', () => {
    const { hub, replies, waiting } = hubOf();
    hub.receive({ type: 'create', kind: 'race', run: 1, setup });
    hub.receive({ type: 'play', run: 1 });
    waiting.shift()?.();
    hub.receive({ type: 'pull', run: 1, want: { picture: false, save: false } });
    const reply = replies.at(-1);
    expect(reply?.type === 'progress' && reply.progress.lanes.naive.parameters).toBeGreaterThan(0);
  });

  it('tell what is wrong with a batch that the net cannot take, and play no more', () => {
    const { hub, replies, waiting } = hubOf();
    hub.receive({ type: 'create', kind: 'race', run: 1, setup: { ...setup, labels: Uint8Array.of(0, 9) } });
    hub.receive({ type: 'play', run: 1 });
    waiting.shift()?.();
    expect(replies).toMatchObject([
      { type: 'ready', run: 1 },
      { type: 'failed', run: 1, request: 'play' },
    ]);
    expect(waiting).toHaveLength(0);
  });

  it('share its time with the trainings', () => {
    const { hub, replies, waiting } = hubOf();
    hub.receive({ type: 'create', kind: 'race', run: 1, setup });
    hub.receive({ type: 'data', data: 1, content: circle });
    hub.receive({ type: 'create', kind: 'training', run: 2, data: 1, settings });
    for (const run of [1, 2]) hub.receive({ type: 'play', run });
    for (let k = 0; k < 20; k++) waiting.shift()?.();
    for (const run of [1, 2]) hub.receive({ type: 'pull', run, want: {} });
    const [race, training] = replies.slice(-2).map((reply) => (reply.type === 'progress' ? reply.progress : undefined));
    expect(race?.lanes.naive.milliseconds).toBeGreaterThan(0);
    expect(training).toMatchObject({ iteration: expect.toSatisfy((iteration: number) => iteration > 0) });
  });

  it('refuse what only a training can be asked for', () => {
    const { hub, replies } = hubOf();
    hub.receive({ type: 'create', kind: 'race', run: 1, setup });
    hub.receive({ type: 'rewind', run: 1, iteration: 0 });
    expect(replies.at(-1)).toMatchObject({ type: 'failed', run: 1, request: 'rewind', failure: { name: 'TypeError' } });
  });
});
