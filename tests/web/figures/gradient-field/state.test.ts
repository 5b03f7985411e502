import { describe, expect, it } from 'vitest';
import { mostDrops, readState, withDrop } from '../../../../web/figures/gradient-field/state.ts';
import { fieldColumns, flowColumns } from '../../../../web/figures/gradient-field/tables.ts';

const read = (attributes: Record<string, string>) => readState((name) => attributes[name] ?? null, undefined);

describe('the state of gradient-field', () => {
  it("is the chapter's grid by default", () => expect(read({})).toMatchObject({ x0: [-2, 2.25], x1: [-2, 2.25], length: 'linear', drops: [], problems: [] }));
  it('keeps the part that suits f beside the part that is shown', () => {
    const { x0, home } = read({ x0: '0,1' });
    expect([x0, home.x0]).toEqual([
      [0, 1],
      [-2, 2.25],
    ]);
  });
  it('has the dropped points', () =>
    expect(read({ drops: '1.5,-1;-2,0.5' }).drops).toEqual([
      [1.5, -1],
      [-2, 0.5],
    ]));
  it('says which list of points it cannot read', () => expect(read({ drops: '1.5' }).problems).toMatchObject([{ attribute: 'drops', given: '1.5' }]));
  it('a drop is read back', () =>
    expect(read({ drops: withDrop([[1, 2]], [3, -4]) }).drops).toEqual([
      [1, 2],
      [3, -4],
    ]));
  it('a point is dropped once, however often the key is pressed', () =>
    expect(
      withDrop(
        [
          [1, 2],
          [3, -4],
        ],
        [1, 2],
      ),
    ).toBe('3,-4;1,2'));
  it('the oldest drop gives way where there are too many', () => {
    const full = Array.from({ length: mostDrops }, (_, i) => [i, 0] as const);
    const { drops } = read({ drops: withDrop(full, [99, 0]) });
    expect([drops.length, drops[0], drops.at(-1)]).toEqual([mostDrops, [1, 0], [99, 0]]);
  });
});

describe('what is saved', () => {
  it('has each grid point in a row, x1 outer', () => {
    const field = { value: Float64Array.of(1, 2, 3, 4), d0: new Float64Array(4), d1: new Float64Array(4) };
    const columns = fieldColumns({ x0: [0, 1], x1: [5, 6], columns: 2, rows: 2 }, field, field);
    expect(columns.slice(0, 3).map(({ name, values }) => [name, Array.from(values)])).toEqual([
      ['x0', [0, 1, 0, 1]],
      ['x1', [5, 5, 6, 6]],
      ['f', [1, 2, 3, 4]],
    ]);
  });
  it('has two columns for each flow line', () => {
    const columns = flowColumns([{ from: [1, 2], to: [0, 0], value: 0, line: Float64Array.of(1, 2, 0, 0) }]);
    expect(columns.map(({ values }) => Array.from(values))).toEqual([
      [1, 0],
      [2, 0],
    ]);
  });
});
