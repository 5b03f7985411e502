import { existsSync, readFileSync } from 'node:fs';
import { inRepository } from './root.mjs';
import { run } from './run.mjs';

/** Whether node_modules holds what package-lock.json asks for. npm writes down there what it has installed, as the last thing that it does. */
export function npmPackagesInstalled() {
  const record = inRepository('node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = packagesOf(record);
  return Object.entries(packagesOf(inRepository('package-lock.json')))
    .filter(([path, { optional }]) => path !== '' && !optional)
    .every(([path, { version }]) => installed[path]?.version === version);
}

/** Those that package.json names. */
export function npmPackageNames() {
  /** @type {{ devDependencies: Record<string, string> }} */
  const { devDependencies } = JSON.parse(readFileSync(inRepository('package.json'), 'utf8'));
  return Object.keys(devDependencies);
}

export async function installNpmPackages() {
  const args = ['ci', '--no-audit', '--no-fund'];
  const npm = process.env.npm_execpath;
  await (npm ? run(process.execPath, [npm, ...args]) : run('npm', args));
}

/**
 * @param {string} lock
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function packagesOf(lock) {
  return JSON.parse(readFileSync(lock, 'utf8')).packages;
}
