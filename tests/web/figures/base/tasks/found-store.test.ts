import { expect, it } from 'vitest';
import { FoundStore } from '../../../../../web/figures/base/tasks/found-store.ts';

function memory(given: Record<string, string> = {}) {
  const kept = new Map(Object.entries(given));
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  };
}

it('what was found is there on the next visit, and gone once it is cleared', () => {
  const storage = memory();
  new FoundStore(() => storage).add('descent', 'one-step');
  const next = new FoundStore(() => storage);
  expect([next.has('descent', 'one-step'), next.has('descent', 'flies'), next.count('descent'), next.size]).toEqual([true, false, 1, 1]);
  next.clear();
  expect(new FoundStore(() => storage).size).toBe(0);
});

it('what another page of ours has added meanwhile is kept', () => {
  const storage = memory();
  const [one, other] = [new FoundStore(() => storage), new FoundStore(() => storage)];
  one.add('loss', 'same-square');
  other.add('data', 'few-pixels');
  expect(new FoundStore(() => storage).has('loss', 'same-square')).toBe(true);
});

it('without storage, and with one that refuses or holds something else, it is known until the page is left', () => {
  const refuses = {
    ...memory(),
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
  };
  const forbidden = () => {
    throw new DOMException('sandbox', 'SecurityError');
  };
  for (const storage of [forbidden, () => refuses, () => memory({ 'downhill-found': '{"not": "a list"}' }), () => memory({ 'downhill-found': '][' })]) {
    const store = new FoundStore(storage);
    expect(store.size).toBe(0);
    store.add('descent', 'one-step');
    expect(store.has('descent', 'one-step')).toBe(true);
  }
});

it('whoever watches is told of what is found and cleared, here or on another page of ours, until it stops watching', () => {
  const storage = memory();
  const [here, other] = [new FoundStore(() => storage), new FoundStore(() => storage)];
  const sizes: number[] = [];
  const stop = here.watch(() => sizes.push(here.size));
  here.add('descent', 'one-step');
  here.add('descent', 'jumps');
  here.clear();
  other.add('loss', 'same-square');
  here.readAgain();
  other.clear();
  here.readAgain();
  expect(sizes).toEqual([1, 2, 0, 1, 0]);
  stop();
  here.add('descent', 'one-step');
  expect(sizes).toHaveLength(5);
});
