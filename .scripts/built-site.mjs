import { build } from './build-steps.mjs';
import { inRepository } from './root.mjs';
import { setUp } from './setup.mjs';

/**
 * Sets up what `purpose` needs, builds the site, and loads the TypeScript module that is to look at it.
 * @param {Parameters<typeof setUp>[0]} purpose
 * @param {string} path within the repository
 */
export async function lookAtSite(purpose, path) {
  await setUp(purpose);
  await build({ library: false });
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(inRepository(path));
  return module;
}
