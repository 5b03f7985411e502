// TensorFlow.js with one of its backends, in a page. The mini-batches lie ready as tensors: it has neither to gather nor to convert them.
import { readBatches } from '../files.mjs';
import { batchSize, hiddenSize, inputSize, learningRate, outputSize, partsOf } from '../settings.mjs';
import { timePerQueuedCall } from '../timing.mjs';

/** @param {{ read: import('../files.mjs').Read, packages: string, backend: string }} place */
export async function open({ read, packages, backend }) {
  if (backend === 'wasm') tf.wasm.setWasmPaths(`${packages}@tensorflow/tfjs-backend-wasm/dist/`);
  if (!(await tf.setBackend(backend))) throw new Error(`TensorFlow.js has no backend ${backend} here`);
  await tf.ready();

  const { parameters, drawn } = await readBatches(read);
  const data = drawn.map(({ inputs, labels }) => ({
    x: tf.tensor2d(inputs, [batchSize, inputSize]),
    t: tf.tidy(() => tf.cast(tf.oneHot(tf.tensor1d(labels, 'int32'), outputSize), 'float32')),
  }));
  const shapes = [[inputSize, hiddenSize], [hiddenSize], [hiddenSize, outputSize], [outputSize]];
  const variables = partsOf(parameters).map((part, i) => tf.variable(tf.tensor(part, shapes[i])));
  const [W1, b1, W2, b2] = variables;
  const optimizer = tf.train.sgd(learningRate);

  /** @param {number} batch */
  const loss = (batch) => {
    const { x, t } = /** @type {{ x: any, t: any }} */ (data[batch]);
    const hidden = tf.sigmoid(tf.add(tf.matMul(x, W1), b1));
    return tf.losses.softmaxCrossEntropy(t, tf.add(tf.matMul(hidden, W2), b2));
  };
  /** @param {number} batch */
  const lossOn = async (batch) => {
    const value = tf.tidy(() => loss(batch));
    const [number] = await value.data();
    value.dispose();
    return number;
  };

  let next = 0;
  const iterate = () => {
    optimizer.minimize(() => loss(next));
    next = (next + 1) % data.length;
  };

  return {
    version: async () => ({ version: tf.version_core, backend: tf.getBackend(), ...(await details(backend)) }),
    check: async () => {
      for (const _ of data) iterate();
      return lossOn(0);
    },
    /** @param {{ milliseconds: number }} settings */
    iteration: ({ milliseconds }) => timePerQueuedCall(iterate, () => lossOn(next), milliseconds),
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
