import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { languageFor, languages } from '../../../web/i18n/language.ts';

const firstPaint = readFileSync(join(import.meta.dirname, '../../../public/first-paint.js'), 'utf8');

/** The language of the page for a reader whose browser asks for these. */
function paintedIn(wishes: readonly string[], address = ''): string {
  const root = { lang: '', dataset: {}, toggleAttribute: () => {} };
  const document = { documentElement: root, currentScript: { dataset: { languages: languages.join(' ') } } };
  runInNewContext(firstPaint, { document, location: { search: address }, navigator: { languages: wishes }, localStorage: { getItem: () => null }, URLSearchParams });
  return root.lang;
}

const tags = ['en', 'EN', 'en-GB', 'en_US', 'zh', 'ZH', 'zh-CN', 'zh_TW', 'zh-Hans', 'zh-Hant-HK', 'zha', 'eng', 'de', 'de-zh', 'C', 'POSIX', ''];

describe('a language', () => {
  it.each([
    ['zh', 'zh-Hans'],
    ['zh-TW', 'zh-Hans'],
    ['ZH_cn', 'zh-Hans'],
    ['zha', 'en'],
    ['en-AU', 'en'],
    ['fr', 'en'],
    ['C', 'en'],
    [undefined, 'en'],
    [null, 'en'],
  ])('for %s is %s', (tag, language) => {
    expect(languageFor(tag)).toBe(language);
  });

  it.each(tags)('is the same before the first paint as after it, for “%s”', (tag) => {
    expect(paintedIn([tag])).toBe(languageFor(tag));
  });

  it('is the first that the reader asks for and the page has', () => {
    expect(paintedIn(['de', 'zh-SG', 'en'])).toBe('zh-Hans');
    expect(paintedIn(['de', 'en', 'zh'])).toBe('en');
    expect(paintedIn([])).toBe(languages[0]);
  });

  it('of the address comes before that of the browser, if the page has it', () => {
    expect(paintedIn(['en'], '?lang=zh')).toBe('zh-Hans');
    expect(paintedIn(['zh'], '?lang=fr')).toBe('zh-Hans');
  });

  it.each(['index', 'exercises', 'embed'])('without a script is the first one: %s.html', (page) => {
    expect(readFileSync(join(import.meta.dirname, `../../../web/${page}.html`), 'utf8')).toContain(`<html lang="${languages[0]}">`);
  });
});
