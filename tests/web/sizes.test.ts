import { expect, it } from 'vitest';
import { budgets, holdBudgets, usesOf } from '../../.scripts/sizes.mjs';

it('a page loads its scripts and style sheets at once, but not its links', () => {
  const page = '<link rel="stylesheet" href="./assets/a.css"><script type="module" crossorigin src="./assets/b.js"></script><a href="./c.html">c</a>';
  expect(usesOf('dist/site/index.html', page)).toEqual(['dist/site/assets/a.css', 'dist/site/assets/b.js']);
});

it('a module loads at once what it imports, but not what it imports when it is needed', () => {
  expect(usesOf('dist/site/assets/b.js', 'import{a}from"./a.js";import"./s.js";export{c}from"../c.js";const l=()=>import("./later.js")')).toEqual([
    'dist/site/assets/a.js',
    'dist/site/assets/s.js',
    'dist/site/c.js',
  ]);
});

it('an engine of 180 KB passes, one of a byte more is refused by name', () => {
  const engine = (brotli: number) => [{ path: 'dist/site/assets/engine.wasm', raw: 300_000, brotli }];
  const held = budgets.filter(({ what }) => what.startsWith('the engine'));
  expect(() => holdBudgets(engine(180_000), held)).not.toThrow();
  expect(() => holdBudgets(engine(180_001), held)).toThrow(/engine.*180\.0 KB/);
});

it('a first view without its figure is an error, not a small one', () => {
  const site = [{ path: 'dist/site/index.html', raw: 1, brotli: 1 }];
  expect(() => holdBudgets(site)).toThrow(/no dist\/site\/assets\/valleys-figure/);
});
