import { describe, expect, it } from 'vitest';
import { answers, answerText, readState, withAnswer, writeProbabilities } from '../../../../web/figures/loss/state.ts';

const read = (attributes: Record<string, string>) => readState((name) => attributes[name] ?? null);

describe('the state of loss', () => {
  it("is the chapter's first answer to a 2 by default", () => {
    expect(read({})).toEqual({ y: [0.1, 0.05, 0.6, 0, 0.05, 0.1, 0, 0.1, 0, 0], label: 2, kept: [], problems: [] });
  });

  it('is read back as it was written, to a millionth', () => {
    const third = [1 / 3, 1 / 3, 1 / 3, 0, 0, 0, 0, 0, 0, 0];
    const { y, problems } = read({ y: writeProbabilities(third) });
    expect(problems).toEqual([]);
    for (const [k, probability] of y.entries()) expect(probability).toBeCloseTo(third[k] as number, 6);
  });

  it.each([
    ['nine numbers', '0.2,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1'],
    ['a sum that is not 1', '0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.2'],
    ['a negative one', '-0.1,0.2,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.2'],
    ['a gap', '0.2,,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1'],
    ['words', 'a 2, I think'],
  ])('%s are no probabilities, and it is said', (_, y) => {
    const state = read({ y });
    expect(state.y).toEqual(answers.right);
    expect(state.problems).toMatchObject([{ attribute: 'y', given: y, allowed: { kind: 'probabilities', count: 10 } }]);
  });

  it.each(['10', '-1', '2.5', 'two'])("'%s' is no digit, and it is said", (label) => {
    expect(read({ label })).toMatchObject({ label: 2, problems: [{ attribute: 'label', given: label }] });
  });
});

describe('the answers that are kept', () => {
  const wrong = { y: answers.wrong, label: 2 };

  it('are read back as they were written', () => {
    expect(read({ kept: answerText(wrong) })).toMatchObject({ kept: [wrong], problems: [] });
  });

  it('are at most three, each once, the latest last', () => {
    const others = [0, 1, 3].map((label) => ({ y: answers.even, label }));
    expect(withAnswer([wrong, ...others.slice(0, 2)], wrong).split(';')).toEqual([...others.slice(0, 2), wrong].map(answerText));
    expect(read({ kept: withAnswer(others, wrong) }).kept).toEqual([...others.slice(1), wrong]);
  });

  it.each(['2', '2:0.5,0.6', '12:0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1', 'x'])("'%s' is none, and it is said", (kept) => {
    expect(read({ kept })).toMatchObject({ kept: [], problems: [{ attribute: 'kept', given: kept }] });
  });
});
