import { describe, expect, it } from 'vitest';
import type { Grid } from '../../../../web/engine/api/api.ts';
import { progressOf } from '../../../../web/engine/worker/session-reports.ts';
import { optimizers } from '../../../../web/figures/learning/optimizers.ts';
import { begin, checkpointOf, clock, finish, lossesOf, moved, pulled, rewound, stepped } from './runs.ts';

describe('a run', () => {
  it('gives the same losses for the same seed, however it is sliced', () => {
    const one = stepped(begin(), 300);
    const other = begin({}, undefined, clock(0.3));
    for (const part of [1, 99, 200]) stepped(other, part);
    expect(lossesOf(other)).toEqual(lossesOf(one));
    expect(other.net.getParameters()).toEqual(one.net.getParameters());
  });

  it('gives other losses for another seed, on the same test examples', () => {
    const one = stepped(begin({ seed: 1 }), 20);
    const other = stepped(begin({ seed: 2 }), 20);
    expect(lossesOf(other)).not.toEqual(lossesOf(one));
    const tests = Uint32Array.of(0, 1, 2);
    expect(other.data.test.inputs(tests)).toEqual(one.data.test.inputs(tests));
  });

  it('learns', () => {
    const session = begin({ learningRate: 0.3 });
    stepped(session, 3000);
    expect(pulled(session).accuracies.at(-1)?.test).toBeGreaterThan(0.9);
  });

  it('learns from no more examples than it may, and faces the same test', () => {
    const session = begin({ trainSize: 50 });
    expect(session.data.train.size).toBe(50);
    expect(session.data.test.size).toBe(40);
    expect(begin({ trainSize: 5000 }).data.train.size).toBe(160);
  });

  it('refuses settings that the engine refuses', () => {
    expect(() => begin({ hiddenSize: 0 })).toThrow(RangeError);
    expect(() => begin({ learningRate: Number.NaN })).toThrow(RangeError);
    expect(() => begin({ testFraction: 1 })).toThrow(RangeError);
    expect(() => begin({ trainSize: 0 })).toThrow(RangeError);
  });

  it('refuses steps that are none', () => {
    const session = begin();
    for (const iterations of [0, -1, 1.5, Number.NaN, 1e9]) expect(() => session.step(iterations)).toThrow(RangeError);
  });
});

describe('slices', () => {
  it('end after the time given, whatever is left to do', () => {
    const session = begin();
    finish(session);
    session.play();
    session.work(8);
    const { iteration } = session;
    expect(iteration).toBeGreaterThan(0);
    expect(iteration).toBeLessThan(100);
    session.work(8);
    expect(session.iteration).toBeGreaterThan(iteration);
  });

  it('do nothing after a pause', () => {
    const session = begin();
    session.play();
    for (let k = 0; k < 20; k++) session.work(8);
    session.pause();
    finish(session);
    const { iteration } = session;
    session.work(8);
    expect(session.iteration).toBe(iteration);
    expect(session.working).toBe(false);
  });

  it('end at the iteration up to which it plays, and go on where another one is given', () => {
    const session = begin();
    const playedTo = (until: number) => {
      session.play(until);
      for (let k = 0; k < 100 && session.working; k++) session.work(8);
      return { iteration: session.iteration, working: session.working, playing: pulled(session).playing };
    };
    expect(playedTo(37)).toEqual({ iteration: 37, working: false, playing: true });
    expect(playedTo(45)).toEqual({ iteration: 45, working: false, playing: true });
    // Behind it there is nothing to do.
    expect(playedTo(10)).toMatchObject({ iteration: 45, working: false });
    expect(lossesOf(session)).toEqual(lossesOf(stepped(begin(), 45)));
  });

  it('do as many steps as were asked for', () => {
    expect(stepped(begin(), 137).iteration).toBe(137);
  });
});

describe('what the page is told', () => {
  it('contains every loss once', () => {
    const session = begin();
    const told: number[] = [];
    session.play();
    for (let k = 0; k < 50; k++) {
      session.work(8);
      const { from, losses, furthest } = pulled(session);
      expect(from).toBe(told.length);
      told.push(...losses);
      expect(told.length).toBe(furthest);
    }
    expect(Float32Array.from(told)).toEqual(lossesOf(session));
  });

  it('has the accuracy of each epoch, on all training and test examples', () => {
    const session = begin();
    const { net, data, trainer } = session;
    finish(session);
    const { iterationsPerEpoch } = trainer;
    const expected = [{ epoch: 0, iteration: 0, train: net.accuracy(data.train), test: net.accuracy(data.test) }];
    for (const epoch of [1, 2, 3]) {
      stepped(session, iterationsPerEpoch);
      expected.push({ epoch, iteration: epoch * iterationsPerEpoch, train: net.accuracy(data.train), test: net.accuracy(data.test) });
    }
    expect(pulled(session).accuracies).toEqual(expected);
    expect(pulled(session).accuracies).toEqual([]);
  });

  it('has the larger parts only where they are wanted', () => {
    const progress = pulled(begin());
    for (const part of ['weights', 'answers', 'parameters', 'examination', 'cell', 'decision', 'save']) expect(progress).not.toHaveProperty(part);
  });

  it('has W1, the whole net, answers to sixteen test examples, a map of the plane and all mistakes where they are', () => {
    const session = stepped(begin(), 50);
    const { net, data } = session;
    const grid = { x0: [-6, 6], x1: [-6, 6], columns: 3, rows: 2 } satisfies Grid;
    const { weights, parameters, answers, decision, examination } = progressOf(session, { weights: true, parameters: true, answers: true, decision: grid, examination: true });
    expect(parameters).toEqual(net.getParameters());
    expect(weights).toEqual(net.getParameters().slice(0, 12));
    const shown = Uint32Array.from({ length: 16 }, (_, i) => i);
    expect(answers?.flatMap(({ probabilities }) => [...probabilities])).toEqual([...net.predict(data.test.inputs(shown))]);
    expect(answers?.map(({ label }) => label)).toEqual([...data.test.labels(shown)]);
    expect(decision).toEqual(net.predict(Float32Array.of(-6, -6, 0, -6, 6, -6, -6, 6, 0, 6, 6, 6)));
    expect(examination?.accuracy).toBe(net.accuracy(data.test));
    expect(examination?.mistaken.map(({ label }) => label)).toEqual(examination?.worst.map(({ label }) => label));
    expect(examination?.worst.length).toBeGreaterThan(0);
  });
});

describe('the examples of a cell of the confusion matrix', () => {
  const session = stepped(begin({ learningRate: 0.02 }), 50);
  const { confusion } = progressOf(session, { examination: true }).examination ?? { confusion: [] };

  it.each([
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ])('have the label %i and are answered %i, up to ten of them', (label, answer) => {
    const { cell } = progressOf(session, { cell: { label, answer } });
    const answers = cell?.samples.map((sample) => {
      const [first = 0, second = 0] = session.net.predict(sample.inputs);
      return [sample.label, second > first ? 1 : 0];
    });
    const expected = Math.min(10, confusion[2 * label + answer] ?? 0);
    expect(answers).toEqual(Array.from({ length: expected }, () => [label, answer]));
  });

  it('are not only those of one cell: this net makes mistakes of both kinds', () => {
    expect([...confusion].filter((count) => count > 0).length).toBeGreaterThanOrEqual(3);
  });
});

describe('a changed learning rate', () => {
  it('acts from the next update on', () => {
    const changed = stepped(begin(), 50);
    changed.setLearningRate(0);
    const before = changed.net.getParameters();
    stepped(changed, 10);
    expect(changed.net.getParameters()).toEqual(before);
    expect(pulled(changed).learningRate).toBe(0);
  });

  it('leaves what was before as it was', () => {
    const unchanged = stepped(begin(), 100);
    const changed = stepped(begin(), 50);
    changed.setLearningRate(0.5);
    stepped(changed, 50);
    expect(lossesOf(changed).slice(0, 50)).toEqual(lossesOf(unchanged).slice(0, 50));
    expect(lossesOf(changed).slice(50)).not.toEqual(lossesOf(unchanged).slice(50));
  });

  it('that the engine refuses changes nothing', () => {
    const session = begin();
    expect(() => session.setLearningRate(-1)).toThrow(RangeError);
    expect(pulled(session).learningRate).toBe(0.1);
  });
});

describe('a rewind', () => {
  it('and back to the furthest iteration leaves no trace: the run goes on from there', () => {
    const session = rewound(rewound(stepped(begin(), 100), 40), 100);
    pulled(session);
    stepped(session, 20);
    expect(pulled(session)).toMatchObject({ iteration: 120, furthest: 120, from: 100 });
    expect(lossesOf(session)).toEqual(lossesOf(stepped(begin(), 120)));
  });

  it.each(optimizers)('gives the very net that was there, with %s', (optimizer) => {
    const session = begin({ optimizer, learningRate: 0.01 });
    const then = stepped(session, 137).net.getParameters();
    stepped(session, 363);
    expect(rewound(session, 137).net.getParameters()).toEqual(then);
    expect(session.iteration).toBe(137);
  });

  it.each(['with-replacement', 'epochs'] as const)('and the way from there again is the same, sampling %s', (sampling) => {
    const original = stepped(begin({ sampling }), 500);
    const session = begin({ sampling });
    stepped(session, 430);
    rewound(session, 77);
    stepped(session, 423);
    expect(lossesOf(session)).toEqual(lossesOf(original));
    expect(session.net.getParameters()).toEqual(original.net.getParameters());
  });

  it('forgets nothing until the run goes on from there', () => {
    const session = begin();
    const last = stepped(session, 400).net.getParameters();
    pulled(session);
    rewound(session, 100);
    expect(pulled(session)).toMatchObject({ iteration: 100, furthest: 400, from: 400 });
    expect(rewound(session, 400).net.getParameters()).toEqual(last);
    rewound(session, 100);
    stepped(session, 1);
    const { iteration, furthest, from, losses } = pulled(session);
    expect({ iteration, furthest, from, count: losses.length }).toEqual({ iteration: 101, furthest: 101, from: 100, count: 1 });
  });

  it('across a change of the learning rate uses each rate where it was used', () => {
    const session = begin();
    stepped(session, 70);
    session.setLearningRate(0.3);
    const then = stepped(session, 30).net.getParameters();
    session.setLearningRate(0.02);
    const last = stepped(session, 100).net.getParameters();
    expect(rewound(session, 100).net.getParameters()).toEqual(then);
    rewound(session, 40);
    expect(rewound(session, 200).net.getParameters()).toEqual(last);
  });

  it('leaves the rate that the reader has set, and the run goes on with it', () => {
    const session = begin();
    stepped(session, 50);
    session.setLearningRate(0.3);
    stepped(session, 50);
    rewound(session, 20);
    expect(pulled(session)).toMatchObject({ learningRate: 0.3, furthest: 100 });
    stepped(session, 30);
    const straight = stepped(begin(), 20);
    straight.setLearningRate(0.3);
    stepped(straight, 30);
    expect(lossesOf(session)).toEqual(lossesOf(straight));
    const { net } = session;
    const there = net.getParameters();
    rewound(session, 10);
    expect(rewound(session, 50).net.getParameters()).toEqual(there);
  });

  it('lets the run go on with another learning rate', () => {
    const session = begin();
    stepped(session, 100);
    session.rewind(50);
    session.setLearningRate(0.5);
    finish(session);
    stepped(session, 50);
    const straight = stepped(begin(), 50);
    straight.setLearningRate(0.5);
    stepped(straight, 50);
    expect(lossesOf(session)).toEqual(lossesOf(straight));
  });

  it('to an iteration that the run has not reached is refused', () => {
    const session = stepped(begin(), 10);
    for (const iteration of [11, -1, 2.5]) expect(() => session.rewind(iteration)).toThrow(RangeError);
    expect(session.iteration).toBe(10);
  });

  it('measures the accuracies of the new way again', () => {
    const session = begin();
    const { iterationsPerEpoch } = session.trainer;
    stepped(session, 4 * iterationsPerEpoch);
    const first = pulled(session).accuracies;
    rewound(session, 2 * iterationsPerEpoch);
    stepped(session, 2 * iterationsPerEpoch);
    expect(pulled(session).accuracies).toEqual(first.slice(3));
  });
});

describe('a run that goes on from a checkpoint', () => {
  it.each(optimizers)('goes on bit for bit, with %s', (optimizer) => {
    const settings = { optimizer, learningRate: 0.01, sampling: 'epochs' } as const;
    const original = stepped(begin(settings), 150);
    const checkpoint = checkpointOf(original);
    stepped(original, 150);
    const session = begin(settings, checkpoint);
    expect(session.iteration).toBe(150);
    stepped(session, 150);
    expect(lossesOf(session)).toEqual(lossesOf(original));
    expect(session.net.getParameters()).toEqual(original.net.getParameters());
  });

  it('tells its whole history anew', () => {
    const original = stepped(begin(), 100);
    const checkpoint = checkpointOf(original);
    const { from, losses, accuracies } = pulled(begin({}, checkpoint));
    expect(from).toBe(0);
    expect(losses).toEqual(lossesOf(original));
    expect(accuracies).toEqual(checkpoint.checkpoint.accuracies);
  });

  it('can be rewound to before it, with the rates of then', () => {
    const original = begin();
    const then = stepped(original, 40).net.getParameters();
    original.setLearningRate(0.4);
    stepped(original, 60);
    const session = begin({}, checkpointOf(original));
    expect(rewound(session, 40).net.getParameters()).toEqual(then);
  });
});

describe('a run that leaves its worker and comes into another', () => {
  it.each(optimizers)('goes on bit for bit, with %s', (optimizer) => {
    const settings = { optimizer, learningRate: 0.01, sampling: 'epochs' } as const;
    const stayed = stepped(begin(settings), 300);
    const session = moved(stepped(begin(settings), 150), settings);
    expect(session.iteration).toBe(150);
    stepped(session, 150);
    expect(lossesOf(session)).toEqual(lossesOf(stayed));
    expect(session.net.getParameters()).toEqual(stayed.net.getParameters());
  });

  it('tells the page nothing that it knows', () => {
    const original = stepped(begin(), 100);
    pulled(original);
    const session = moved(original);
    expect(pulled(session)).toMatchObject({ iteration: 100, furthest: 100, from: 100, losses: new Float32Array(), accuracies: [] });
    stepped(session, 3);
    expect(pulled(session)).toMatchObject({ from: 100, losses: lossesOf(session).slice(100) });
  });

  it('has the path and the way back that it had', () => {
    const stayed = stepped(begin(), 300);
    const path = structuredClone(stayed.history.path.all);
    const then = rewound(stepped(begin(), 300), 137).net.getParameters();
    const session = moved(stayed);
    expect(session.history.path.all).toEqual(path);
    expect(rewound(session, 137).net.getParameters()).toEqual(then);
    stepped(session, 300);
    const straight = stepped(begin(), 437);
    expect(session.history.path.all).toEqual(straight.history.path.all);
    expect(session.history.snapshots.all).toEqual(straight.history.snapshots.all);
  });

  it('can go forward again after a rewind, at the rates that it had', () => {
    const original = stepped(begin(), 100);
    original.setLearningRate(0.4);
    const last = stepped(original, 100).net.getParameters();
    const session = moved(rewound(original, 60));
    expect(pulled(session)).toMatchObject({ iteration: 60, furthest: 200, learningRate: 0.4 });
    expect(rewound(session, 200).net.getParameters()).toEqual(last);
    expect(pulled(session).learningRate).toBe(0.4);
  });

  it('leaves only when it rests', () => {
    const session = begin();
    session.step(5);
    expect(() => session.pack()).toThrow('the run is at work');
    finish(session);
    expect(session.pack().iteration).toBe(5);
  });
});

describe('a run that diverges', () => {
  const shape = { activation: 'relu', hiddenSize: 40 } as const;

  /** Learns for four iterations, and is then given a rate that no net stands. */
  function diverging() {
    const session = begin(shape);
    stepped(session, 4);
    session.setLearningRate(1e25);
    return stepped(session, 20);
  }

  it('stops, and says at which iteration', () => {
    const session = diverging();
    const { divergedAt, stuck, iteration, furthest, busy } = pulled(session);
    expect(stuck).toBe(true);
    expect(iteration).toBeLessThan(24);
    expect(divergedAt).toBe(iteration + 1);
    expect(furthest).toBe(iteration);
    expect(busy).toBe(false);
    expect(lossesOf(session).every(Number.isFinite)).toBe(true);
  });

  it('does nothing more until it is rewound', () => {
    const session = diverging();
    session.play();
    session.step(1);
    expect(session.working).toBe(false);
  });

  it('can be rewound, and learns at a smaller rate', () => {
    const session = rewound(diverging(), 4);
    expect(pulled(session)).toMatchObject({ divergedAt: expect.any(Number), stuck: false });
    session.setLearningRate(0.1);
    stepped(session, 20);
    expect(pulled(session)).toMatchObject({ iteration: 24, divergedAt: undefined });
    expect(lossesOf(session)).toEqual(lossesOf(stepped(begin({ activation: 'relu', hiddenSize: 40 }), 24)));
  });

  it('from parameters that answer nothing has no accuracy and no answers, and stands', () => {
    const session = begin({ activation: 'relu', parameters: new Float32Array(32).fill(3e38) });
    finish(session);
    const grid = { x0: [-6, 6], x1: [-6, 6], columns: 3, rows: 2 } satisfies Grid;
    const { accuracies, answers, decision } = progressOf(session, { answers: true, decision: grid });
    expect(accuracies).toEqual([]);
    expect(decision).toEqual(new Float32Array(12).fill(Number.NaN));
    expect(answers?.map(({ probabilities }) => probabilities)).toEqual(Array(16).fill(Float32Array.of(Number.NaN, Number.NaN)));
    expect(stepped(session, 1).divergedAt).toBe(1);
  });

  it('saves nothing from which it could not go on', () => expect(diverging().save()).toBeUndefined());

  it('and leaves its worker stands there again, and can be led back', () => {
    const original = diverging();
    const { divergedAt, iteration, furthest } = pulled(original);
    const session = moved(original, shape);
    expect(pulled(session)).toMatchObject({ divergedAt, iteration, furthest });
    session.play();
    expect(session.playing).toBe(false);
    expect(rewound(session, 0).net.getParameters()).toEqual(begin(shape).net.getParameters());
    session.setLearningRate(0.1);
    expect(stepped(session, 10).iteration).toBe(10);
  });

  it('and is led back before it leaves still knows where that was', () => {
    const original = rewound(diverging(), 2);
    const { divergedAt } = pulled(original);
    const session = moved(original, shape);
    expect(pulled(session)).toMatchObject({ divergedAt, iteration: 2 });
  });

  it('and is saved where it was led back to goes on from there with the rate of the reader', () => {
    const session = rewound(diverging(), 2);
    session.setLearningRate(0.1);
    const resumed = begin(shape, checkpointOf(session));
    expect(lossesOf(stepped(resumed, 10))).toEqual(lossesOf(stepped(session, 10)));
  });
});
