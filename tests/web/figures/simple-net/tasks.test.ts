import { describe, expect, it } from 'vitest';
import { nudgeOf, numbersOf } from '../../../../web/figures/simple-net/compute.ts';
import { readState, type WeightName, weightNames } from '../../../../web/figures/simple-net/state.ts';
import { type Nudged, tasks } from '../../../../web/figures/simple-net/tasks.ts';
import { engine } from '../../../lib/engine.ts';

/** As the figure sees it, of the chapter's net or another one. */
function nudged(name: WeightName, attributes: Readonly<Record<string, string>> = {}): Nudged {
  const state = readState((attribute) => attributes[attribute] ?? null);
  const weight = weightNames.indexOf(name);
  return { weight, gradient: numbersOf(engine, state).gradient, change: nudgeOf(engine, state, weight).change };
}

const judged = (...trail: Nudged[]) => tasks[0]?.judge(trail);

describe('the weight that matters most', () => {
  it('is w23 in the chapter’s net', () => {
    expect(judged(nudged('w13'), nudged('w23'))).toEqual({ kind: 'found', numbers: ['w23', '−0.053', '−0.544'] });
  });

  it('is not w13, which leads to the right class from the smaller input', () => {
    expect(judged(nudged('w23'), nudged('w13'))).toMatchObject({ kind: 'near', hint: 'input' });
  });

  it('is none that leads to another class', () => {
    expect(judged(nudged('w21'))).toMatchObject({ kind: 'near', hint: 'class' });
  });

  it('is either of two where the inputs are equal', () => {
    const equal = { x: '0.6,0.6' };
    expect([judged(nudged('w13', equal)), judged(nudged('w23', equal))]).toMatchObject([{ kind: 'found' }, { kind: 'found' }]);
    expect(judged(nudged('w11', equal))).toMatchObject({ kind: 'near', hint: 'class' });
  });

  it('is not to be found where the net has learnt its one sample', () => {
    const learnt = { w: '-5,-5,5,-5,-5,5', x: '5,5' };
    expect(judged(nudged('w23', learnt))).toBeUndefined();
  });
});
