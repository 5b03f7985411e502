import { beforeAll, describe, expect, it } from 'vitest';
import { type Engine, loadEngine } from '../../../../web/engine/api/downhill.ts';
import { tasks, type Walk, walkOf } from '../../../../web/figures/descent/tasks.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await loadEngine();
});

/** As the figure sees it: the chapter's start, twenty steps. */
function walked(learningRate: number, start = [-3, 4]): Walk | undefined {
  const { path } = engine.gradientDescent(engine.expression('x0^2 + x1^2', ['x0', 'x1']), Float64Array.from(start), { learningRate, steps: 20 });
  return walkOf('bowl', { optimizer: 'sgd', learningRate }, path);
}

const judged = (id: string, ...rates: number[]) => tasks.find((task) => task.id === id)?.judge(rates.flatMap((rate) => walked(rate) ?? []));

describe('the rate that arrives in one step', () => {
  it('is 0.5, from any start', () => {
    expect(judged('one-step', 0.5)).toEqual({ kind: 'found', numbers: ['0.5'] });
    expect(walked(0.5, [0.7, -8])?.fate).toBe('arrives');
  });
  it('is not 0.45, of which one step leaves a tenth', () => {
    expect(judged('one-step', 0.45)).toEqual({ kind: 'near', hint: 'side', numbers: ['0.1'] });
    expect(judged('one-step', 0.1)).toBeUndefined();
  });
});

describe('the rate at which the walker jumps for ever', () => {
  it('is 1', () => {
    expect(judged('jumps', 1)).toEqual({ kind: 'found', numbers: ['1', '−1'] });
  });
  it('is neither 0.95 nor 1.05, and one is told on which side they lie', () => {
    expect([judged('jumps', 0.95), judged('jumps', 1.05)]).toMatchObject([{ hint: 'shrinks' }, { hint: 'grows' }]);
  });
  it('is not one that does not move', () => {
    expect(judged('jumps', 1e-10)).toBeUndefined();
  });
});

describe('the first rate that flies off', () => {
  it('is found between two neighbours, in either order', () => {
    expect(judged('first-to-fly', 1, 1.05)).toEqual({ kind: 'found', numbers: ['1.05', '1', '−1.1'] });
    expect(judged('first-to-fly', 1.05, 1.2, 1)).toMatchObject({ kind: 'found' });
  });
  it('is not found while the neighbour below has not been tried', () => {
    expect(judged('first-to-fly', 1.2)).toEqual({ kind: 'near', hint: 'smaller', numbers: ['1.2'] });
    expect(judged('first-to-fly', 0.95, 1.05)).toMatchObject({ kind: 'near' });
  });
});

it('a start in the bottom, another f and another optimiser say nothing', () => {
  expect(walked(0.5, [0.01, 0.02])).toBeUndefined();
  expect(walkOf('saddle', { optimizer: 'sgd', learningRate: 0.5 }, [-3, 4, 0, 0, 0, 0])).toBeUndefined();
  expect(walkOf('bowl', { optimizer: 'adam', learningRate: 0.5 }, [-3, 4, 0, 0, 0, 0])).toBeUndefined();
});
