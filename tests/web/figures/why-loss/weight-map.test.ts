import { describe, expect, it } from 'vitest';
import { staircase } from '../../../../web/figures/why-loss/draw.ts';
import { readState } from '../../../../web/figures/why-loss/state.ts';
import { parameterAt, placeOf, weightMap } from '../../../../web/figures/why-loss/weight-map.ts';

describe('a parameter has its place in the net', () => {
  it.each([
    [0, 'W1', 0, 0],
    [39_199, 'W1', 783, 49],
    [39_200, 'b1', 0, 0],
    [39_297, 'W2', 4, 7],
    [39_759, 'b2', 0, 9],
  ])('%d is %s(%d, %d)', (parameter, name, row, column) => {
    const place = placeOf(parameter);
    expect([place.part.name, place.row, place.column]).toEqual([name, row, column]);
    expect(parameterAt(place.part, row, column)).toBe(parameter);
  });
});

describe('the map of the weights', () => {
  it.each([0, 20_331, 39_205, 39_297, 39_759])('shows parameter %d in the cell that it marks', (parameter) => {
    const map = weightMap(placeOf(parameter));
    expect(map.parameter(map.chosen.row, map.chosen.column)).toBe(parameter);
  });

  it('of W1 is the image of one hidden unit: the pixel below is a row of 28 further', () => {
    const map = weightMap(placeOf(7));
    expect(map).toMatchObject({ rows: 28, columns: 28, image: true });
    expect(map.parameter(1, 0)).toBe(28 * 50 + 7);
    expect(map.parameter(0, 1)).toBe(50 + 7);
  });
});

describe('the state of why-loss', () => {
  const read = (attributes: Record<string, string>) => readState((name) => attributes[name] ?? null, 'as learnt');
  it('is a weight of W2 as it is learnt, by default', () => expect(read({})).toEqual({ weight: 39_297, value: undefined, span: 4, problems: [] }));
  it('has a value once the reader has set one', () => expect(read({ value: '-0.5' }).value).toBe(-0.5));
  it('says that the weight is as learnt where its value cannot be used', () =>
    expect(read({ value: '1e999' })).toMatchObject({ value: undefined, problems: [{ given: '1e999', used: 'as learnt' }] }));
  it.each([
    ['weight', '39760'],
    ['weight', '1.5'],
    ['value', 'high'],
    ['span', '0'],
  ])('%s = %s cannot be used, and it is said', (attribute, given) => {
    expect(read({ [attribute]: given })).toMatchObject({ weight: 39_297, value: undefined, span: 4, problems: [{ attribute, given }] });
  });
});

it('a staircase rises upright between two samples, and is level elsewhere', () => {
  expect(staircase(Float64Array.of(0, 1, 2, 3), Float64Array.of(5, 5, 7, 7))).toEqual({ x: [0, 1, 1.5, 1.5, 2, 3], y: [5, 5, 5, 7, 7, 7] });
});
