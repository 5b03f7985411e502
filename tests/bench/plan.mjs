// What is measured in each round, in this order; what is compared stands close together.

/**
 * @typedef {object} Measurement
 * @property {string} id of its values in the results
 * @property {string} host
 * @property {string} name of the program's measurement
 * @property {object} settings
 */

export const growth = /** @type {const} */ ({
  batchSize: [10, 100, 1_000, 10_000],
  hiddenSize: [10, 50, 200, 1_000],
  samples: [100, 1_000, 10_000, 60_000],
});
export const naiveCount = 100;
export const numericalIterations = 100;

const training = 500;
const short = 200;

/**
 * @param {readonly string[]} hosts
 * @param {number} count of images
 * @returns {Measurement[]}
 */
export function planFor(hosts, count) {
  const engines = hosts.filter((host) => ['chromium', 'firefox', 'node'].includes(host));
  const peers = hosts.filter((host) => /^(tensorflow|convnetjs|numpy)/.test(host));
  /**
   * @param {string} host
   * @param {string} name
   * @param {object} settings
   * @param {string} [id]
   */
  const measurement = (host, name, settings, id = name) => ({ id: `${host}.${id}`, host, name, settings });
  return [
    ...engines.map((host) => measurement(host, 'iteration', { milliseconds: training })),
    ...peers.map((host) => measurement(host, 'iteration', { milliseconds: training })),
    ...peers.filter((host) => host.startsWith('tensorflow')).map((host) => measurement(host, 'bareIteration', { milliseconds: training })),
    measurement('limits', 'limits', { milliseconds: short }),
    measurement('chromium', 'run', { iterations: 10_000, gradient: 'backprop' }, 'tenThousand'),
    ...engines.flatMap((host) => [
      ...['numericalGradient', 'accuracy', 'field', 'surface', 'snapshot'].map((name) => measurement(host, name, { milliseconds: short })),
      measurement(host, 'naiveGradient', { count: naiveCount }),
      measurement(host, 'run', { iterations: numericalIterations, gradient: 'numerical' }, 'numericalRun'),
    ]),
    ...Object.entries(growth).flatMap(([what, sizes]) =>
      sizes.filter((size) => what !== 'samples' || size <= count).map((size) => measurement('chromium', 'iteration', { milliseconds: short, [what]: size }, `${what}-${size}`)),
    ),
  ];
}
