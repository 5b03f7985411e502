// ConvNetJS, in a page. The images of the mini-batches lie ready as its volumes.
import { readBatches } from '../files.mjs';
import { batchSize, hiddenSize, inputSize, learningRate, outputSize, partsOf } from '../settings.mjs';
import { timePerCall } from '../timing.mjs';

/** @param {{ read: import('../files.mjs').Read }} place */
export async function open({ read }) {
  const { parameters, drawn } = await readBatches(read);
  const data = drawn.map(({ inputs, labels }) =>
    Array.from(labels, (label, row) => {
      const volume = new convnetjs.Vol(1, 1, inputSize, 0);
      volume.w.set(inputs.subarray(row * inputSize, (row + 1) * inputSize));
      return { volume, label };
    }),
  );
  const net = new convnetjs.Net();
  net.makeLayers([
    { type: 'input', out_sx: 1, out_sy: 1, out_depth: inputSize },
    { type: 'fc', num_neurons: hiddenSize, activation: 'sigmoid' },
    { type: 'softmax', num_classes: outputSize },
  ]);
  setParameters(net, parameters);
  const trainer = new convnetjs.Trainer(net, { method: 'sgd', learning_rate: learningRate, momentum: 0, l2_decay: 0, batch_size: batchSize });

  let next = 0;
  const iterate = () => {
    for (const { volume, label } of data[next] ?? []) trainer.train(volume, label);
    next = (next + 1) % data.length;
  };

  return {
    version: () => '0.3.0',
    check: () => {
      for (const _ of data) iterate();
      const losses = (data[0] ?? []).map(({ volume, label }) => -Math.log(net.forward(volume).w[label]));
      return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
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
