// Every place in which something is measured, each opened once for all rounds.
import { existsSync } from 'node:fs';
import { inRepository } from '../../.scripts/root.mjs';
import { blasFolder, numpy, python } from './blas.mjs';
import { dataFolder, writeStart } from './data.mjs';
import { openPage, openProcess } from './hosts.mjs';

/** @typedef {import('./hosts.mjs').Host} Host */

const here = '/tests/bench/';
const packages = `${here}node_modules/`;
const library = 'dist/lib/downhill.js';
export const limitsModule = 'build/bench/limits.wasm';

export const backends = /** @type {const} */ (['cpu', 'wasm', 'webgl']);

/**
 * The engine in Node comes first: it draws what the others begin with.
 * @param {{ chromium: import('puppeteer-core').Browser, firefox: import('puppeteer-core').Browser, server: string }} browsers
 * @returns {Promise<Map<string, Host>>}
 */
export async function openHosts({ chromium, firefox, server }) {
  const node = openProcess(process.execPath, [
    inRepository('tests/bench/process.mjs'),
    inRepository('tests/bench/programs/engine.mjs'),
    inRepository(dataFolder),
    JSON.stringify({ library: inRepository(library) }),
  ]);
  writeStart(await node.call('start'));

  const data = `/${dataFolder}`;
  /**
   * @param {string} program
   * @param {object} place
   * @param {readonly string[]} [scripts] of packages
   */
  const inChromium = (program, place, scripts = []) =>
    openPage(chromium, server, { program: `${here}programs/${program}.mjs`, scripts: scripts.map((script) => packages + script), data, place });
  const engine = { program: `${here}programs/engine.mjs`, data, place: { library: `/${library}` } };
  const tensorflow = ['@tensorflow/tfjs/dist/tf.min.js', '@tensorflow/tfjs-backend-wasm/dist/tf-backend-wasm.min.js'];

  /** @type {Map<string, Host>} */
  const hosts = new Map([['node', node]]);
  hosts.set('chromium', await openPage(chromium, server, engine));
  hosts.set('firefox', await openPage(firefox, server, engine));
  hosts.set('limits', await inChromium('limits', { module: `/${limitsModule}` }));
  for (const backend of backends) hosts.set(`tensorflow-${backend}`, await inChromium('tensorflow', { packages, backend }, tensorflow));
  hosts.set('convnetjs', await inChromium('convnet', {}, ['convnetjs/build/convnet-min.js']));
  for (const [name, host] of numpyHosts()) hosts.set(name, host);
  return hosts;
}

/** NumPy with each BLAS that is there, in the precision of the book (its weights are float64) and in this engine's. One thread. */
function numpyHosts() {
  const { OPENBLAS_CORETYPE: _, ...env } = process.env;
  if (!existsSync(numpy)) return [];
  return /** @type {const} */ (['openblas', 'reference']).flatMap((blas) => {
    const folder = blasFolder(blas);
    if (folder === undefined) return [];
    return ['float64', 'float32'].map((type) => {
      const args = [inRepository('tests/bench/programs/book.py'), inRepository(dataFolder), type];
      return /** @type {const} */ ([`numpy-${blas}-${type}`, openProcess(python, args, { ...env, LD_LIBRARY_PATH: folder, OPENBLAS_NUM_THREADS: '1' })]);
    });
  });
}
