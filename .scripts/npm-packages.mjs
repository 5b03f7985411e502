import { existsSync, readFileSync } from 'node:fs';
import { inRepository } from './root.mjs';
import { run } from './run.mjs';

/**
 * Whether node_modules holds what package-lock.json asks for. npm writes down there what it has installed, as the last thing that it does.
 * @param {string} [folder] of the package, relative to the repository's root
 */
export function npmPackagesInstalled(folder = '') {
  const record = inRepository(folder, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = packagesOf(record);
  return Object.entries(packagesOf(inRepository(folder, 'package-lock.json')))
    .filter(([path, { optional }]) => path !== '' && !optional)
    .every(([path, { version }]) => installed[path]?.version === version);
}

/**
 * Those that package.json names.
 * @param {string} [folder]
 */
export function npmPackageNames(folder = '') {
  /** @type {{ dependencies?: Record<string, string>, devDependencies?: Record<string, string> }} */
  const { dependencies, devDependencies } = JSON.parse(readFileSync(inRepository(folder, 'package.json'), 'utf8'));
  return Object.keys({ ...dependencies, ...devDependencies });
}

/** @param {string} [folder] */
export async function installNpmPackages(folder = '') {
  const args = ['ci', '--prefix', inRepository(folder), '--no-audit', '--no-fund'];
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
