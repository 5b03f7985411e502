import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { loadEngine } from '../../../web/engine/api/downhill.ts';
import { splitIdxPair } from '../../../web/engine/data/idx-file.ts';
import { TrainingSession } from '../../../web/engine/worker/training-session.ts';
import type { TestScope } from '../driver/test-page.ts';
import { usable } from './figure.ts';

export type Training = HTMLElement & { losses: Float32Array; iteration: number; learn(iterations: number): void };

/** A run on the page's digits without a browser. */
export async function runInNode(settings: ConstructorParameters<typeof TrainingSession>[2], iterations: number): Promise<TrainingSession> {
  const engine = await loadEngine();
  const { images, labels } = splitIdxPair(gunzipSync(readFileSync(join(import.meta.dirname, '../../../build/data/digits.gz'))), 'digits.gz');
  const session = new TrainingSession(engine, { train: engine.Dataset.fromIdx(images, labels) }, settings, () => performance.now());
  session.step(iterations);
  while (session.busy) session.work(8);
  return session;
}

/** To the last bit, in a form that tells a difference. */
export const bitsOf = (losses: Float32Array): string => Array.from(new Uint32Array(losses.slice().buffer)).join(' ');

/** Lets the page's training run `iterations` iterations from its start. */
export async function lossesAfter(page: TestScope, figure: string, iterations: number): Promise<string> {
  await usable(page, `${figure} #play`);
  await page.$eval(figure, (element, count) => (element as Training).learn(count), iterations);
  await page.waitForFunction((selector, count) => document.querySelector<Training>(selector)?.losses.length === count, {}, figure, iterations);
  return bitsOf(Float32Array.from(await page.$eval(figure, (element) => Array.from((element as Training).losses))));
}
