import { describe, expect, it } from 'vitest';
import { batchSizeAt, readState } from '../../../../web/figures/mini-batch/state.ts';

const read = (attributes: Record<string, string>) => readState((name) => attributes[name] ?? null);

describe('the state of mini-batch', () => {
  it("is the chapter's hundred digits by default", () => expect(read({})).toEqual({ batchSize: 100, seed: 1, iterations: '500', thousand: false, problems: [] }));
  it.each(['0', '1001', '2.5', 'many'])("'%s' is no batch size, and it is said", (given) => {
    expect(read({ 'batch-size': given })).toMatchObject({ batchSize: 100, problems: [{ attribute: 'batch-size', given }] });
  });
  it('draws one mini-batch, or a thousand', () => {
    expect(read({ draw: 'thousand' }).thousand).toBe(true);
    expect(read({ draw: '1000' })).toMatchObject({ thousand: false, problems: [{ attribute: 'draw', given: '1000' }] });
  });
  it('knows three nets', () => {
    expect(read({ iterations: '2000' }).iterations).toBe('2000');
    expect(read({ iterations: '20' })).toMatchObject({ iterations: '500', problems: [{ attribute: 'iterations', given: '20' }] });
  });
});

describe('the batch size on a log axis', () => {
  it('is the nearest whole number', () => expect(batchSizeAt(2.5, 100)).toBe(316));
  it('goes on where a step is too small to reach the next one', () => {
    expect(batchSizeAt(0.02, 1)).toBe(2);
    expect(batchSizeAt(Math.log10(2) - 0.02, 2)).toBe(1);
  });
  it('stays where it is not moved', () => expect(batchSizeAt(Math.log10(7), 7)).toBe(7));
  it('stays within what is allowed', () => {
    expect(batchSizeAt(0, 1)).toBe(1);
    expect(batchSizeAt(-1, 1)).toBe(1);
    expect(batchSizeAt(3.2, 1000)).toBe(1000);
  });
});
