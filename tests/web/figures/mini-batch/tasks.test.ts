import { beforeAll, describe, expect, it } from 'vitest';
import { type Dataset, type Engine, loadEngine } from '../../../../web/engine/api/downhill.ts';
import { chapterNet } from '../../../../web/figures/learning/learnt-net.ts';
import { draw, drawOne, histogramOf, type SampleLosses } from '../../../../web/figures/mini-batch/compute.ts';
import { ghostsOf, withDraw } from '../../../../web/figures/mini-batch/earlier.ts';
import { readState } from '../../../../web/figures/mini-batch/state.ts';
import { type Draw, halfWidthTask } from '../../../../web/figures/mini-batch/tasks.ts';

let engine: Engine;
let data: Dataset;
let losses: SampleLosses;
beforeAll(async () => {
  engine = await loadEngine();
  // Losses that spread as those of digits do do not matter here: their mean is what is drawn.
  data = engine.Dataset.toy('spiral', { size: 3000, seed: 1 });
  const net = new engine.TwoLayerNet({ inputSize: 2, hiddenSize: 50, outputSize: data.classes, weightInitStd: 1, seed: 1 });
  losses = { iterations: 500, each: engine.sampleLosses(net, data), expected: [1, 0.03] };
  net.delete();
});

const stateOf = (batchSize: number, seed: number) => readState((name) => ({ 'batch-size': String(batchSize), seed: String(seed) })[name] ?? null);
const drawn = (batchSize: number, seed = 1) => draw(engine, losses, stateOf(batchSize, seed));
const seen = (batchSize: number, seed = 1): Draw => ({ iterations: 500, batchSize, deviation: drawn(batchSize, seed).standardDeviation });
const { judge, show } = halfWidthTask(
  () => true,
  () => true,
);

describe('the histogram that is half as wide', () => {
  it('takes four times the batch, whatever the seeds, in either order', () => {
    for (const seed of [1, 2, 3]) expect(judge([seen(100, seed), seen(400, seed + 10)])).toMatchObject({ kind: 'found' });
    expect(judge([seen(400), seen(50), seen(100)])).toMatchObject({ kind: 'found' });
  });

  it("is told with the reader's own numbers", () => {
    const draws = [
      { iterations: 500, batchSize: 100, deviation: 0.0612 },
      { iterations: 500, batchSize: 400, deviation: 0.03 },
    ];
    expect(judge(draws)).toEqual({ kind: 'found', numbers: ['100', '400', '0.0612', '0.03', '4'] });
  });

  it('does not come of twice the batch, nor of nine times', () => {
    expect(judge([seen(100), seen(200)])).toMatchObject({ kind: 'near', hint: 'tooWide', numbers: ['2', expect.stringMatching(/^0\.[67]/)] });
    expect(judge([seen(100), seen(900)])).toMatchObject({ kind: 'near', hint: 'tooNarrow' });
  });

  it('is not found between two nets, nor with one draw', () => {
    expect(judge([{ ...seen(100), iterations: 0 }, seen(400)])).toBeUndefined();
    expect(judge([seen(400)])).toBeUndefined();
  });

  it('is shown by the film, which goes on to 400', async () => {
    const sizes: unknown[] = [];
    await show({
      set: async (state) => {
        sizes.push(state['batch-size']);
      },
      pause: async () => {},
      until: async () => {},
    });
    expect(judge(sizes.flatMap((size) => (typeof size === 'number' ? [seen(size)] : [])))).toMatchObject({ kind: 'found' });
  });

  it('is looked at in the film once it is drawn, which it is not off the screen', async () => {
    const course: string[] = [];
    let shown: unknown;
    const film = halfWidthTask(
      () => true,
      (size) => size === shown,
    );
    await film.show({
      set: async ({ 'batch-size': size }) => void course.push(size ? `asks for ${size}` : `looks at ${shown ?? 'nothing'}`),
      pause: async () => {},
      until: async (isSo) => {
        if (!isSo()) shown = Number(course.at(-1)?.replace('asks for ', ''));
        expect(isSo()).toBe(true);
      },
    });
    expect(course.slice(1)).toEqual([100, 200, 400].flatMap((size) => [`asks for ${size}`, `looks at ${size}`]));
  });
});

it('of each batch size the last draw stays as a ghost, three at the most, without the one that is shown', () => {
  const earlier = [100, 25, 100, 50, 400, 200].map((size) => drawn(size)).reduce(withDraw, []);
  expect(ghostsOf(earlier, 200).map(({ batchSize }) => batchSize)).toEqual([100, 50, 400]);
});

it('no loss at all is a histogram without bars', () => {
  expect(histogramOf(engine, losses, 1, new Float64Array()).counts.every((count) => count === 0)).toBe(true);
});

it('one mini-batch has the digits whose mean loss it tells', () => {
  const count = 8;
  const size = [0, 0, 0, 2, 0, 0, 0, 2];
  // Every pixel is the number of its image, which is its loss, too.
  const numbered = engine.Dataset.fromIdx(
    Uint8Array.from([0, 0, 8, 3, 0, 0, 0, count, ...size, ...Array.from({ length: 4 * count }, (_, i) => Math.floor(i / 4))]),
    Uint8Array.from([0, 0, 8, 1, 0, 0, 0, count, ...Array.from({ length: count }, (_, i) => i % 2)]),
  );
  const each = Float32Array.from({ length: count }, (_, i) => i);
  const one = drawOne(engine, numbered, { iterations: 0, each, expected: [1, 1] }, stateOf(10, 3));
  numbered.delete();
  expect(one.pixels).toHaveLength(40);
  expect(one.loss).toBeCloseTo(one.pixels.reduce((sum, pixel) => sum + pixel, 0) / 40, 6);
  expect(new Set(one.pixels).size).toBeGreaterThan(1);
});

it('one mini-batch is that with which a training of the chapter’s net would begin', () => {
  const count = 8;
  const numbered = engine.Dataset.fromIdx(
    Uint8Array.from([0, 0, 8, 3, 0, 0, 0, count, 0, 0, 0, 1, 0, 0, 0, 1, ...Array.from({ length: count }, (_, i) => i)]),
    Uint8Array.from([0, 0, 8, 1, 0, 0, 0, count, ...Array.from({ length: count }, (_, i) => i % 2)]),
  );
  const net = chapterNet(engine, numbered, 1);
  const trainer = new engine.Trainer(net, numbered, { batchSize: 20, seed: 3 });
  const one = drawOne(engine, numbered, { iterations: 0, each: new Float32Array(count), expected: [1, 1] }, stateOf(20, 3));
  expect([...one.pixels]).toEqual([...numbered.pixels(trainer.drawMiniBatch())]);
  for (const each of [trainer, net, numbered]) each.delete();
});
