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
        // Each file starts a Chromium and a Firefox.
        test: { name: 'browser', include: ['tests/browser/**/*.test.ts'], maxWorkers: 2, testTimeout: 120_000, hookTimeout: 120_000 },
      },
    ],
  },
});
