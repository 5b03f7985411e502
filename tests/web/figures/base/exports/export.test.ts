import { describe, expect, it } from 'vitest';
import { csvOf, tableExport } from '../../../../../web/figures/base/exports/export.ts';
import { linkTo } from '../../../../../web/figures/base/state/link.ts';
import { Remembered } from '../../../../../web/figures/base/work/remembered.ts';

describe('a table as CSV', () => {
  it('has a row of names and every digit of the numbers', () =>
    expect(
      csvOf([
        { name: 'step', values: [0, 1] },
        { name: 'f', values: Float64Array.of(25, 1 / 3) },
      ]),
    ).toBe('step,f\r\n0,25\r\n1,0.3333333333333333\r\n'));
  it('quotes what has a comma or a quote in it', () => expect(csvOf([{ name: 'min(x0, x1)', values: ['a "b"'] }])).toBe('"min(x0, x1)"\r\n"a ""b"""\r\n'));
  it('ends a shorter column in empty fields', () =>
    expect(
      csvOf([
        { name: 'a', values: [1, 2] },
        { name: 'b', values: [3] },
      ]),
    ).toBe('a,b\r\n1,3\r\n2,\r\n'));
  it('is what is saved', async () => {
    const blob = await tableExport(() => [{ name: 'a', values: [1] }], { id: 'csv', label: 'Table', filename: 'a.csv' }).blob();
    expect(await blob.text()).toBe('a\r\n1\r\n');
  });
});

describe('a link to a figure', () => {
  it('holds the state behind its id', () =>
    expect(linkTo('https://example.org/page/?q=1#old', 'descent', { start: '-3,4', 'learning-rate': '0.3' })).toBe(
      'https://example.org/page/?q=1#descent?start=-3,4&learning-rate=0.3',
    ));
  it('is its id alone in the first state', () => expect(linkTo('https://example.org/', 'loss', {})).toBe('https://example.org/#loss'));
  it('can be read back', () => {
    const f = 'x0^2 + 3*x1 & 1';
    const hash = new URL(linkTo('https://example.org/', 'descent', { f, start: '1,2' })).hash;
    expect(Object.fromEntries(new URLSearchParams(hash.slice(hash.indexOf('?') + 1)))).toEqual({ f, start: '1,2' });
  });
});

describe('Remembered', () => {
  it('makes anew only for another key', () => {
    const remembered = new Remembered<number>();
    let made = 0;
    const of = (...key: (string | readonly number[])[]) => remembered.of(key, () => ++made);
    expect([of('a', [0, 1]), of('a', [0, 1]), of('a', [0, 2]), of('a', [0, 1])]).toEqual([1, 1, 2, 3]);
  });
});
