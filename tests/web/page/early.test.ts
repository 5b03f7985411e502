import type { Rollup } from 'vite';
import { expect, it } from 'vitest';
import { neededBy, withEarly } from '../../../web/page/build/early-plugin.ts';

const chunk = (fileName: string, imports: readonly string[], facadeModuleId: string | null = null) => ({ type: 'chunk', fileName, imports, facadeModuleId });
const bundle = {
  'assets/valleys-figure-1.js': chunk('assets/valleys-figure-1.js', ['assets/base-2.js'], '/web/figures/valleys/valleys-figure.ts'),
  'assets/base-2.js': chunk('assets/base-2.js', ['assets/common-3.js']),
  'assets/common-3.js': chunk('assets/common-3.js', []),
  'assets/race-figure-4.js': chunk('assets/race-figure-4.js', ['assets/base-2.js'], '/web/figures/race/race-figure.ts'),
  'assets/engine-5.wasm': { type: 'asset', fileName: 'assets/engine-5.wasm' },
} as unknown as Rollup.OutputBundle;

it('a figure needs its module, what that imports, what this imports, and the engine', () => {
  expect(neededBy(bundle, 'valleys')).toEqual({ modules: ['assets/valleys-figure-1.js', 'assets/base-2.js', 'assets/common-3.js'], engine: 'assets/engine-5.wasm' });
});

it('a figure that is not in the build stops it', () => {
  expect(() => neededBy(bundle, 'hills')).toThrow('The build has no figure hills');
});

it('all is asked for once, after the policy and before the first script', () => {
  const page = `<head>
    <meta http-equiv="Content-Security-Policy" content="default-src 'self'">
    <script src="./first-paint.js"></script>
    <script type="module" crossorigin src="./assets/index-0.js"></script>
    <link rel="modulepreload" crossorigin href="./assets/base-2.js">
    <link rel="stylesheet" crossorigin href="./assets/index-6.css">
  </head>
`;
  const lines = withEarly(page, neededBy(bundle, 'valleys'))
    .split('\n')
    .map((line) => /(?:rel="(\w+)".* )?(?:src|href)="\.\/(?:assets\/)?([\w.-]+)"/.exec(line))
    .flatMap((found) => (found ? [`${found[1] ?? 'script'} ${found[2]}`] : []));
  expect(lines).toEqual([
    'preload first-paint.js',
    'modulepreload base-2.js',
    'stylesheet index-6.css',
    'modulepreload index-0.js',
    'modulepreload valleys-figure-1.js',
    'modulepreload common-3.js',
    'preload engine-5.wasm',
    'script first-paint.js',
    'script index-0.js',
  ]);
});
