// ConvNetJS, in a page.
import { readBatches } from '../files.mjs';
import { batchSize, hiddenSize, inputSize, learningRate, outputSize, partsOf } from '../settings.mjs';
import { timePerCall } from '../timing.mjs';

/** @param {{ read: import('../files.mjs').Read }} place */
export async function open({ read }) {
  const { parameters, batches } = await readBatches(read);
  const net = new convnetjs.Net();
  net.makeLayers([
    { type: 'input', out_sx: 1, out_sy: 1, out_depth: inputSize },
    { type: 'fc', num_neurons: hiddenSize, activation: 'sigmoid' },
    { type: 'softmax', num_classes: outputSize },
  ]);
  setParameters(net, parameters);
  const trainer = new convnetjs.Trainer(net, { method: 'sgd', learning_rate: learningRate, momentum: 0, l2_decay: 0, batch_size: batchSize });

  const volumes = Array.from({ length: batchSize }, () => new convnetjs.Vol(1, 1, inputSize, 0));
  const inputs = new Float32Array(batchSize * inputSize);
  /** @param {number} batch @returns {Uint8Array} its labels */
  const load = (batch) => {
    const { gather, labels } = /** @type {typeof batches[number]} */ (batches[batch]);
    gather(inputs);
    for (const [row, { w }] of volumes.entries()) w.set(inputs.subarray(row * inputSize, (row + 1) * inputSize));
    return labels;
  };
  /** @param {Uint8Array} labels of the batch that is loaded */
  const loss = (labels) => volumes.reduce((sum, volume, row) => sum - Math.log(net.forward(volume).w[labels[row] ?? 0]), 0) / batchSize;

  let next = 0;
  const iterate = () => {
    const labels = load(next);
    for (const [row, volume] of volumes.entries()) trainer.train(volume, labels[row]);
    next = (next + 1) % batches.length;
    return loss(labels);
  };

  return {
    version: () => '0.3.0',
    check: () => {
      for (const _ of batches) iterate();
      return loss(load(0));
    },
    /** @param {{ milliseconds: number }} settings */
    iteration: ({ milliseconds }) => timePerCall(iterate, milliseconds),
  };
}

/**
 * Its layers hold one filter for each output: the columns of W.
 * @param {any} net
 * @param {Float32Array} parameters
 */
function setParameters(net, parameters) {
  const [W1, b1, W2, b2] = partsOf(parameters);
  const full = net.layers.filter((/** @type {{ layer_type: string }} */ { layer_type }) => layer_type === 'fc');
  for (const [layer, W, b] of [
    [full[0], W1, b1],
    [full[1], W2, b2],
  ]) {
    const outputs = layer.filters.length;
    for (const [output, filter] of layer.filters.entries()) for (const input of filter.w.keys()) filter.w[input] = W[input * outputs + output];
    for (const output of b.keys()) layer.biases.w[output] = b[output];
  }
}
