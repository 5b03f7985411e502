import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { sourcePlugin } from '../web/page/build/source-plugin.ts';

const root = join(import.meta.dirname, '..');

export default defineConfig({
  root,
  cacheDir: join(root, 'build/vite'),
  plugins: [sourcePlugin()],
  test: {
    projects: [
      { extends: true, test: { name: 'web', include: ['tests/web/**/*.test.ts'], maxWorkers: 2 } },
      { extends: true, test: { name: 'lib', include: ['tests/lib/**/*.test.ts'], maxWorkers: 2, testTimeout: 60_000, hookTimeout: 60_000 } },
      {
        extends: true,
        // Two files at a time: while one waits for its browser the other works. A worker that trains may have to share its core meanwhile, so a test
        // may try again. Files share a process, and in it the browsers.
        test: { name: 'browser', include: ['tests/browser/**/*.test.ts'], maxWorkers: 2, isolate: false, retry: 2, testTimeout: 240_000, hookTimeout: 120_000 },
      },
    ],
  },
});
