import { beforeAll, describe, expect, it } from 'vitest';
import { type Engine, loadEngine } from '../../../../web/engine/api/downhill.ts';
import { keptAnswer, numbersOf } from '../../../../web/figures/loss/compute.ts';
import { type Answer, answers, answerText } from '../../../../web/figures/loss/state.ts';
import { equalErrorsTask, judgeKept } from '../../../../web/figures/loss/tasks.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await loadEngine();
});

/** An answer to a 2, one bar of which is dragged. */
const dragged = (from: readonly number[], bar: number, to: number, label = 2): Answer => ({ y: [...engine.setProbability(Float64Array.from(from), bar, to)], label });
const judged = (...kept: Answer[]) => judgeKept(kept.map((answer) => keptAnswer(engine, answer)));

describe('two answers of equal squared error', () => {
  it('are far apart in cross-entropy if one rules the right digit out, in either order', () => {
    const [mild, harsh] = [dragged(answers.right, 7, 0.69), dragged(answers.even, 2, 0)];
    expect(judged(mild, harsh)).toEqual({ kind: 'found', numbers: ['0.554', '0.556', '1.58', '16.1', '10.2'] });
    expect(judged(harsh, { y: answers.right, label: 2 }, mild)).toMatchObject({ kind: 'found' });
    expect(judged(dragged(answers.right, 7, 0.645), dragged(answers.even, 2, 0.05))).toMatchObject({ kind: 'found' });
  });

  it('are not equal where they differ by more than two in a hundred', () => {
    expect(judged(dragged(answers.right, 7, 0.72), dragged(answers.even, 2, 0))).toMatchObject({ kind: 'near', hint: 'unequal' });
  });

  it('may cost nearly the same: then one is told to rule the right digit out', () => {
    expect(judged(dragged(answers.wrong, 2, 0.1), dragged(answers.wrong, 2, 0.102))).toMatchObject({ kind: 'near', hint: 'ruleOut' });
  });

  it('never cost twice as much if both are good', () => {
    expect(judged({ y: answers.right, label: 2 }, dragged(answers.right, 2, 0.5))).toMatchObject({ kind: 'near', hint: 'tooGood' });
  });

  it('are not compared if other digits are right', () => {
    expect(judged(dragged(answers.right, 7, 0.69), dragged(answers.even, 3, 0, 3))).toBeUndefined();
    expect(judged({ y: answers.right, label: 2 })).toBeUndefined();
  });

  it('are shown by the film', async () => {
    let kept = '';
    await equalErrorsTask(() => engine).show({
      set: async (state) => {
        kept = String(state.kept ?? kept);
      },
      pause: async () => {},
      until: async () => {},
    });
    expect(kept.split(';')).toEqual([dragged(answers.right, 7, 0.69), dragged(answers.even, 2, 0)].map(answerText));
  });
});

it('the cross-entropy is the steeper, the smaller the probability of the right class', () => {
  const slopeAt = (probability: number) => numbersOf(engine, dragged(answers.even, 2, probability)).slope;
  expect(slopeAt(0.5)).toBeCloseTo(-2, 5);
  expect(slopeAt(0.01)).toBeCloseTo(-100, 2);
});
