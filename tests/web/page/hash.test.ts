import { describe, expect, it } from 'vitest';
import { readHash, writeHash } from '../../../web/page/hash.ts';

describe("a figure's state in the address", () => {
  it('is read back as it was written', () => {
    const given = { id: 'descent', state: { f: 'x0^2/20 + x1^2 & 100%', start: '-3,4', log: '' } };
    expect(readHash(writeHash(given))).toEqual(given);
  });

  it('is short and readable where it can be', () => {
    expect(writeHash({ id: 'descent', state: { start: '-3,4', 'learning-rate': '0.1' } })).toBe('#descent?start=-3,4&learning-rate=0.1');
    expect(writeHash({ id: 'descent', state: {} })).toBe('#descent');
  });

  it('is absent from a link to a section or a figure', () => {
    expect(readHash('')).toBeUndefined();
    expect(readHash('#4.4.1')).toBeUndefined();
    expect(readHash('#descent')).toBeUndefined();
  });

  it('survives a stray percent sign', () => {
    expect(readHash('#des%cent?start=%,4')).toEqual({ id: 'des%cent', state: { start: '%,4' } });
  });
});
