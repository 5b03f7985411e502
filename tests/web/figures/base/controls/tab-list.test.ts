import { describe, expect, it } from 'vitest';
import { tabAfterKey } from '../../../../../web/figures/base/controls/tab-list.ts';

describe('a list of tabs', () => {
  const tabs = ['a', 'b', 'c'];
  const keys = (from: string, vertical: boolean, ...names: string[]) => names.map((key) => tabAfterKey(tabs, from, key, vertical));

  it('is gone through by arrows, round at both ends', () => {
    expect(keys('b', true, 'ArrowDown', 'ArrowUp', 'ArrowRight', 'ArrowLeft')).toEqual(['c', 'a', 'c', 'a']);
    expect(keys('c', true, 'ArrowDown', 'End', 'Home')).toEqual(['a', 'c', 'a']);
    expect(keys('a', true, 'ArrowUp', 'x')).toEqual(['c', undefined]);
  });

  it('is entered at its first or last tab where none is chosen', () => {
    expect(['ArrowDown', 'ArrowUp'].map((key) => tabAfterKey(tabs, undefined, key, true))).toEqual(['a', 'c']);
  });

  it('leaves up and down to the page where its tabs stand side by side', () => {
    expect(keys('a', false, 'ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp')).toEqual(['b', 'c', undefined, undefined]);
  });
});
