import { describe, expect, it } from 'vitest';
import { mix, parseColour, readableOn } from '../../../web/draw/colour.ts';
import { colourTable, cssColour, greyTable } from '../../../web/draw/colour-table.ts';
import { palette } from '../../../web/figures/base/style/palette.ts';

describe('colour tables', () => {
  it.each(['viridis', 'cividis', 'diverging-light', 'diverging-dark'] as const)('%s holds 256 RGB entries and is made once', (name) => {
    expect(colourTable(name)).toHaveLength(768);
    expect(colourTable(name)).toBe(colourTable(name));
  });

  it('viridis runs from dark purple to yellow, ever lighter', () => {
    const table = colourTable('viridis');
    expect([...table.slice(0, 3)]).toEqual([68, 1, 84]);
    expect([...table.slice(-3)]).toEqual([253, 231, 37]);
    const lightness = (i: number) => 0.2126 * (table[3 * i] ?? 0) + 0.7152 * (table[3 * i + 1] ?? 0) + 0.0722 * (table[3 * i + 2] ?? 0);
    for (let i = 8; i < 256; i += 8) expect(lightness(i)).toBeGreaterThan(lightness(i - 8));
  });

  it('the diverging maps are neutral in the middle and differ at the ends', () => {
    for (const name of ['diverging-light', 'diverging-dark'] as const) {
      const table = colourTable(name);
      const middle = [...table.slice(3 * 127, 3 * 127 + 3)];
      expect(Math.max(...middle) - Math.min(...middle)).toBeLessThan(12);
      expect(table[2]).toBeLessThan(table[0] as number);
      expect(table[767]).toBeGreaterThan(table[766] as number);
    }
  });

  it('a grey table runs from the page to the ink', () => {
    const table = greyTable('#ffffff', '#112233');
    expect([...table.slice(0, 3)]).toEqual([255, 255, 255]);
    expect([...table.slice(-3)]).toEqual([0x11, 0x22, 0x33]);
  });

  it('takes the end colour beyond 0 … 1', () => {
    const table = colourTable('viridis');
    expect(cssColour(table, -3)).toBe(cssColour(table, 0));
    expect(cssColour(table, 7)).toBe('rgb(253 231 37)');
  });
});

describe('mix', () => {
  it('half of black and white is grey', () => expect(mix('#000', 'rgb(255, 255, 255)', 0.5)).toBe('rgb(128 128 128)'));
  it('reads every way of writing a colour that a page uses', () => {
    expect(parseColour('#abc')).toEqual([0xaa, 0xbb, 0xcc]);
    expect(parseColour(' #0a141e ')).toEqual([10, 20, 30]);
    expect(parseColour('rgb(1 2 3)')).toEqual([1, 2, 3]);
    expect(parseColour('rgba(1, 2, 3, 0.5)')).toEqual([1, 2, 3]);
  });
  it('refuses what is no colour, naming it', () => expect(() => parseColour('reddish')).toThrow(/reddish/));
});

describe('what is written on a colour', () => {
  it('stands out from it: in ink on a light one, in the colour of the page on a dark one', () => {
    const theme = { ink: palette.ink[0], background: palette.background[0] };
    expect(readableOn('#f7f7f7', theme)).toBe(theme.ink);
    expect(readableOn('#e59b3c', theme)).toBe(theme.ink);
    expect(readableOn('#542788', theme)).toBe(theme.background);
  });
});
