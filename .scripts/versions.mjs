// Which version of a thing is here, whoever installed it. Undefined: none, or one that does not say.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findEmscripten } from './emscripten.mjs';

const includeFolders = ['/usr/include', '/usr/local/include'];

/**
 * The first folder for headers that has this one.
 * @param {string} path
 */
export const findHeader = (path) => includeFolders.map((folder) => join(folder, path)).find((file) => existsSync(file));

/**
 * Whether a version such as 3.1.6 comes before another, number by number.
 * @param {string} version
 * @param {string} other
 */
export function isOlder(version, other) {
  const numbers = version.split('.').map(Number);
  const others = other.split('.').map(Number);
  const at = others.findIndex((number, i) => number !== (numbers[i] ?? 0));
  return at >= 0 && (numbers[at] ?? 0) < (others[at] ?? 0);
}

export function cmakeVersion() {
  const { stdout } = spawnSync('cmake', ['--version'], { encoding: 'utf8' });
  return /\d+(\.\d+)+/.exec(stdout ?? '')?.[0];
}

export function emscriptenVersion() {
  const found = findEmscripten();
  if (!found) return undefined;
  const beside = join(dirname(found.emcmake), 'emscripten-version.txt');
  const text = existsSync(beside) ? readFileSync(beside, 'utf8') : spawnSync(join(dirname(found.emcmake), 'emcc'), ['--version'], { encoding: 'utf8' }).stdout;
  return /\d+(\.\d+)+/.exec(text ?? '')?.[0];
}

export const eigenVersion = () =>
  versionIn(findHeader('eigen3/Eigen/Version'), 'EIGEN', 'MAJOR', 'MINOR', 'PATCH') ??
  versionIn(findHeader('eigen3/Eigen/src/Core/util/Macros.h'), 'EIGEN', 'WORLD', 'MAJOR', 'MINOR');

/** Version 2 is one header; 3 is a library with many. Where both are found, it is 3 that CMake takes. */
export const catch2Version = () =>
  versionIn(findHeader('catch2/catch_version_macros.hpp'), 'CATCH', 'MAJOR', 'MINOR', 'PATCH') ?? versionIn(findHeader('catch2/catch.hpp'), 'CATCH', 'MAJOR', 'MINOR', 'PATCH');

/**
 * @param {string | undefined} header
 * @param {string} name EIGEN, of EIGEN_MAJOR_VERSION, or CATCH, of CATCH_VERSION_MAJOR
 * @param {...string} parts
 */
function versionIn(header, name, ...parts) {
  if (!header) return undefined;
  const text = readFileSync(header, 'utf8');
  const numbers = parts.map((part) => new RegExp(`^#define ${name}_(?:VERSION_${part}|${part}_VERSION) (\\d+)`, 'm').exec(text)?.[1]);
  return numbers.every((number) => number !== undefined) ? numbers.join('.') : undefined;
}
