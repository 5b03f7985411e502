// Today's engine beside that of an earlier commit, in one run.

import { inRepository } from '../../.scripts/root.mjs';
import { serve } from '../../.scripts/serve.mjs';
import { dataFolder, prepareData, writeStart } from './data.mjs';
import { openPage, openProcess } from './hosts.mjs';
import { checkAgreement } from './measure.mjs';
import { markdownTable, shown } from './numbers.mjs';
import { naiveCount } from './plan.mjs';
import { revisionOf } from './revision.mjs';
import { median, medianRatio } from './statistics.mjs';

/** @typedef {import('./hosts.mjs').Host} Host */

const milliseconds = 500;

/** What readers wait for, in milliseconds. */
const measurements = /** @type {const} */ ([
  ['an iteration of training', 'iteration', { milliseconds }],
  ['full numerical gradient', 'numericalGradient', { milliseconds }],
  ['the same in the naive form', 'naiveGradient', { count: naiveCount }],
  ['accuracy over 10,000 images', 'accuracy', { milliseconds }],
  ['gradient field, 100 × 100', 'field', { milliseconds }],
  ['loss on 21 × 21 points of a plane', 'surface', { milliseconds }],
]);

/**
 * @param {{ revision: string, mnist: string | undefined, rounds: number }} options
 * @returns {Promise<string>} in Markdown
 */
export async function compare({ revision, mnist, rounds }) {
  const before = await revisionOf(revision);
  const data = prepareData(mnist);
  const { runnerImport } = await import('vite');
  /** @type {{ module: typeof import('../browser/browsers.ts') }} */
  const { module } = await runnerImport(inRepository('tests/browser/browsers.ts'));
  const server = await serve(inRepository());
  const chromium = await module.launchBrowser('chromium');
  /** @type {Map<string, Host>} */
  const hosts = new Map();
  try {
    for (const [age, library] of [
      ['now', 'dist/lib/downhill.js'],
      ['before', before.library],
    ]) {
      const node = openProcess(process.execPath, [
        inRepository('tests/bench/process.mjs'),
        inRepository('tests/bench/programs/engine.mjs'),
        inRepository(dataFolder),
        JSON.stringify({ library: inRepository(`${library}`) }),
      ]);
      hosts.set(`node ${age}`, node);
      if (age === 'now') writeStart(await node.call('start'));
      hosts.set(
        `chromium ${age}`,
        await openPage(chromium, server.address, { program: '/tests/bench/programs/engine.mjs', data: `/${dataFolder}`, place: { library: `/${library}` } }),
      );
    }
    await checkAgreement(hosts, 'node now');
    const samples = await takeTurns(hosts, rounds);
    return `Now beside ${before.commit} (${before.subject}); ${data.name}; the median of ${rounds} rounds in which both took turns.\n\n${tableOf(samples)}`;
  } finally {
    for (const host of hosts.values()) await host.close();
    await Promise.all([chromium.close(), server.close()]);
  }
}

/** @typedef {Record<string, { now: number[], before: number[] }>} Samples by `place.measurement` */

/**
 * Each measurement in both, one right after the other, and the first one first in every other round.
 * @param {ReadonlyMap<string, Host>} hosts
 * @param {number} rounds
 */
async function takeTurns(hosts, rounds) {
  /** @type {Samples} */
  const samples = {};
  for (let round = 1; round <= rounds; round++) {
    /** @type {readonly ('now' | 'before')[]} */
    const ages = round % 2 === 1 ? ['before', 'now'] : ['now', 'before'];
    for (const place of ['node', 'chromium'])
      for (const [, name, settings] of measurements)
        for (const age of ages) {
          samples[`${place}.${name}`] ??= { now: [], before: [] };
          samples[`${place}.${name}`]?.[age].push(await hosts.get(`${place} ${age}`)?.call(name, settings));
        }
    console.log(`round ${round} of ${rounds}`);
  }
  return samples;
}

/**
 * @param {Samples} samples milliseconds
 * @returns {string} in Markdown
 */
export function tableOf(samples) {
  const rows = measurements.flatMap(([what, name]) =>
    ['node', 'chromium'].flatMap((place) => {
      const { now, before } = samples[`${place}.${name}`] ?? { now: [], before: [] };
      return now.length === 0 ? [] : [[`${what}, ${place}`, shown(median(before)), shown(median(now)), medianRatio(now, before).toFixed(2)]];
    }),
  );
  return markdownTable([['ms', 'before', 'now', 'now ÷ before'], ...rows]);
}
