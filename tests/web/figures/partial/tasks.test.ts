import { beforeAll, describe, expect, it } from 'vitest';
import { type Engine, loadEngine } from '../../../../web/engine/api/downhill.ts';
import { FunctionChoice } from '../../../../web/figures/base/plane/function-of-two.ts';
import type { Point } from '../../../../web/figures/base/state/reading.ts';
import { surfaceOf } from '../../../../web/figures/partial/compute.ts';
import { readState } from '../../../../web/figures/partial/state.ts';
import { judge, type Place } from '../../../../web/figures/partial/tasks.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await loadEngine();
});

/** As the figure sees it. */
function at(point: Point, source: string | null = null): Place {
  const choice = new FunctionChoice(engine);
  choice.choose(source);
  const f = choice.current;
  const [d0 = 0, d1 = 0] = f.expression.gradient(Float64Array.from(point));
  return {
    point,
    slopes: [d0, d1],
    usual: surfaceOf(
      engine,
      f,
      readState(() => null, f),
    ).usual,
  };
}

describe('a point where one tangent is level and the other is not', () => {
  it('is (0, 3) in the bowl, and (−4, 0)', () => {
    expect(judge(at([0, 3]))).toEqual({ kind: 'found', numbers: ['0', '3', 'x₀', '6', 'x₁'] });
    expect(judge(at([-4, 0]))).toEqual({ kind: 'found', numbers: ['−4', '0', 'x₁', '−8', 'x₀'] });
  });
  it('may be 0.05 beside the line, not 0.06', () => {
    expect(judge(at([0.05, 4]))).toMatchObject({ kind: 'found' });
    expect(judge(at([0.06, 4]))).toMatchObject({ kind: 'near', hint: 'along', numbers: ['x₀', '0.12'] });
  });
  it('is not the bottom, where both are level, nor a place near it', () => {
    expect(judge(at([0, 0]))).toMatchObject({ kind: 'near', hint: 'bottom' });
    expect(judge(at([0.3, 0.02]))).toMatchObject({ kind: 'near', hint: 'bottom' });
  });
  it('is not the chapter’s point', () => expect(judge(at([3, 4]))).toMatchObject({ kind: 'near', hint: 'along', numbers: ['x₀', '6'] }));
  it('is everywhere where f depends on one variable alone, but where that is level, too', () => {
    expect(judge(at([3, 1], 'x0^2'))).toMatchObject({ kind: 'found', numbers: ['3', '1', 'x₁', '6', 'x₀'] });
    expect(judge(at([3, 1], 'x1'))).toMatchObject({ kind: 'found' });
    expect(judge(at([0, 1], 'x0^2'))).toMatchObject({ kind: 'near', hint: 'bottom' });
    expect(judge(at([3, 1], '2'))).toMatchObject({ kind: 'near', hint: 'bottom' });
  });
  it('is measured by how steep f usually is', () => {
    expect(judge(at([0, 5], 'x0^2/20 + x1^2'))).toMatchObject({ kind: 'found' });
    expect(judge(at([5, 5], 'x0^2/20 + x1^2'))).toMatchObject({ kind: 'near' });
  });
});
