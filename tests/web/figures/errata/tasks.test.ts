import { describe, expect, it } from 'vitest';
import { answered, begun, next, type Quiz } from '../../../../web/figures/errata/quiz.ts';
import { mistakes } from '../../../../web/figures/errata/state.ts';
import { spotTask } from '../../../../web/figures/errata/tasks.ts';
import { engine } from '../../../lib/engine.ts';

const nothing = () => undefined;
const task = spotTask({ begin: nothing, ready: () => true, answer: nothing, next: nothing });
const judged = (quiz: Quiz) => task.judge([quiz]);

/** After so many right answers, the last of them not yet left. */
function spotted(count: number, quiz = begun(true)): Quiz {
  let now = answered(quiz, 'right');
  for (let k = 1; k < count; k++) now = answered(next(now, true), 'right');
  return now;
}

describe('the questions', () => {
  it('are of each mistake that the engine knows, each once', () => {
    expect(begun(true).queue.toSorted()).toEqual(engine.errata.list.map(({ id }) => id).toSorted());
  });

  it('come again where the answer was wrong, after all others', () => {
    const [first, second] = begun(true).queue;
    const after = next(answered(begun(true), 'wrong'), false);
    expect(after).toMatchObject({ rightFirst: false, answer: undefined, spotted: 0, answers: 1 });
    expect(after.queue[0]).toBe(second);
    expect(after.queue.at(-1)).toBe(first);
  });

  it('are answered once each: what is pressed afterwards changes nothing', () => {
    const wrong = answered(begun(true), 'wrong');
    expect(answered(wrong, 'right')).toBe(wrong);
  });

  it('begin anew after the last', () => {
    expect(next(spotted(mistakes.length), false)).toEqual(begun(false));
  });
});

describe('all thirteen', () => {
  it('are found with the last of them, and not before', () => {
    expect(judged(spotted(mistakes.length - 1))).toBeUndefined();
    expect(judged(spotted(mistakes.length))).toEqual({ kind: 'found', numbers: ['13'] });
  });

  it('are found also after a wrong answer, once that was put right', () => {
    const quiz = next(answered(begun(true), 'wrong'), true);
    expect(judged(spotted(12, quiz))).toBeUndefined();
    expect(judged(spotted(13, quiz))).toEqual({ kind: 'found', numbers: ['14'] });
  });

  it('lead, after a wrong answer, to a number that can be worked out by hand', () => {
    expect(judged(answered(begun(true), 'wrong'))).toMatchObject({ kind: 'near', hint: 'by-hand' });
    expect(judged(begun(true))).toBeUndefined();
  });
});
