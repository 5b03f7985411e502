import { describe, expect, it } from 'vitest';
import { changedPixels, type Paint, paintOn } from '../../../../web/figures/data/painting.ts';
import { oneMore, type PaintedDigit, tasksFor } from '../../../../web/figures/data/tasks.ts';
import { answerOf } from '../../../../web/figures/learning/answer.ts';
import { learnt, partsOf } from '../../../../web/figures/learning/learnt-net.ts';
import { learntNet, pageDigits } from '../../../lib/digits.ts';
import { engine } from '../../../lib/engine.ts';

const digits = pageDigits();
const net = learntNet(partsOf(digits).train, learnt.iterations);
/** The first test digit, and a 5 that is nearly a 4. */
const [four, five] = [7890, 3337];
const pixelsOf = (digit: number) => digits.pixels(Uint32Array.of(digit));
const predict = (pixels: Uint8Array) => net.predict(engine.inputsOfPixels(pixels));
const read = (pixels: Uint8Array) => answerOf(engine, net, pixels).digit;

const figure = (number: number, label: number): PaintedDigit => ({ number: () => number, ready: () => true, original: () => pixelsOf(number), label: () => label, predict });
const tasks = tasksFor(figure(four, 4));
const judge = (id: string, label: number, answer: number, changed: number) => tasks.find((task) => task.id === id)?.judge([{ label, answer, changed }]);

describe('a few pixels that make it another digit', () => {
  it('are forty at most', () => {
    expect(judge('few', 4, 9, 40)).toEqual({ kind: 'found', numbers: ['40', '4', '9'] });
    expect(judge('few', 4, 9, 41)).toEqual({ kind: 'near', hint: 'second', numbers: [] });
    expect(judge('few', 4, 4, 41)).toEqual({ kind: 'near', hint: 'second', numbers: [] });
    expect(judge('few', 4, 4, 12)).toBeUndefined();
  });

  it('are twenty for the second mark', () => {
    expect(judge('fewer', 4, 9, 20)).toEqual({ kind: 'found', numbers: ['20', '4', '9'] });
    expect(judge('fewer', 4, 9, 21)).toEqual({ kind: 'near', hint: 'spare', numbers: ['21'] });
    expect(judge('fewer', 4, 4, 3)).toBeUndefined();
  });

  it('is one, by which a 5 that is nearly a 4 becomes one', () => {
    const original = pixelsOf(five);
    expect(read(original)).toBe(5);
    const work = oneMore(original, { ink: [], paper: [] }, 5, predict);
    let step = work.next();
    while (!step.done) step = work.next();
    expect(step.value.ink.length + step.value.paper.length).toBe(1);
    expect(read(paintOn(original, step.value))).toBe(4);
  });

  it('are shown one after the other: the first test digit, a 4, becomes a 6 with 13', { timeout: 60_000 }, async () => {
    const original = pixelsOf(four);
    expect(read(original)).toBe(4);
    let paint: Paint = { ink: [], paper: [] };
    const list = (text: unknown) => (typeof text === 'string' ? text.split(',').map(Number) : []);
    await tasks[0]?.show({
      set: async ({ ink, paper }) => {
        paint = { ink: list(ink), paper: list(paper) };
      },
      pause: async () => {},
      until: async (condition) => {
        while (!condition());
      },
    });
    const pixels = paintOn(original, paint);
    expect(read(pixels)).toBe(6);
    expect(changedPixels(original, pixels)).toHaveLength(13);
  });
});
