import { afterAll, describe, expect, it } from 'vitest';
import { learn, type Subject, Sweeper } from '../../../../web/figures/why-loss/compute.ts';
import { nearestRiser, risers } from '../../../../web/figures/why-loss/risers.ts';
import { readState } from '../../../../web/figures/why-loss/state.ts';
import { passing, Stretch } from '../../../../web/figures/why-loss/stretch.ts';
import { plateauTask, sweptOf } from '../../../../web/figures/why-loss/tasks.ts';
import { pageDigits } from '../../../lib/digits.ts';
import { engine } from '../../../lib/engine.ts';

const data = pageDigits();
const subject = learntSubject();
const sweeper = new Sweeper(engine, data, subject);
const sweep = sweeper.sweep(readState(() => null, ''));
afterAll(() => {
  sweeper.delete();
  data.delete();
});

function learntSubject(): Subject {
  const work = learn(engine, data);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

const { judge, show } = plateauTask(() => true);
const dragged = (from: number, to: number) => {
  const swept = sweptOf(sweep, passing(passing(undefined, from), to));
  return swept && judge([swept]);
};

describe('a stretch in which the accuracy does not move and the loss does', () => {
  it('lies between two steps, whichever way it is dragged', () => {
    expect(dragged(-2.14, -3.92)).toEqual({ kind: 'found', numbers: ['−3.92', '−2.14', '64', expect.stringMatching(/^0\.09/)] });
    expect(dragged(-3.92, -2.14)).toMatchObject({ kind: 'found' });
    expect(dragged(2.3, 2.7)).toMatchObject({ kind: 'found', numbers: ['2.3', '2.7', '55', expect.anything()] });
  });

  it('does not cross a step; one is told where that is', () => {
    const verdict = dragged(-3.9, -1);
    expect(verdict).toMatchObject({ kind: 'near', hint: 'step' });
    expect(Number(verdict?.numbers?.[0]?.replace('−', '-'))).toBeGreaterThan(-2.2);
  });

  it('is long enough, and the loss moves in it', () => {
    expect(dragged(-3, -3.1)).toBeUndefined();
    const level = { lowest: 0, highest: 1, accuracy: [0.6, 0.6], loss: [1, 1.001], step: undefined } as const;
    expect(judge([level])).toMatchObject({ kind: 'near', hint: 'still' });
  });

  it('is shown by the film', async () => {
    const values: number[] = [];
    await show({
      set: async ({ value }) => {
        values.push(Number(value));
      },
      pause: async () => {},
      until: async () => {},
    });
    expect(dragged(values[0] ?? 0, values.at(-1) ?? 0)).toMatchObject({ kind: 'found' });
  });
});

describe('what the hand has passed', () => {
  it('is a drag from where it is pressed, told once it is released', () => {
    const stretch = new Stretch();
    stretch.press();
    for (const value of [1, 2, 1.5]) stretch.pass(0, value);
    expect(stretch.take()).toBeUndefined();
    stretch.release();
    expect(stretch.take()).toEqual({ lowest: 1, highest: 2, last: 1.5 });
    expect(stretch.take()).toBeUndefined();
  });

  it('are keys in a row, from where the weight was', () => {
    const stretch = new Stretch();
    stretch.key();
    stretch.pass(0, 0.1);
    stretch.key();
    stretch.pass(0.1, 0.2);
    expect(stretch.take()).toEqual({ lowest: 0, highest: 0.2, last: 0.2 });
  });

  it('is nothing where a finger taps', () => {
    const stretch = new Stretch();
    stretch.press();
    stretch.release();
    stretch.pass(0, 3);
    expect(stretch.take()).toBeUndefined();
  });
});

it('the digit that tips over at the nearest step is read rightly on one side of it alone', () => {
  const tip = sweeper.tip(39_297, sweep);
  expect(tip?.at).toBe(nearestRiser(sweep, sweep.now.weight)?.at);
  expect((tip?.left === tip?.label) !== (tip?.right === tip?.label)).toBe(true);
  expect(subject.labels[tip?.digit ?? -1]).toBe(tip?.label);
});

it('steps lie half-way between two points of the sweep', () => {
  expect(risers({ weight: Float64Array.of(0, 1, 2, 3), accuracy: Float64Array.of(0.5, 0.5, 0.6, 0.6) })).toEqual([{ index: 2, at: 1.5 }]);
});
