import { describe, expect, it } from 'vitest';
import type { PathRequest, Surface, SurfaceReply } from '../../../../web/engine/protocol/protocol.ts';
import { pathOf } from '../../../../web/engine/worker/session-reports.ts';
import { SurfaceSession } from '../../../../web/engine/worker/surface-session.ts';
import type { TrainingSession } from '../../../../web/engine/worker/training-session.ts';
import { begin, clock, engine, rewound, stepped } from './runs.ts';

/** Both workers, the training worker with one run that is number 1. */
function connected(training: TrainingSession) {
  const asked: PathRequest[] = [];
  const replies: SurfaceReply[] = [];
  const session: SurfaceSession = new SurfaceSession(engine, {
    post: (reply) => replies.push(reply),
    askForPath: (request) => asked.push(request),
    now: clock(),
  });
  const order = (columns: number, rows: number, hold = false): Surface => {
    session.order({ type: 'surface', run: 1, columns, rows, hold });
    const request = asked.at(-1);
    if (!request) throw new Error('the path was not asked for');
    session.received(structuredClone(pathOf(training, request)));
    const reply = replies.pop();
    if (reply?.type !== 'surface') throw new Error(`no surface: ${JSON.stringify(reply)}`);
    return reply.surface;
  };
  return { session, asked, replies, order };
}

describe('a surface', () => {
  it('has as many points as asked for, finite, downhill in both directions', () => {
    const { order } = connected(stepped(begin(), 30));
    const surface = order(7, 5);
    expect(surface).toMatchObject({ columns: 7, rows: 5, iteration: 30 });
    for (const values of [surface.loss, surface.downhillA, surface.downhillB]) {
      expect(values.length).toBe(35);
      expect(values.every(Number.isFinite)).toBe(true);
    }
  });

  it('shows the whole path, which ends where the run is, at the centre', () => {
    const { order } = connected(stepped(begin(), 30));
    const { path, a, b } = order(7, 5);
    expect(path.length).toBe(2 * 31);
    expect(path.at(-2)).toBeCloseTo(0, 6);
    expect(path.at(-1)).toBeCloseTo(0, 6);
    for (let i = 0; i < path.length; i += 2) {
      expect(path[i]).toBeGreaterThan(a[0]);
      expect(path[i]).toBeLessThan(a[1]);
      expect(path[i + 1]).toBeGreaterThan(b[0]);
      expect(path[i + 1]).toBeLessThan(b[1]);
    }
  });

  it('is at each point the loss of the net that lies there, on the batch that the run gave', () => {
    const training = stepped(begin(), 30);
    const { order, asked } = connected(training);
    const { loss, a, b } = order(3, 2);
    const first = asked[0];
    if (!first) throw new Error('the path was not asked for');
    const { setup, points } = pathOf(training, first);
    if (!setup) throw new Error('the net was not told');
    const [start, between, now] = [points[0], points[Math.floor(points.length / 2)], points.at(-1)].map((point) => point?.parameters ?? new Float32Array());
    const plane = engine.planeThrough(start as Float32Array, between as Float32Array, now as Float32Array, 1);
    const { inputSize, hiddenSize, outputSize, activation } = setup;
    const net = new engine.TwoLayerNet({ inputSize, hiddenSize, outputSize, activation });
    const at = (u: number, v: number) => plane.centre.map((value, i) => value + u * (plane.u[i] as number) + v * (plane.v[i] as number));
    const corners = [at(a[0], b[0]), at(a[1], b[0]), at(a[0], b[1]), at(a[1], b[1])].map((parameters) => {
      net.setParameters(parameters);
      return net.loss(setup.inputs, setup.labels);
    });
    [loss[0], loss[2], loss[3], loss[5]].forEach((value, i) => {
      expect(value).toBeCloseTo(corners[i] as number, 4);
    });
  });

  it('stands also before the first iteration', () => {
    const { loss } = connected(begin()).order(5, 5);
    expect(loss.every(Number.isFinite)).toBe(true);
  });
});

describe('ground that is held', () => {
  const pathEnd = ({ path }: Surface) => Array.from(path.slice(-2));

  it('stays while the walker moves on it, and the loss on it is the same', () => {
    const training = stepped(begin(), 30);
    const { order } = connected(training);
    const before = order(5, 4, true);
    stepped(training, 6);
    const after = order(5, 4, true);
    expect(after).toMatchObject({ a: before.a, b: before.b, loss: before.loss, iteration: 36 });
    expect(pathEnd(after)).not.toEqual(pathEnd(before));
    expect(after.path.slice(0, before.path.length)).toEqual(before.path);
  });

  it('has room on every side of the path', () => {
    const training = stepped(begin(), 30);
    const [held, plain] = [connected(training).order(5, 4, true), connected(training).order(5, 4)];
    expect(held.a[0]).toBeLessThan(plain.a[0]);
    expect(held.a[1]).toBeGreaterThan(plain.a[1]);
    expect(held.path).toEqual(plain.path);
  });

  it('is another once the walker has come far, and before its first step', () => {
    const training = begin();
    const { order } = connected(training);
    const start = order(5, 4, true);
    stepped(training, 1);
    const first = order(5, 4, true);
    expect(first.a).not.toEqual(start.a);
    stepped(training, 2000);
    const far = order(5, 4, true);
    expect(far.a).not.toEqual(first.a);
    const [a = Number.NaN, b = Number.NaN] = pathEnd(far);
    expect(a > far.a[0] && a < far.a[1] && b > far.b[0] && b < far.b[1]).toBe(true);
  });

  it('stays when the run goes back on it, and the path ends there', () => {
    const training = stepped(begin(), 30);
    const { order } = connected(training);
    const before = order(5, 4, true);
    rewound(training, 20);
    const back = order(5, 4, true);
    expect(back.a).toEqual(before.a);
    expect(back.path.length).toBe(2 * 21);
    back.path.forEach((value, i) => {
      expect(value).toBeCloseTo(before.path[i] as number, 5);
    });
  });
});

describe('the path', () => {
  it('is taken over piece by piece', () => {
    const training = stepped(begin(), 10);
    const { order, asked } = connected(training);
    order(3, 3);
    stepped(training, 10);
    expect(order(3, 3).path.length).toBe(2 * 21);
    expect(asked.map(({ since }) => since)).toEqual([-1, 10]);
  });

  it('of a long run stays short, and ends where the run is, even between the points that are kept', () => {
    const training = stepped(begin(), 1001);
    const { order } = connected(training);
    expect(order(3, 3).iteration).toBe(1001);
    stepped(training, 2);
    const { path, iteration } = order(3, 3);
    expect(iteration).toBe(1003);
    expect(path.length).toBeLessThanOrEqual(2 * 97);
  });

  it('of a rewound run ends there, and grows again from there', () => {
    const training = stepped(begin(), 40);
    const { order } = connected(training);
    order(3, 3);
    rewound(training, 15);
    expect(order(3, 3)).toMatchObject({ iteration: 15 });
    expect(order(3, 3).path.length).toBe(2 * 16);
    stepped(training, 5);
    expect(order(3, 3).path.length).toBe(2 * 21);
  });
});

describe('what cannot be drawn', () => {
  it('is told: no columns', () => {
    const training = begin();
    const { session, asked, replies } = connected(training);
    session.order({ type: 'surface', run: 1, columns: 0, rows: 3 });
    session.received(pathOf(training, asked[0] as PathRequest));
    expect(replies).toMatchObject([{ type: 'failed', run: 1, failure: { name: 'RangeError' } }]);
  });

  it('because its run is gone is no failure: nobody waits for it', () => {
    const { session, replies } = connected(begin());
    session.order({ type: 'surface', run: 1, columns: 3, rows: 3 });
    session.received({ type: 'no-path', run: 1 });
    expect(replies).toEqual([{ type: 'no-surface', run: 1 }]);
  });

  it('is not told to a run that was dropped meanwhile', () => {
    const training = begin();
    const { session, asked, replies } = connected(training);
    session.order({ type: 'surface', run: 1, columns: 3, rows: 3 });
    session.drop(1);
    session.received(pathOf(training, asked[0] as PathRequest));
    expect(replies).toEqual([]);
  });
});
