import { describe, expect, it } from 'vitest';
import { readState } from '../../../../web/figures/data/state.ts';

const read = (attributes: Record<string, string>, count?: number) => readState((name) => attributes[name] ?? null, count);

describe('the state of the data figure', () => {
  it('sets a fifth aside for the test unless it is told otherwise', () => {
    expect(read({})).toMatchObject({ testFraction: 0.2, seed: 1, only: 'all', problems: [] });
  });

  it('is what its attributes say', () => {
    const state = read({ digit: '9999', row: '0', column: '27', ink: '406,407', paper: '0', pen: 'restore', only: '7', 'test-fraction': '0.5', seed: '3' });
    expect(state).toEqual({ digit: 9999, row: 0, column: 27, ink: [406, 407], paper: [0], pen: 'restore', only: '7', testFraction: 0.5, seed: 3, problems: [] });
  });

  it.each([
    ['digit', '10000'],
    ['digit', '1.5'],
    ['row', '28'],
    ['column', '-1'],
    ['ink', '784'],
    ['paper', '1.5'],
    ['pen', 'chalk'],
    ['only', '10'],
    ['test-fraction', '1'],
    ['seed', 'x'],
  ])('names %s="%s" as what it could not use, and falls back', (attribute, given) => {
    const state = read({ [attribute]: given });
    expect(state.problems).toEqual([expect.objectContaining({ attribute, given })]);
    expect({ ...state, problems: [] }).toEqual(read({}));
  });

  it('knows as many digits as there are', () => {
    expect(read({ digit: '59999' }, 60_000)).toMatchObject({ digit: 59_999, problems: [] });
    expect(read({ digit: '100' }, 100).problems).toHaveLength(1);
  });
});
