import { describe, expect, it } from 'vitest';
import { isMeasured } from '../../../../web/engine/worker/accuracy.ts';
import { LearningRates } from '../../../../web/engine/worker/learning-rates.ts';
import { Pace } from '../../../../web/engine/worker/pace.ts';
import { RunHistory } from '../../../../web/engine/worker/run-history.ts';
import { Thinned } from '../../../../web/engine/worker/thinned.ts';

describe('a thinned history', () => {
  const after = (iterations: number, capacity = 8) => {
    const thinned = new Thinned<Float32Array>({ count: capacity, bytes: Number.POSITIVE_INFINITY });
    for (let k = 0; k <= iterations; k++) thinned.keep(k, () => Float32Array.of(k * k));
    return thinned;
  };
  const iterations = (thinned: Thinned<Float32Array>) => thinned.all.map(({ iteration }) => iteration);

  it('keeps everything while there is room', () => expect(iterations(after(7))).toEqual([0, 1, 2, 3, 4, 5, 6, 7]));
  it('drops every second one when there is none', () => expect(iterations(after(8))).toEqual([0, 2, 4, 6, 8]));
  it.each([10, 100, 1000, 12_345])('never keeps more than its capacity, after %i iterations', (count) => {
    expect(iterations(after(count)).length).toBeLessThanOrEqual(8);
    expect(iterations(after(count))[0]).toBe(0);
  });
  it('says which iteration it will keep next', () => {
    const thinned = after(8);
    expect([thinned.next(8), thinned.next(9), thinned.next(10)]).toEqual([10, 10, 12]);
  });
  it('finds the last one at or before an iteration', () => expect(after(8).before(5)).toEqual({ iteration: 4, value: Float32Array.of(16) }));
  it('continues from an iteration as if the run had just come there', () => {
    const thinned = after(100);
    thinned.continueFrom(5);
    expect(iterations(thinned)).toEqual([0]);
    expect(thinned.next(5)).toBe(6);
  });
  it('never takes more than its bytes, whatever one of them takes, but for the first', () => {
    for (const [floats, most] of [
      [1, 8],
      [100, 2],
      [10_000, 1],
    ] as const) {
      const thinned = new Thinned<Float32Array>({ count: 8, bytes: 1000 });
      for (let k = 0; k <= 500; k++) thinned.keep(k, () => new Float32Array(floats));
      expect(thinned.all.length).toBeLessThanOrEqual(most);
      expect(thinned.all[0]?.iteration).toBe(0);
      thinned.continueFrom(300);
      expect(thinned.next(300)).toBeGreaterThan(300);
    }
  });
  it('has another version when something was dropped, not when something came', () => {
    const thinned = after(6);
    const { version } = thinned;
    thinned.keep(7, () => Float32Array.of(0));
    expect(thinned.version).toBe(version);
    thinned.keep(8, () => Float32Array.of(0));
    expect(thinned.version).not.toBe(version);
  });
});

describe('what a run keeps of a large net', () => {
  it('takes at most 64 MB: the snapshots of 1,024 hidden units with Adam, and the path', () => {
    const parameters = 784 * 1024 + 1024 + 1024 * 10 + 10;
    const history = new RunHistory({ iteration: 0, learningRate: 0.1, losses: () => new Float32Array() });
    for (let k = 0; k < 40; k++) {
      history.snapshots.keep(k, () => new Uint8Array(3 * 4 * parameters));
      history.path.keep(k, () => new Float32Array(parameters));
    }
    const kept = [...history.snapshots.all, ...history.path.all].map(({ value }) => value.byteLength);
    expect(kept.reduce((sum, bytes) => sum + bytes)).toBeLessThanOrEqual(64 * 2 ** 20);
    expect([history.snapshots.all.length, history.path.all.length]).toEqual([expect.toSatisfy((count: number) => count >= 2), expect.toSatisfy((count: number) => count >= 5)]);
  });
});

describe('learning rates', () => {
  const rates = () => {
    const made = new LearningRates([{ iteration: 1, value: 0.1 }]);
    made.set(10, 0.5);
    made.set(20, 0.2);
    return made;
  };

  it('are those set last before an iteration', () => expect([1, 9, 10, 19, 20, 99].map((k) => rates().of(k))).toEqual([0.1, 0.1, 0.5, 0.5, 0.2, 0.2]));
  it('set twice for one iteration count once', () => {
    const made = rates();
    made.set(20, 0.7);
    expect(made.changes.length).toBe(3);
    expect(made.of(20)).toBe(0.7);
  });
  it('tell when they change next', () => expect([rates().nextChange(1), rates().nextChange(10), rates().nextChange(20)]).toEqual([10, 20, Number.POSITIVE_INFINITY]));
  it('after a rewind are those of then', () => {
    const made = rates();
    made.continueFrom(12);
    expect(made.of(99)).toBe(0.5);
  });
});

describe('accuracy', () => {
  const upTo = (epochs: number) => Array.from({ length: epochs + 1 }, (_, epoch) => epoch).filter(isMeasured);

  it('is measured at each of the first 32 epochs', () => expect(upTo(32)).toHaveLength(33));
  it('is measured sixteen times for each doubling after that', () => {
    expect(upTo(64).length - upTo(32).length).toBe(16);
    expect(upTo(1024).length - upTo(512).length).toBe(16);
  });
});

describe('the pace', () => {
  it('starts small and at most doubles, however fast the iterations seem', () => {
    const pace = new Pace();
    const counts = [0, 1, 2, 3].map(() => {
      const count = pace.fitting(8);
      pace.record(count, 0);
      return count;
    });
    expect(counts).toEqual([2, 4, 8, 16]);
  });
  it('lets as many iterations fit as the time allows', () => {
    const pace = new Pace();
    for (let k = 0; k < 100; k++) pace.record(20, 5);
    expect(pace.rate).toBeCloseTo(4000, 6);
    expect(pace.fitting(8)).toBe(32);
    expect(pace.fitting(1)).toBe(4);
  });
  it('goes on by single iterations when they are slow', () => {
    const pace = new Pace();
    pace.record(1, 30);
    expect(pace.fitting(8)).toBe(1);
  });
  it('forgets how it was seconds ago', () => {
    const pace = new Pace();
    pace.record(1000, 1000);
    for (let k = 0; k < 100; k++) pace.record(400, 100);
    expect(pace.rate).toBeCloseTo(4000, 0);
  });
});
