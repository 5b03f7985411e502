import { describe, expect, it } from 'vitest';
import type { DrawTheme } from '../../../../../web/draw/theme.ts';
import { type Ghost, ghostStyle, withGhost } from '../../../../../web/figures/base/ghosts/ghosts.ts';

const theme: DrawTheme = { dark: false, ink: '#000', muted: '#777', grid: '#ddd', background: '#fff', accent: '#b00', accent2: '#00b', font: 'serif', fontSize: 14 };
const kept = (...names: string[]) => names.reduce<readonly Ghost<string>[]>((ghosts, name) => withGhost(ghosts, name, `of ${name}`), []);
const places = (ghosts: readonly Ghost<string>[]) => Object.fromEntries(ghosts.map(({ name, place }) => [name, place]));

describe('ghosts', () => {
  it('are the last three, the latest at the end', () => {
    expect(kept('a', 'b', 'c', 'd').map(({ name }) => name)).toEqual(['b', 'c', 'd']);
  });

  it('keep their places, and so their look, when another comes or the oldest goes', () => {
    expect(places(kept('a', 'b', 'c'))).toEqual({ a: 0, b: 1, c: 2 });
    expect(places(kept('a', 'b', 'c', 'd'))).toEqual({ b: 1, c: 2, d: 0 });
  });

  it('of one name are replaced by the later one', () => {
    const ghosts = withGhost(kept('a', 'b'), 'a', 'another');
    expect(ghosts).toEqual([
      { name: 'b', place: 1, of: 'of b' },
      { name: 'a', place: 0, of: 'another' },
    ]);
  });

  it('differ from one another and from what is there now', () => {
    const colours = [0, 1, 2].map((place) => ghostStyle(theme, place).colour);
    expect(new Set([...colours, theme.accent]).size).toBe(4);
  });
});
