import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { figureColours, pageColours, palette } from '../../../../../web/figures/base/style/palette.ts';
import { figureStyles } from '../../../../../web/figures/base/style/styles.ts';

const publicFile = (name: string) => readFileSync(join(import.meta.dirname, '../../../../../public', name), 'utf8');

describe('the palette', () => {
  it('is the page’s own, in light and dark', () => {
    expect(pageColours()).toContain(`--downhill-ink: light-dark(${palette.ink[0]}, ${palette.ink[1]});`);
  });

  it('is what a figure falls back on where the page around it says nothing', () => {
    expect(figureColours()).toContain(`--accent2: var(--downhill-accent2, light-dark(${palette.accent2[0]}, ${palette.accent2[1]}));`);
    expect(figureStyles.cssText).toContain(figureColours());
  });

  it('is that of the installed page', () => {
    expect(JSON.parse(publicFile('manifest.webmanifest'))).toMatchObject({ background_color: palette.background[0], theme_color: palette.background[0] });
  });

  it('is that of the icon, in light', () => {
    const colours = new Set(publicFile('icon.svg').match(/#\w{6}/g));
    expect([...colours].sort()).toEqual([palette.accent2[0], palette.accent[0], palette.background[0]].sort());
  });
});
