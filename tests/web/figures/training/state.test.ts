import { describe, expect, it } from 'vitest';
import { readState, runKey, settingsOf } from '../../../../web/figures/training/state.ts';

const stateOf = (attributes: Record<string, string>) => readState((name) => attributes[name] ?? null);

describe('the state of the training figure', () => {
  it('is the chapter’s run by default', () => {
    expect(settingsOf(stateOf({}))).toMatchObject({
      hiddenSize: 50,
      batchSize: 100,
      learningRate: 0.1,
      optimizer: 'sgd',
      weightInitStd: 0.01,
      activation: 'sigmoid',
      testFraction: 0.2,
    });
  });

  it('fits a small net to points of the plane', () => {
    expect(settingsOf(stateOf({ data: 'spiral' }))).toMatchObject({ hiddenSize: 16, activation: 'tanh', xavier: true });
  });

  it('tells what cannot be used, and uses the default', () => {
    const { batchSize, problems } = stateOf({ 'batch-size': '0.5' });
    expect(batchSize).toBe(100);
    expect(problems).toMatchObject([{ attribute: 'batch-size', given: '0.5' }]);
  });

  it('holds the reader’s points, and asks for another run when they change', () => {
    const state = stateOf({ data: 'points', points: '0,0.5,1;1,2,0' });
    expect(state.points).toEqual([
      [0, 0.5, 1],
      [1, 2, 0],
    ]);
    expect(runKey(state)).not.toBe(runKey(stateOf({ data: 'points', points: '0,0.5,1' })));
    expect(stateOf({ points: '0,0.5,9' }).problems).toMatchObject([{ attribute: 'points' }]);
  });

  it('draws another plane of the same run', () => {
    const state = stateOf({ plane: 'weights', 'first-weight': '3', 'second-weight': '5' });
    expect(state.plane).toEqual({ kind: 'weights', first: 3, second: 5 });
    expect(runKey(state)).toBe(runKey(stateOf({})));
  });

  it('asks for another run when the seed changes, not when the learning rate does', () => {
    expect(runKey(stateOf({ seed: '2' }))).not.toBe(runKey(stateOf({})));
    expect(runKey(stateOf({ 'learning-rate': '3', log: '' }))).toBe(runKey(stateOf({})));
  });
});
