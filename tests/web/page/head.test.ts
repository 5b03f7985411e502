import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { palette } from '../../../web/figures/base/style/palette.ts';
import { withParts } from '../../../web/page/build/head-plugin.ts';

const pageOf = (name: string) => withParts(readFileSync(join(import.meta.dirname, '../../../web', `${name}.html`), 'utf8'));

describe('what the HTML pages have in common', () => {
  it.each(['index', 'exercises', 'embed'])('is in %s.html', (name) => {
    const page = pageOf(name);
    expect(page).toContain('<script src="/first-paint.js" data-languages="en zh-Hans"></script>');
    expect(page).toContain('<link rel="icon" href="/icon.svg"');
    expect(page).toContain(`--downhill-ink: light-dark(${palette.ink.join(', ')});`);
    expect(page).not.toMatch(/<!-- (?:page )?head -->|<!-- switches -->|<!-- no script -->/);
  });

  it.each(['index', 'exercises'])('paints the browser around %s.html in the colour of the page', (name) => {
    for (const colour of palette.background) expect(pageOf(name)).toContain(`<meta name="theme-color" content="${colour}"`);
  });

  it('offers each language by the name that it gives itself, and shows one alone', () => {
    const page = pageOf('index');
    expect(page).toContain('<button type="button" class="switch" lang="zh-Hans">中文</button>');
    expect(page).toContain(':root[lang="en"] [lang="zh-Hans"]:not(.switch)');
    expect(page).toContain(':root[lang="zh-Hans"] .switch[lang="zh-Hans"]');
  });

  it('stands in a frame without a script in every language', () => {
    expect(pageOf('embed')).toMatch(/<noscript><p lang="en">This figure .*<\/p><p lang="zh-Hans">图中.*<\/p><\/noscript>/);
  });
});
