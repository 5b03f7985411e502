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
        // A browser needs both cores of a small machine: its workers train while the page draws. Another program may take them away for a while,
        // so a test may try again.
        test: { name: 'browser', include: ['tests/browser/**/*.test.ts'], maxWorkers: 1, retry: 2, testTimeout: 120_000, hookTimeout: 120_000 },
      },
    ],
  },
});
