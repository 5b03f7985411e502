import { describe, expect, it } from 'vitest';
import { pairOf, problemsOf, readList, readName, readNumber, readNumbers, readPoint, readRange } from '../../../../../web/figures/base/state/reading.ts';

const rate = { attribute: 'learning-rate', lowest: 0, highest: 100, fallback: 0.1 };
const steps = { attribute: 'steps', lowest: 0, highest: 1000, integer: true, fallback: 20 };

describe('a number', () => {
  it('is the default without the attribute', () => expect(readNumber(null, rate)).toEqual({ value: 0.1 }));
  it('may be written with an exponent', () => expect(readNumber('1e-10', rate)).toEqual({ value: 1e-10 }));
  it.each(['', ' ', 'fast', '-1', '101', 'NaN', 'Infinity', '0.1x'])("'%s' falls back to the default and says so", (given) => {
    expect(readNumber(given, rate)).toEqual({ value: 0.1, problem: { attribute: 'learning-rate', given, allowed: { kind: 'number', lowest: 0, highest: 100 }, used: '0.1' } });
  });
  it('has no sign at 0', () => expect(readNumber('-0', rate)).toEqual({ value: 0 }));
  it('of steps is whole', () => expect(readNumber('2.5', steps)).toMatchObject({ value: 20, problem: { allowed: { kind: 'integer' } } }));
});

describe('a point', () => {
  it('is two numbers with a comma', () => expect(readPoint('start', '-3, 4', [0, 0])).toEqual({ value: [-3, 4] }));
  it.each(['3', '3,4,5', '3,', 'a,b', '3;4', '1e999,0'])("'%s' is none", (given) =>
    expect(readPoint('start', given, [-3, 4])).toMatchObject({ value: [-3, 4], problem: { given, used: '-3, 4' } }),
  );
});

describe('a range', () => {
  it('rises', () => expect(readRange('x0', '-2,2.25', [0, 1])).toEqual({ value: [-2, 2.25] }));
  it.each(['2,2', '3,1'])("'%s' does not", (given) => expect(readRange('x0', given, [0, 1]).problem?.given).toBe(given));
  it.each(['-1e308,1e308', '1e300,1e301', '0,1e-300'])("'%s' has no axis", (given) => expect(readRange('x0', given, [0, 1])).toMatchObject({ value: [0, 1], problem: { given } }));
});

it('a name is one of those allowed', () => {
  expect(readName('length', 'log', ['linear', 'log'], 'linear')).toEqual({ value: 'log' });
  expect(readName('length', 'long', ['linear', 'log'], 'linear')).toMatchObject({ value: 'linear', problem: { allowed: { names: ['linear', 'log'] } } });
});

describe('numbers', () => {
  const three = { attribute: 'w', lowest: -1, highest: 1, fallback: [0, 0.5, 1] };
  it('are as many as there must be, each within its bounds', () => expect(readNumbers('-1,0.25,1', three)).toEqual({ value: [-1, 0.25, 1] }));
  it('are the default without the attribute', () => expect(readNumbers(null, three)).toEqual({ value: three.fallback }));
  it.each(['0,0', '0,0,0,0', '0,,0', '0,0,2', '0,0,x'])('“%s” gives the default, and it is said', (given) => {
    expect(readNumbers(given, three)).toEqual({
      value: three.fallback,
      problem: { attribute: 'w', given, allowed: { kind: 'numbers', count: 3, lowest: -1, highest: 1 }, used: '0, 0.5, 1' },
    });
  });
});

describe('a list', () => {
  const points = { attribute: 'drops', most: 2, example: '1,2;3,4', entry: pairOf };
  it('has its entries between semicolons', () =>
    expect(readList('1,2;-3,0.5', points)).toEqual({
      value: [
        [1, 2],
        [-3, 0.5],
      ],
    }));
  it('is empty without the attribute', () => expect([readList(null, points), readList('', points)]).toEqual([{ value: [] }, { value: [] }]));
  it.each([
    ['1,2;x', '1,2'],
    ['1,2;', '1,2'],
    ['1,2;3,4;5,6', '1,2;3,4'],
    ['x', '–'],
  ])("'%s' gives '%s', what can be used of it, and says so", (given, used) => {
    const { value, problem } = readList(given, points);
    expect(value.map(String).join(';') || '–').toBe(used);
    expect(problem).toEqual({ attribute: 'drops', given, allowed: { kind: 'list', most: 2, example: '1,2;3,4' }, used });
  });
});

it('problemsOf collects them in order', () => {
  expect(problemsOf(readNumber('x', rate), readNumber('1', rate), readNumber('y', steps)).map(({ given }) => given)).toEqual(['x', 'y']);
});
