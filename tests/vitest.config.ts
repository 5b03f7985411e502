import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = join(import.meta.dirname, '..');

export default defineConfig({
  root,
  cacheDir: join(root, 'build/vite'),
  test: {
    projects: [
      { extends: true, test: { name: 'web', include: ['tests/web/**/*.test.ts'] } },
      { extends: true, test: { name: 'lib', include: ['tests/lib/**/*.test.ts'], testTimeout: 60_000 } },
      {
        extends: true,
        // A browser needs both cores of a small machine: its workers train while the page draws.
        test: { name: 'browser', include: ['tests/browser/**/*.test.ts'], maxWorkers: 1, testTimeout: 120_000, hookTimeout: 120_000 },
      },
    ],
  },
});
