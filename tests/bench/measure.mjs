import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { brotliCompressSync } from 'node:zlib';
import { inRepository } from '../../.scripts/root.mjs';
import { serve } from '../../.scripts/serve.mjs';
import { prepareData } from './data.mjs';
import { openHosts } from './hosts-of-run.mjs';
import { measureNative } from './native.mjs';
import { planFor } from './plan.mjs';

/**
 * @typedef {object} Results
 * @property {string} date
 * @property {{ cpu: string, load: number, node: string, chromium: string, firefox: string }} machine load: of the last minute, before the run
 * @property {import('./data.mjs').Data} data
 * @property {number} rounds
 * @property {Record<string, number[]>} samples one value a round, by `host.measurement`; milliseconds unless the name says otherwise
 * @property {Record<string, number>} check the loss that each program has come to on the same mini-batches
 * @property {Record<string, unknown>} versions
 * @property {Record<string, number>} bytes memory, and the .wasm compressed by brotli
 * @property {number} [fullNumericalRun] seconds, where it was asked for
 */

/**
 * @param {{ mnist: string | undefined, rounds: number, full: boolean }} options
 * @returns {Promise<Results>}
 */
export async function measure({ mnist, rounds, full }) {
  const { runnerImport } = await import('vite');
  /** @type {{ module: typeof import('../browser/browsers.ts') }} */
  const { module } = await runnerImport(inRepository('tests/browser/browsers.ts'));
  const load = loadavg()[0] ?? Number.NaN;
  const data = prepareData(mnist);
  const server = await serve(inRepository());
  const [chromium, firefox] = await Promise.all([module.launchBrowser('chromium'), module.launchBrowser('firefox')]);
  /** @type {Awaited<ReturnType<typeof openHosts>>} */
  let hosts = new Map();
  try {
    hosts = await openHosts({ chromium, firefox, server: server.address });
    const check = await checkAgreement(hosts);
    const samples = await runRounds(hosts, data.count, rounds);
    const fullNumericalRun = full ? await callOn(hosts, 'chromium', 'run', { iterations: 10_000, gradient: 'numerical' }) : undefined;
    return {
      date: new Date().toISOString(),
      machine: { cpu: cpus()[0]?.model ?? 'unknown', load, node: process.version, chromium: await chromium.version(), firefox: await firefox.version() },
      data,
      rounds,
      samples,
      check,
      versions: await versionsOf(hosts),
      bytes: await bytesOf(hosts),
      ...(full && { fullNumericalRun }),
    };
  } finally {
    for (const host of hosts.values()) await host.close();
    await Promise.all([chromium.close(), firefox.close(), server.close()]);
  }
}

/** @typedef {Awaited<ReturnType<typeof openHosts>>} Hosts */

/**
 * @param {Hosts} hosts
 * @param {string} host
 * @param {string} name
 * @param {object} [settings]
 */
const callOn = (hosts, host, name, settings) => hosts.get(host)?.call(name, settings);

/**
 * Programs that do not learn the same from the same mini-batches cannot be compared.
 * @param {ReadonlyMap<string, import('./hosts.mjs').Host>} hosts
 * @param {string} judge the host that the others are held against
 */
export async function checkAgreement(hosts, judge = 'node') {
  /** @type {Record<string, number>} */
  const losses = {};
  for (const [name, host] of hosts) if (name !== 'limits') losses[name] = await host.call('check');
  const expected = losses[judge] ?? Number.NaN;
  for (const [name, loss] of Object.entries(losses))
    if (!(Math.abs(loss - expected) < 1e-5)) throw new Error(`${name} comes to a loss of ${loss} where ${judge} comes to ${expected}: they do not compute the same`);
  return losses;
}

/**
 * @param {Hosts} hosts
 * @param {number} count
 * @param {number} rounds
 */
async function runRounds(hosts, count, rounds) {
  /** @type {Record<string, number[]>} */
  const samples = {};
  const keep = (/** @type {string} */ id, /** @type {number} */ value) => {
    samples[id] = [...(samples[id] ?? []), value];
  };
  const plan = planFor([...hosts.keys()], count);
  for (let round = 1; round <= rounds; round++) {
    const start = performance.now();
    for (const { id, host, name, settings } of plan) {
      const value = await callOn(hosts, host, name, settings);
      if (typeof value === 'number') keep(id, value);
      else for (const [part, number] of Object.entries(value)) keep(`${host}.${part}`, number);
    }
    for (const [name, value] of Object.entries(await measureNative())) keep(`native.${name}`, value);
    console.log(`round ${round} of ${rounds}: ${((performance.now() - start) / 1000).toFixed(0)} s`);
  }
  return samples;
}

/** @param {Hosts} hosts */
async function versionsOf(hosts) {
  /** @type {Record<string, unknown>} */
  const versions = {};
  for (const [name, host] of hosts) if (/^(node|tensorflow|convnetjs|numpy)/.test(name)) versions[name] = await host.call('version');
  return versions;
}

/** @param {Hosts} hosts */
async function bytesOf(hosts) {
  const numpy = [...hosts.keys()].find((name) => name.startsWith('numpy'));
  return {
    chromiumWasm: await callOn(hosts, 'chromium', 'memory'),
    firefoxWasm: await callOn(hosts, 'firefox', 'memory'),
    nodeWasm: await callOn(hosts, 'node', 'memory'),
    nodeProcess: await callOn(hosts, 'node', 'peakMemory'),
    ...(numpy && { numpyProcess: await callOn(hosts, numpy, 'peakMemory') }),
    brotli: brotliCompressSync(readFileSync(inRepository('dist/lib/downhill-module.wasm'))).length,
  };
}
