import { describe, expect, it } from 'vitest';
import { readState, settingsOf } from '../../../../web/figures/generalisation/state.ts';

const read = (attributes: Record<string, string>) => readState((name) => attributes[name] ?? null);

describe('the state of the generalisation figure', () => {
  it('begins with 100 digits', () => {
    expect(settingsOf(read({}))).toMatchObject({ trainSize: 100, testFraction: 0.2, batchSize: 100, learningRate: 0.1, hiddenSize: 50 });
  });

  it('takes all that the test leaves when it is told to take all', () => {
    expect(settingsOf(read({ 'train-size': 'all' }))).not.toHaveProperty('trainSize');
  });

  it('holds the drawing', () => {
    expect(read({ drawing: '10,20,30,40;5,5' }).strokes).toEqual([
      [
        [10, 20],
        [30, 40],
      ],
      [[5, 5]],
    ]);
  });

  it.each([
    ['train-size', '200'],
    ['iterations', '0'],
    ['hidden-size', '2.5'],
    ['learning-rate', '-1'],
    ['seed', 'x'],
    ['label', '10'],
    ['answer', '-1'],
    ['digit', '2000'],
    ['meant', '10'],
    ['drawing', '10,20,30'],
    ['drawing', '10,101'],
    ['drawing', '10,,20,30'],
  ])('names %s="%s" as what it could not use, and falls back', (attribute, given) => {
    const state = read({ [attribute]: given });
    expect(state.problems).toEqual([expect.objectContaining({ attribute, given })]);
    expect({ ...state, problems: [] }).toEqual(read({}));
  });
});
