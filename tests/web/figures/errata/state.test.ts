import { describe, expect, it } from 'vitest';
import { lines } from '../../../../web/figures/errata/lines.ts';
import { mistakes, readState } from '../../../../web/figures/errata/state.ts';
import { errata } from '../../../../web/i18n/errata.ts';

const read = (attributes: Record<string, string>) => readState((name) => attributes[name] ?? null);

describe('the state of errata', () => {
  it('names no mistake by itself: the reader is asked', () => {
    expect(read({})).toEqual({ mistake: undefined, wrongShown: true, problems: [] });
  });

  it('is the right form alone where the mistake is switched off', () => {
    expect(read({ mistake: 'summed-loss', form: 'right' })).toEqual({ mistake: 'summed-loss', wrongShown: false, problems: [] });
  });

  it.each([
    ['mistake', 'typo'],
    ['form', 'wrong'],
  ])('%s = “%s” is not used, and it is said', (attribute, given) => {
    const state = read({ [attribute]: given });
    expect(state).toMatchObject({ mistake: attribute === 'mistake' ? 'quiver' : undefined, wrongShown: true });
    expect(state.problems).toMatchObject([{ attribute, given, allowed: { kind: 'one of' } }]);
  });
});

describe('the list of mistakes', () => {
  it('has no comment that tells which form is right', () => {
    for (const { right, wrong } of Object.values(lines)) expect(`${right}\n${wrong}`).not.toContain('#');
  });

  it('has no right form that is the wrong form of another', () => {
    const wrong = new Set(Object.values(lines).map((form) => form.wrong));
    expect(Object.values(lines).filter(({ right }) => wrong.has(right))).toEqual([]);
  });

  it.each(mistakes)('%s has lines that differ, and words in both languages', (mistake) => {
    expect(lines[mistake].wrong).not.toBe(lines[mistake].right);
    const [en, zh] = [errata.en.mistakes[mistake], errata['zh-Hans'].mistakes[mistake]];
    for (const part of ['name', 'what', 'notice'] as const) {
      expect(en[part]).not.toBe('');
      expect(zh[part]).toMatch(/\p{Script=Han}/u);
    }
  });
});
