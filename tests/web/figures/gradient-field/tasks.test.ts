import { beforeAll, describe, expect, it } from 'vitest';
import { type Engine, loadEngine } from '../../../../web/engine/api/downhill.ts';
import { FunctionChoice } from '../../../../web/figures/base/plane/function-of-two.ts';
import type { Point } from '../../../../web/figures/base/state/reading.ts';
import { computeFlow, endsOnSaddle } from '../../../../web/figures/gradient-field/compute.ts';
import { pass, readState } from '../../../../web/figures/gradient-field/state.ts';
import { judge } from '../../../../web/figures/gradient-field/tasks.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await loadEngine();
});

/** As the figure sees it. */
function dropped(from: Point, source: string = pass.source) {
  const choice = new FunctionChoice(engine);
  choice.choose(source);
  const f = choice.current;
  const { home } = readState(() => null, f);
  const flow = computeFlow(engine, f, from, home);
  return { flow, field: f.field?.name, onSaddle: endsOnSaddle(f.expression, flow, home) };
}

describe('two valleys and a pass', () => {
  it('is a function of the catalogue, in its own part of the plane', () => {
    const choice = new FunctionChoice(engine);
    choice.choose('(x0^2-1)^2+x1^2');
    expect(choice.current.field).toMatchObject(pass);
    expect(readState(() => null, choice.current)).toMatchObject({ x0: [-2, 2], x1: [-2, 2], problems: [] });
  });
});

describe('a place from which the drop comes to rest on the saddle', () => {
  it('is (0, 1.5)', () => expect(judge(dropped([0, 1.5]))).toMatchObject({ kind: 'found', numbers: ['(0, 1.5)', expect.stringMatching(/^\(0, −?0\.00/), '1'] }));
  it('is not (0.05, 1.5), which passes the saddle closely', () => expect(judge(dropped([0.05, 1.5]))).toMatchObject({ kind: 'near', hint: 'close' }));
  it('is not (0.5, 1.5), which goes straight to a valley', () => expect(judge(dropped([0.5, 1.5]))).toMatchObject({ kind: 'near', hint: 'valley' }));
  it('is not a place beside the saddle, where it lies already', () => expect(judge(dropped([0, 0.05]))).toMatchObject({ kind: 'near' }));
  it('is sought where there is a saddle', () => expect(judge(dropped([1, 1], 'x0^2 + x1^2'))).toEqual({ kind: 'near', hint: 'other', numbers: [] }));
  it('can lie on any function with a saddle', () => expect(judge(dropped([1.5, 0], 'x0^2 - x1^2'))).toMatchObject({ kind: 'found' }));
  it.each(['x0^2/20 + x1^2', '(1 - x0)^2 + 100*(x1 - x0^2)^2'])('is no place of a valley without one: %s', (f) => expect(dropped([-1.5, 1.2], f).onSaddle).toBe(false));
});
