import { accessSync, constants, existsSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const debian = '/usr/share/emscripten';
const debianModules = '/usr/share/nodejs';

/**
 * @typedef {object} Emscripten
 * @property {string} emcmake
 * @property {string} found where, in words
 * @property {NodeJS.ProcessEnv} env what its programs need
 */

/**
 * The Emscripten to build with: that of EMSDK, else the one on the PATH, else Debian's.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Emscripten | undefined}
 */
export function findEmscripten(env = process.env) {
  if (env.EMSDK) {
    const emcmake = join(env.EMSDK, 'upstream/emscripten/emcmake');
    if (!isProgram(emcmake)) throw new Error(`EMSDK is ${env.EMSDK}, but there is no ${emcmake}. Install and activate a version there (emsdk install latest), or unset EMSDK.`);
    return { emcmake, found: `EMSDK (${env.EMSDK})`, env: {} };
  }
  const onPath = findProgram('emcmake', env);
  if (onPath) return { emcmake: onPath, found: `the PATH (${onPath})`, env: neededBy(onPath, env) };
  const installed = join(debian, 'emcmake');
  if (isProgram(installed)) return { emcmake: installed, found: debian, env: neededBy(installed, env) };
  return undefined;
}

/**
 * Debian's emcc loads acorn from Debian's folder of modules, which a Node that is not Debian's does not search.
 * @param {string} emcmake
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
function neededBy(emcmake, env) {
  if (!realpathSync(emcmake).startsWith(debian) || !existsSync(debianModules)) return {};
  return { NODE_PATH: [debianModules, env.NODE_PATH].filter(Boolean).join(delimiter) };
}

/**
 * @param {string} name
 * @param {NodeJS.ProcessEnv} [env]
 */
export function findProgram(name, env = process.env) {
  return (env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, name))
    .find(isProgram);
}

/** @param {string} file */
function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
