import { beforeAll, describe, expect, it } from 'vitest';
import { LossHistory } from '../../../../web/draw/loss-history.ts';
import type { Dataset } from '../../../../web/engine/api/api.ts';
import { chapterSettings } from '../../../../web/figures/learning/chapter-settings.ts';
import { crossingOf, type RunRecord } from '../../../../web/figures/training/records.ts';
import { judgeFirst, judgeTooLarge } from '../../../../web/figures/training/tasks.ts';
import { pageDigits } from '../../../lib/digits.ts';
import { engine } from '../../../lib/engine.ts';

/** Milliseconds for some thousand iterations on a busy machine. */
const patient = 60_000;

let train: Dataset;
let test: Dataset;
beforeAll(() => {
  [train, test] = pageDigits().split(chapterSettings.testFraction, 1);
}, patient);

/** As the figure sees it: judged by the test digits after each epoch. */
function learnt(rate: number, iterations: number, changes: Partial<RunRecord> = {}): RunRecord {
  const { hiddenSize, weightInitStd, batchSize, seed } = chapterSettings;
  using net = new engine.TwoLayerNet({ inputSize: 784, hiddenSize, outputSize: 10, weightInitStd, seed });
  using trainer = new engine.Trainer(net, train, { batchSize, learningRate: rate, seed });
  const accuracies = [];
  for (let epoch = 0; 80 * epoch <= iterations; epoch++) {
    const accuracy = net.accuracy(test);
    accuracies.push({ epoch, iteration: trainer.iteration, train: accuracy, test: accuracy });
    trainer.run(Math.min(80, iterations - trainer.iteration) || 1);
  }
  return { of: 'digits', rate, steady: true, shown: false, over: true, iterations, losses: new LossHistory().series(), accuracies, ...changes };
}

describe('which of 0.01, 0.1 and 1 is first to read 80 %', () => {
  let runs: Record<'slow' | 'middle' | 'fast', RunRecord>;
  beforeAll(() => {
    runs = { slow: learnt(0.01, 720), middle: learnt(0.1, 800), fast: learnt(1, 200) };
  }, patient);

  it('is 1, in whatever order they run', () => {
    const { slow, middle, fast } = runs;
    expect([crossingOf(fast), crossingOf(middle), crossingOf(slow)]).toEqual([160, 720, undefined]);
    const verdict = judgeFirst([slow, middle, fast]);
    expect(verdict).toMatchObject({ kind: 'found', numbers: ['1', '160', '0.1', '720', '800', expect.any(String), '0.01', '', '720', expect.any(String)] });
    expect(judgeFirst([fast, slow, middle])).toEqual(verdict);
  });

  it('is not known while one is missing, has not run as long, or had another rate on its way', () => {
    const { slow, middle, fast } = runs;
    expect(judgeFirst([middle, fast])).toBeUndefined();
    expect(judgeFirst([{ ...slow, over: false, iterations: 640 }, middle, fast])).toBeUndefined();
    expect(judgeFirst([{ ...slow, steady: false }, middle, fast])).toBeUndefined();
  });

  it('is hinted at where 0.01 is given up too early', () => {
    const early = learnt(0.01, 240);
    expect(judgeFirst([early])).toMatchObject({ kind: 'near', hint: 'given-up', numbers: ['0.01', expect.stringMatching(/%$/), '700'] });
    expect(judgeFirst([{ ...early, over: false }])).toBeUndefined();
  });
});

describe('whether larger is always better', { timeout: patient }, () => {
  it('it is not: 3 arrives, 10 does not', () => {
    expect(judgeTooLarge([learnt(3, 200), learnt(10, 1520)])).toMatchObject({
      kind: 'found',
      numbers: ['3', '160', '200', expect.any(String), '10', '', '1520', expect.any(String)],
    });
  });

  it('is not shown by 3, which is faster than 1, or by 10 before it had the time', () => {
    const [one, three] = [learnt(1, 200), learnt(3, 200)];
    expect(judgeTooLarge([one, three])).toMatchObject({ kind: 'near', hint: 'larger', numbers: ['3', '160'] });
    expect(judgeTooLarge([three, learnt(10, 400)])).toMatchObject({ kind: 'near', hint: 'wait', numbers: ['10', '1500'] });
  });
});
