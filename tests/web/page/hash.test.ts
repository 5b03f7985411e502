import { describe, expect, it } from 'vitest';
import { linkTo } from '../../../web/figures/base/state/link.ts';
import { idIn, readHash } from '../../../web/page/hash.ts';

describe("a figure's state in the address", () => {
  it('is read back as it was written', () => {
    const given = { id: 'descent', state: { f: 'x0^2/20 + x1^2 & 100%', start: '-3,4', log: '' } };
    const { hash } = new URL(linkTo('https://example.org/?lang=en#4.1', given.id, given.state));
    expect(readHash(hash)).toEqual(given);
  });

  it('is absent from a link to a section or a figure', () => {
    expect(readHash('')).toBeUndefined();
    expect(readHash('#4.4.1')).toBeUndefined();
    expect(readHash('#descent')).toBeUndefined();
  });

  it('survives a stray percent sign', () => {
    expect(readHash('#des%cent?start=%,4')).toEqual({ id: 'des%cent', state: { start: '%,4' } });
    expect([idIn('#descent%'), idIn('#100%?f=%'), idIn('#%E4%B8%AD'), idIn('')]).toEqual(['descent%', '100%', '中', '']);
  });
});
