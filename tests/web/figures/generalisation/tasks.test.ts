import { describe, expect, it } from 'vitest';
import type { Work } from '../../../../web/figures/base/work/sliced-work.ts';
import { firstApart, readersOf } from '../../../../web/figures/generalisation/readers.ts';
import { apartTask } from '../../../../web/figures/generalisation/tasks.ts';
import { answerOf } from '../../../../web/figures/learning/answer.ts';
import { partsOf } from '../../../../web/figures/learning/learnt-net.ts';
import { pageDigits } from '../../../lib/digits.ts';
import { engine } from '../../../lib/engine.ts';

const { train, test } = partsOf(pageDigits());
const shares: number[] = [];
const readers = made(readersOf(engine, train));

/** Of a work, at once. */
function made<T>(work: Work<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    shares.push(step.value);
  }
}

const task = apartTask(() => undefined);
const judge = (meant: number, few: number, all: number) => task.judge([{ meant, few, all }]);

describe('the two nets', () => {
  it('learn one after the other, and tell how far they are', () => {
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBeGreaterThan(0.99);
  });

  it('read three and nine of ten test digits; that of 100 has learnt these by heart', () => {
    expect(readers.few.accuracy(test)).toBeCloseTo(0.742, 2);
    expect(readers.all.accuracy(test)).toBeCloseTo(0.9045, 2);
    expect(readers.few.accuracy(train.subset(Uint32Array.from({ length: 100 }, (_, i) => i)))).toBe(1);
  });

  it('differ on the second test digit, a 5 that the one takes for a 2; another 5 it has learnt', () => {
    const apart = firstApart(engine, readers, train, test);
    expect(apart).toMatchObject({ digit: 1, label: 5, few: 2 });
    const known = Uint32Array.of(apart?.learnt ?? -1);
    expect(train.labels(known)[0]).toBe(5);
    expect(answerOf(engine, readers.few, train.pixels(known)).digit).toBe(5);
  });
});

describe('a digit that only the net of all digits reads', () => {
  it('is found', () => {
    expect(judge(5, 2, 5)).toEqual({ kind: 'found', numbers: ['5', '2'] });
  });

  it('is none that both read, nor one that the net of all digits does not read', () => {
    expect(judge(5, 5, 5)).toMatchObject({ kind: 'near', hint: 'both' });
    expect(judge(5, 2, 3)).toMatchObject({ kind: 'near', hint: 'scrawl', numbers: ['3'] });
    expect(judge(5, 5, 3)).toMatchObject({ kind: 'near', hint: 'scrawl' });
  });

  it('is shown among the test digits', async () => {
    const set: Readonly<Record<string, unknown>>[] = [];
    await apartTask(() => firstApart(engine, readers, train, test)).show({
      set: async (state) => void set.push(state),
      pause: async () => {},
      until: async (condition) => expect(condition()).toBe(true),
    });
    expect(Object.assign({}, ...set)).toEqual({ drawing: null, digit: 1, meant: 5 });
  });
});
