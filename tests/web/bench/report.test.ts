import { describe, expect, it } from 'vitest';
import { tableOf } from '../../bench/compare.mjs';
import { markdownTable, shown } from '../../bench/numbers.mjs';
import { limitOf, workOfIteration } from '../../bench/work.mjs';

describe('numbers of the report', () => {
  it('show three digits that count, and thousands set apart', () => {
    expect([0.01234, 1.236, 45.678, 999.6, 12345.6].map(shown)).toEqual(['0.012', '1.24', '45.7', '1,000', '12,346']);
  });
  it('show nothing for what was not measured', () => {
    expect(shown(Number.NaN)).toBe('');
  });
});

describe('a table', () => {
  it('has a line of dashes below its head and empty cells where a row is short', () => {
    expect(markdownTable([['a', 'bcde'], ['long'], ['x', 'y']]).split('\n')).toEqual(['| a    | bcde |', '| ---- | ---- |', '| long |      |', '| x    | y    |']);
  });
});

describe('the limit of an iteration', () => {
  it('counts dense inputs as three products with W1 and four with W2', () => {
    expect(workOfIteration(1).operations).toBe(2 * 100 * (3 * 784 * 50 + 4 * 50 * 10));
  });
  it('grows with the machine', () => {
    const slow = limitOf(0.2, { arithmetic: 10, firstCache: 10, secondCache: 5 });
    const fast = limitOf(0.2, { arithmetic: 20, firstCache: 20, secondCache: 10 });
    expect(fast.arithmetic).toBe(2 * slow.arithmetic);
    expect(fast.secondCache).toBe(slow.firstCache);
  });
});

describe('the comparison with an earlier commit', () => {
  it('gives the median of the ratios of the rounds, not the ratio of the medians', () => {
    const table = tableOf({ 'node.iteration': { before: [1, 2, 10], now: [2, 4, 10] } });
    expect(table.split('\n').at(-1)).toMatch(/\| an iteration of training, node \| 2 +\| 4 +\| 2\.00 +\|/);
  });
});
