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

  it('asks for another run when the seed changes, not when the learning rate does', () => {
    expect(runKey(stateOf({ seed: '2' }))).not.toBe(runKey(stateOf({})));
    expect(runKey(stateOf({ 'learning-rate': '3', log: '' }))).toBe(runKey(stateOf({})));
  });
});
