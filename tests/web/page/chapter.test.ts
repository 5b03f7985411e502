import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../web/figures/catalogue.ts';
import { mistakes } from '../../../web/figures/errata/state.ts';
import { parseSection, type Section } from '../../../web/page/build/section.ts';

const folder = join(import.meta.dirname, '../../../web/page/chapter');
const sections: Section[] = readdirSync(folder)
  .sort()
  .map((file) => parseSection(readFileSync(join(folder, file), 'utf8'), file));

describe('the chapter', () => {
  it.each(catalogue.map(({ id, section }) => [id, section] as const))('has the figure %s in section %s', (id, section) => {
    const used = sections.filter(({ parts }) => parts.some((part) => part.type === 'figure' && part.figure === id && !part.attributes.includes('id=')));
    expect(used.map(({ number }) => number)).toEqual([expect.stringMatching(['', '0'].includes(section) ? /^$/ : new RegExp(`^${section}(–|$)`))]);
  });

  it('has its sections in the order of their numbers', () => {
    const numbers = sections.flatMap(({ number }) => (number ? [number] : []));
    expect(numbers).toEqual([...numbers].sort());
    expect(numbers[0]).toBe('4.1');
  });

  it('asks the question of each figure, after a text that leads to it; the opening begins with its figure', () => {
    const shown = sections.flatMap(({ parts }) => parts.flatMap((part, at) => (part.type === 'figure' ? [{ ...part, before: parts[at - 1]?.type }] : [])));
    expect(shown.filter(({ attributes }) => !attributes.split(' ').includes('question'))).toEqual([]);
    expect(shown.filter(({ before }) => before !== 'text').map(({ figure }) => figure)).toEqual(['valleys']);
  });

  it.each(sections.map((section) => [section.id, section] as const))('%s has the same formulas, headings and list items in both languages', (_, { parts }) => {
    for (const part of parts) {
      if (part.type !== 'text') continue;
      const { en, 'zh-Hans': zh } = part.text;
      expect(count(zh, /\$\$/g)).toBe(count(en, /\$\$/g));
      expect(count(zh, /^## /gm)).toBe(count(en, /^## /gm));
      expect(count(zh, /^(-|\d+\.) /gm)).toBe(count(en, /^(-|\d+\.) /gm));
    }
  });

  it.each(['en', 'zh-Hans'] as const)('has a correction for each mistake that can be run, with a link that runs it: %s', (language) => {
    const corrections = sections.flatMap(({ parts }) => parts.flatMap((part) => (part.type === 'text' && part.kind === 'erratum' ? [part.text[language]] : [])));
    const linked = [...corrections.join('\n').matchAll(/\(#errata\?mistake=([^)]+)\)/g)].map(([, mistake]) => mistake);
    expect(linked.toSorted()).toEqual(mistakes.toSorted());
  });
});

function count(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}
