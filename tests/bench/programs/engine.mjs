// This engine, in a page and in Node.
import { names, readStart } from '../files.mjs';
import { batches, batchSize, hiddenSize, inputSize, learningRate, outputSize } from '../settings.mjs';
import { timePerCall } from '../timing.mjs';

/** @typedef {import('../../../web/engine/api/api.ts').Dataset} Dataset */
/** @typedef {import('../../../web/engine/api/api.ts').TrainerOptions} TrainerOptions */

/** @param {{ read: import('../files.mjs').Read, library: string }} place */
export async function open({ read, library }) {
  const memory = rememberMemory();
  /** @type {{ loadEngine(): Promise<import('../../../web/engine/api/api.ts').Engine> }} */
  const { loadEngine } = await import(/* @vite-ignore */ library);
  const engine = await loadEngine();
  const all = engine.Dataset.fromIdx(await read(names.images), await read(names.labels));
  const tenThousand = first(10_000);
  const hundred = Uint32Array.from({ length: batchSize }, (_, i) => i);
  const inputs = all.inputs(hundred);
  const labels = all.labels(hundred);
  const f = engine.expression('x0^2/20 + x1^2 + sin(x0*x1)', ['x0', 'x1']);

  /** @param {number} count */
  function first(count) {
    return count < all.size ? all.subset(Uint32Array.from({ length: count }, (_, i) => i)) : all;
  }

  const newNet = (hidden = hiddenSize) => new engine.TwoLayerNet({ inputSize, hiddenSize: hidden, outputSize, seed: 1 });

  /**
   * @template T
   * @param {import('../../../web/engine/api/api.ts').TwoLayerNet} net
   * @param {Dataset} data
   * @param {TrainerOptions} options
   * @param {(trainer: import('../../../web/engine/api/api.ts').Trainer) => T} work
   */
  function withTrainer(net, data, options, work) {
    const trainer = new engine.Trainer(net, data, { batchSize, learningRate, seed: 1, ...options });
    try {
      return work(trainer);
    } finally {
      trainer.delete();
      net.delete();
    }
  }

  return {
    version: () => engine.version,

    /** The parameters and the mini-batches that all programs begin with. */
    start: () =>
      withTrainer(newNet(), all, {}, (trainer) => {
        const indices = Array.from({ length: batches }, () => {
          const batch = [...trainer.drawMiniBatch()];
          trainer.computeGradient();
          trainer.update();
          trainer.record();
          return batch;
        }).flat();
        const net = newNet();
        const parameters = [...net.getParameters()];
        net.delete();
        return { parameters, indices };
      }),

    /** The loss on the first mini-batch after training on all of them. */
    check: async () => {
      const { parameters, indices } = await readStart(read);
      const net = newNet();
      net.setParameters(parameters);
      return withTrainer(net, all, {}, (trainer) => {
        for (let batch = 0; batch < batches; batch++) trainer.stepOn(indices.subarray(batch * batchSize, (batch + 1) * batchSize));
        const firstBatch = indices.subarray(0, batchSize);
        return net.loss(all.inputs(firstBatch), all.labels(firstBatch));
      });
    },

    /**
     * Milliseconds of an iteration.
     * @param {{ milliseconds: number, batchSize?: number, hiddenSize?: number, samples?: number }} settings
     */
    iteration: ({ milliseconds, batchSize: size = batchSize, hiddenSize: hidden = hiddenSize, samples = all.size }) => {
      const data = first(samples);
      const chunk = Math.max(1, Math.round((20 * batchSize * hiddenSize) / (size * hidden)));
      try {
        return withTrainer(newNet(hidden), data, { batchSize: size }, (trainer) => timePerCall(() => trainer.run(chunk), milliseconds) / chunk);
      } finally {
        if (data !== all) data.delete();
      }
    },

    /** @param {{ iterations: number, gradient: 'backprop' | 'numerical' }} settings @returns seconds */
    run: ({ iterations, gradient }) =>
      withTrainer(newNet(), all, { gradient }, (trainer) => {
        const start = performance.now();
        trainer.run(iterations);
        return (performance.now() - start) / 1000;
      }),

    /** Milliseconds of a full numerical gradient of a batch of 100. */
    numericalGradient: ({ milliseconds = 0 }) => withNet((net) => timePerCall(() => net.numericalGradient(inputs, labels), milliseconds)),

    /**
     * Milliseconds of a full one by the naive form, extrapolated from `count` parameters.
     * @param {{ count: number }} settings
     */
    naiveGradient: ({ count }) =>
      withNet((net) => {
        const parameters = Uint32Array.from({ length: count }, (_, i) => Math.floor((i * net.parameterCount) / count));
        return (timePerCall(() => net.numericalGradient(inputs, labels, { method: 'naive', parameters }), 0) * net.parameterCount) / count;
      }),

    /** Milliseconds of the accuracy over 10,000 images. */
    accuracy: ({ milliseconds = 0 }) => withNet((net) => timePerCall(() => net.accuracy(tenThousand), milliseconds)),

    /** Milliseconds of the gradient field of an expression on 100 × 100 points. */
    field: ({ milliseconds = 0 }) => timePerCall(() => engine.gradientField(f, { x0: [-2, 2], x1: [-2, 2], columns: 100, rows: 100 }), milliseconds),

    /** Milliseconds of the loss and its gradient on 21 × 21 points of a plane, on a batch of 100. */
    surface: ({ milliseconds = 0 }) =>
      withNet((net) => {
        const plane = engine.planeOfRandomDirections(net, 2);
        return timePerCall(() => engine.lossSurface(net, plane, inputs, labels, { x0: [-1, 1], x1: [-1, 1], columns: 21, rows: 21 }), milliseconds);
      }),

    /** Milliseconds of a snapshot, copied out. */
    snapshot: ({ milliseconds = 0 }) => withTrainer(newNet(), all, {}, (trainer) => timePerCall(() => trainer.snapshot(), milliseconds)),

    /** Bytes of the engine's WebAssembly memory. It never shrinks, so this is the most that was needed. */
    memory: () => memory()?.buffer.byteLength,
  };

  /**
   * @template T
   * @param {(net: import('../../../web/engine/api/api.ts').TwoLayerNet) => T} work
   */
  function withNet(work) {
    const net = newNet();
    try {
      return work(net);
    } finally {
      net.delete();
    }
  }
}

/** The library does not show its memory; whoever instantiates a module can see it. */
function rememberMemory() {
  /** @type {WebAssembly.Memory | undefined} */
  let memory;
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = /** @type {typeof instantiate} */ (
    async (/** @type {WebAssembly.Module} */ source, /** @type {WebAssembly.Imports} */ imports) => {
      const instance = await instantiate(source, imports);
      memory = Object.values(instance.exports).find((value) => value instanceof WebAssembly.Memory);
      return instance;
    }
  );
  return () => memory;
}
