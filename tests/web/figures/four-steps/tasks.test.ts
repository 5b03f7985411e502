import { beforeAll, describe, expect, it } from 'vitest';
import type { Dataset, TwoLayerNet } from '../../../../web/engine/api/api.ts';
import { readState } from '../../../../web/figures/four-steps/state.ts';
import { type Iteration, Stepper } from '../../../../web/figures/four-steps/stepper.ts';
import { changesOf, judgeWorse } from '../../../../web/figures/four-steps/tasks.ts';
import { learntNet, pageDigits } from '../../../lib/digits.ts';
import { engine } from '../../../lib/engine.ts';

let train: Dataset;
let net: TwoLayerNet;
beforeAll(() => {
  [train] = pageDigits().split(0.2, 1);
  net = learntNet(train, 500);
}, 60_000);

/** The first iterations with batches of this size, as the figure sees them. */
function iterations(batchSize: number, count: number): Iteration[] {
  const stepper = new Stepper(engine, train, net, { ...readState(() => null), batchSize });
  const over = Array.from({ length: count }, () => {
    let iteration = stepper.step();
    while (!iteration.after) iteration = stepper.step();
    return iteration;
  });
  stepper.delete();
  return over;
}

describe('an iteration, phase by phase', () => {
  it('draws, finds the gradient, updates and records, and the next one begins where it ended', () => {
    const stepper = new Stepper(
      engine,
      train,
      net,
      readState(() => null),
    );
    const seen = Array.from({ length: 5 }, () => stepper.step());
    expect(seen.map(({ phase }) => phase)).toEqual(['mini-batch', 'gradient', 'update', 'record', 'mini-batch']);
    expect(seen[0]?.samples).toHaveLength(100);
    expect(seen[1]?.gradient?.W1).toHaveLength(784 * 50);
    expect(seen[3]?.after?.own).toBeLessThan(seen[3]?.before.own ?? 0);
    expect(seen[4]).toMatchObject({ number: 2, before: { all: seen[3]?.after?.all } });
    stepper.delete();
  });
});

describe('an iteration after which the loss on all digits is higher', { timeout: 60_000 }, () => {
  it('comes soon with batches of ten, on a net that has learnt', () => {
    const tried = iterations(10, 8);
    const verdicts = tried.map((_, i) => judgeWorse(tried.slice(0, i + 1)));
    const at = verdicts.findIndex((verdict) => verdict?.kind === 'found');
    expect(at).toBeGreaterThanOrEqual(0);
    expect(verdicts[at]).toMatchObject({ numbers: ['10', expect.stringMatching(/^−0\.\d{3}$/), expect.stringMatching(/^\+0\.\d{3}$/)] });
  });

  it('does not come with batches of a hundred, and after some tries one is told to draw fewer', () => {
    const tried = iterations(100, 5);
    expect(judgeWorse(tried.slice(0, 2))).toBeUndefined();
    expect(judgeWorse(tried)).toMatchObject({ kind: 'near', hint: 'ten' });
  });

  it('is none where the loss rose by less than can be seen, or is not over', () => {
    const [one] = iterations(10, 1) as [Iteration];
    expect(judgeWorse([{ ...one, before: { own: 2, all: 1 }, after: { own: 1.9, all: 1.0005 } }])).toBeUndefined();
    const { after, ...running } = one;
    expect(after).toBeDefined();
    expect(changesOf(running)).toBeUndefined();
    expect(judgeWorse([running])).toBeUndefined();
  });
});
