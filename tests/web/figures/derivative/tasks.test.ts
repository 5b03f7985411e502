import { beforeAll, describe, expect, it } from 'vitest';
import { type Engine, loadEngine } from '../../../../web/engine/api/downhill.ts';
import { bestSteps, numbersOf } from '../../../../web/figures/derivative/compute.ts';
import { parabola, readState, type State, sine } from '../../../../web/figures/derivative/state.ts';
import { type Step, tasks } from '../../../../web/figures/derivative/tasks.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await loadEngine();
});

const state = (attributes: Record<string, string> = {}): State => readState((name) => attributes[name] ?? null);
const errorsOf = ({ f, x, scheme }: State) => engine.derivativeErrors(engine.expression(f, ['x']), x, { scheme });

/** As the figure sees it. */
function stepAt(h: number, shown = state()): Step {
  const errors = errorsOf(shown);
  return { h, best: bestSteps(errors), error: numbersOf(engine, engine.expression(shown.f, ['x']), shown, h).error, slope: Math.abs(errors.exact) };
}

const judged = (id: string, h: number, shown = state()) => tasks.find((task) => task.id === id)?.judge([stepAt(h, shown)]);

describe('the best h', () => {
  it('is where the lines of theory cross', () => {
    const { float64, float32 } = bestSteps(errorsOf(state()));
    expect(float64?.h).toBeCloseTo(1.275e-5, 7);
    expect(float32?.h).toBeCloseTo(1.04e-2, 4);
    expect(float32?.error).toBeCloseTo(9.7e-6, 7);
  });
  it('is far smaller for a one-sided difference, whose own error shrinks only as h', () => {
    const forward = bestSteps(errorsOf(state({ scheme: 'forward' }))).float64?.h ?? 0;
    expect(forward).toBeGreaterThan(1e-9);
    expect(forward).toBeLessThan(1e-7);
  });
  it('does not exist for a parabola, whose central difference is exact', () => {
    expect(bestSteps(errorsOf(state({ f: parabola.f })))).toEqual({ float64: undefined, float32: undefined });
    expect(judged('bottom-64', 1e-5, state({ f: parabola.f }))).toBeUndefined();
  });
});

describe('the bottom of the V with 64 bits', () => {
  it.each([2.6e-6, 3.2e-6, 1e-5, 6.3e-5])('is reached with h = %d', (h) => expect(judged('bottom-64', h)).toMatchObject({ kind: 'found' }));
  it('is told with the reader’s numbers', () => expect(judged('bottom-64', 1e-5)).toMatchObject({ numbers: ['0.00001', '1.1e−11'] }));
  it('is not reached with the h of the chapter, nor with one that is too small', () => {
    expect(judged('bottom-64', 1e-4)).toMatchObject({ kind: 'near', hint: 'right' });
    expect(judged('bottom-64', 1e-9)).toMatchObject({ kind: 'near', hint: 'left' });
  });
});

describe('the bottom of the V with 32 bits', () => {
  it.each([0.0021, 0.01, 0.05])('is reached with h = %d', (h) => expect(judged('bottom-32', h)).toMatchObject({ kind: 'found' }));
  it('is not the smallest error that was measured, which is luck', () => {
    const { best32 } = errorsOf(state());
    expect(best32.h).toBeCloseTo(5.6e-4, 5);
    expect(judged('bottom-32', best32.h)).toMatchObject({ kind: 'near', hint: 'lucky' });
  });
  it('is not where x + h is x', () => expect(judged('bottom-32', 1e-9)).toEqual({ kind: 'near', hint: 'nothing', numbers: ['1e−9'] }));
  it('is not that of 64 bits, nor the h of the chapter', () => {
    expect(judged('bottom-32', 1e-5)).toMatchObject({ kind: 'near', hint: 'left' });
    expect(judged('bottom-32', 1e-4)).toMatchObject({ kind: 'near', hint: 'left' });
    expect(judged('bottom-32', 0.3)).toMatchObject({ kind: 'near', hint: 'right' });
  });
});

describe('the state of derivative', () => {
  it('is sin(x) at 1 with the chapter’s h', () => expect(state()).toMatchObject({ ...sine, h: 1e-4, scheme: 'central', problems: [] }));
  it('is at the chapter’s place for the chapter’s parabola', () => expect(state({ f: parabola.f })).toMatchObject({ x: 5, range: [0, 20] }));
});
