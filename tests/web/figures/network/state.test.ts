import { describe, expect, it } from 'vitest';
import { readState, unitByKey } from '../../../../web/figures/network/state.ts';

const read = (given: Readonly<Record<string, string>>) => readState((name) => given[name] ?? null);

describe('the state', () => {
  it('is the first test digit in the trained net, with nothing open, unless told', () => {
    expect(read({})).toMatchObject({ digit: 0, net: 'trained', source: 'test', strokes: [], unit: undefined, output: undefined, guess: undefined, problems: [] });
  });

  it('is what a link says', () => {
    expect(read({ digit: '7', net: 'untrained', source: 'own', drawing: '1,2,3,4', unit: '49', output: '3', guess: '0' })).toMatchObject({
      digit: 7,
      net: 'untrained',
      source: 'own',
      strokes: [
        [
          [1, 2],
          [3, 4],
        ],
      ],
      unit: 49,
      output: 3,
      guess: 0,
      problems: [],
    });
  });

  it('tells what it cannot use', () => {
    const { problems, ...used } = read({ digit: '2000', net: 'learnt', unit: '50', output: '10', guess: 'x' });
    expect(used).toMatchObject({ unit: undefined, output: undefined, guess: undefined });
    expect(problems.map(({ attribute }) => attribute)).toEqual(['digit', 'net', 'unit', 'output', 'guess']);
  });
});

it('arrow keys go from one hidden unit to the next and stay within the fifty', () => {
  expect(['ArrowRight', 'ArrowDown', 'Home', 'End', 'ArrowUp', 'ArrowLeft', 'a'].map((key) => unitByKey(17, key))).toEqual([18, 27, 10, 19, 7, 16, undefined]);
  expect([unitByKey(0, 'ArrowLeft'), unitByKey(3, 'ArrowUp'), unitByKey(49, 'ArrowRight'), unitByKey(45, 'ArrowDown')]).toEqual([0, 3, 49, 45]);
});
