import { describe, expect, it } from 'vitest';
import { figureIds } from '../../../web/figures/catalogue.ts';
import { languages } from '../../../web/i18n/language.ts';
import { lessonWords } from '../../../web/i18n/lessons.ts';
import { lessonNames, lessons } from '../../../web/page/classroom/lessons.ts';

describe.each(lessonNames)('the lesson %s', (name) => {
  const parts = lessons[name];

  it('takes twenty minutes', () => expect(parts.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(20));

  it.each(parts.filter(({ state }) => state))('sets of $figure what it has, to what it can be', async ({ figure, state = {} }) => {
    const { readState, stateAttributes } = await import(`../../../web/figures/${figure}/state.ts`);
    expect(stateAttributes).toEqual(expect.arrayContaining(Object.keys(state)));
    expect(readState((attribute: string) => state[attribute] ?? null).problems).toEqual([]);
  });
});

it('begins with the four valleys where it is about the gradient', () => expect(lessons.gradient[0]?.figure).toBe('valleys'));

it.each(languages)('there are notes on every figure: %s', (language) => expect(Object.keys(lessonWords[language].notes)).toEqual([...figureIds]));
