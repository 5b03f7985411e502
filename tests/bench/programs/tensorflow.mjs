// TensorFlow.js with one of its backends, in a page.
import { readBatches } from '../files.mjs';
import { batchSize, hiddenSize, inputSize, learningRate, outputSize, partsOf } from '../settings.mjs';
import { timePerQueuedCall } from '../timing.mjs';

/** @param {{ read: import('../files.mjs').Read, packages: string, backend: string }} place */
export async function open({ read, packages, backend }) {
  if (backend === 'wasm') tf.wasm.setWasmPaths(`${packages}@tensorflow/tfjs-backend-wasm/dist/`);
  if (!(await tf.setBackend(backend))) throw new Error(`TensorFlow.js has no backend ${backend} here`);
  await tf.ready();

  const { parameters, batches } = await readBatches(read);
  const newInputs = () => new Float32Array(batchSize * inputSize);
  /**
   * @param {number} batch
   * @param {Float32Array} into
   */
  const tensorsOf = (batch, into) => {
    const { gather, labels } = /** @type {typeof batches[number]} */ (batches[batch]);
    const t = tf.tidy(() => tf.cast(tf.oneHot(tf.tensor1d(labels, 'int32'), outputSize), 'float32'));
    return { x: tf.tensor2d(gather(into), [batchSize, inputSize]), t };
  };
  const ready = batches.map((_, batch) => tensorsOf(batch, newInputs()));
  const readyAt = (/** @type {number} */ batch) => /** @type {{ x: any, t: any }} */ (ready[batch]);

  const shapes = [[inputSize, hiddenSize], [hiddenSize], [hiddenSize, outputSize], [outputSize]];
  const variables = partsOf(parameters).map((part, i) => tf.variable(tf.tensor(part, shapes[i])));
  const [W1, b1, W2, b2] = variables;
  const optimizer = tf.train.sgd(learningRate);
  const loss = (/** @type {{ x: any, t: any }} */ { x, t }) => {
    const hidden = tf.sigmoid(tf.add(tf.matMul(x, W1), b1));
    return tf.losses.softmaxCrossEntropy(t, tf.add(tf.matMul(hidden, W2), b2));
  };
  const firstLoss = async () => {
    const value = tf.tidy(() => loss(readyAt(0)));
    const [number] = await value.data();
    value.dispose();
    return number;
  };

  let next = 0;
  const takeNext = () => {
    next = (next + 1) % batches.length;
    return next;
  };
  /** The least that it can do: nothing to gather, no loss after the update. */
  const bareIteration = () => optimizer.minimize(() => loss(readyAt(takeNext())));
  // On the CPU and in WebAssembly a tensor may keep the array that it was made of, so it is a new one each time.
  const iteration = () =>
    tf.tidy(() => {
      const batch = tensorsOf(takeNext(), newInputs());
      optimizer.minimize(() => loss(batch));
      loss(batch);
    });

  return {
    version: async () => ({ version: tf.version_core, backend: tf.getBackend(), ...(await details(backend)) }),
    check: async () => {
      for (const batch of ready) optimizer.minimize(() => loss(batch));
      return firstLoss();
    },
    /**
     * Milliseconds of one; the losses are not read, but for one in each block.
     * @param {{ milliseconds: number }} settings
     */
    iteration: ({ milliseconds }) => timePerQueuedCall(iteration, firstLoss, milliseconds),
    /** @param {{ milliseconds: number }} settings */
    bareIteration: ({ milliseconds }) => timePerQueuedCall(bareIteration, firstLoss, milliseconds),
  };
}

/** @param {string} backend */
async function details(backend) {
  if (backend === 'wasm') return { simd: await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT') };
  if (backend !== 'webgl') return {};
  const gl = document.createElement('canvas').getContext('webgl2');
  const info = gl?.getExtension('WEBGL_debug_renderer_info');
  return { renderer: gl && info ? gl.getParameter(info.UNMASKED_RENDERER_WEBGL) : 'unknown' };
}
