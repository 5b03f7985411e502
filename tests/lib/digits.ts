import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Dataset, TwoLayerNet } from '../../web/engine/api/api.ts';
import { splitIdxPair } from '../../web/engine/data/idx-file.ts';
import { engine } from './engine.ts';

/** The digits that the page downloads. */
export function pageDigits(): Dataset {
  const { images, labels } = splitIdxPair(new Uint8Array(gunzipSync(readFileSync(join(import.meta.dirname, '../../build/data/digits.gz')))), 'digits.gz');
  return engine.Dataset.fromIdx(images, labels);
}

/** The chapter's net after `iterations` iterations at rate 0.1 with mini-batches of 100. */
export function learntNet(data: Dataset, iterations: number): TwoLayerNet {
  const net = new engine.TwoLayerNet({ inputSize: 784, hiddenSize: 50, outputSize: 10, weightInitStd: 0.01, seed: 1 });
  using trainer = new engine.Trainer(net, data, { batchSize: 100, learningRate: 0.1, seed: 1 });
  trainer.run(iterations);
  return net;
}
